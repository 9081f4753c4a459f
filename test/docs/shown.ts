import type { Block } from './blocks.js';

/** Every line of what the page shows is in what was said, in its order; `…` stands for anything. @throws naming the line that is not. */
export function assertShown({ text, place }: Block, said: string): void {
  let rest = said;
  for (const line of text.split('\n').map((one) => one.trim()).filter((one) => one !== '' && one !== '…')) {
    const pattern = new RegExp(line.split('…').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*'));
    const found = pattern.exec(rest);
    if (!found) throw new Error(`${place} shows “${line}”, which is not in:\n${said}`);
    rest = rest.slice(found.index + found[0].length);
  }
}
