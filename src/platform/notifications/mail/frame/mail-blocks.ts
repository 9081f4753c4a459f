/** A text that was written for a mail, in the parts that a reader sees in it. */
export type Block =
  | { readonly kind: 'paragraph'; readonly lines: readonly string[] }
  /** Set off by spaces: what the mail is about, such as a deadline. */
  | { readonly kind: 'callout'; readonly lines: readonly string[] }
  | { readonly kind: 'button'; readonly label: string | null; readonly link: string }
  | { readonly kind: 'list'; readonly items: readonly Item[] };

export interface Item {
  readonly title: string;
  readonly details: readonly string[];
  readonly link: string | null;
}

const NUMBERED = /^\s*\d+\.\s+(.+)$/;
const LINK = /^(?:(.+?):\s+)?(https?:\/\/\S+?)\.?$/;

/** @param site - where links may lead: what another's words call a link stays text. */
export function blocksOf(text: string, site: string | undefined): Block[] {
  const origin = site === undefined ? null : new URL(site).origin;
  return text.split(/\n\s*\n/).flatMap((group) => blocksOfGroup(group.split('\n').filter((line) => line.trim() !== ''), origin));
}

function blocksOfGroup(lines: readonly string[], origin: string | null): Block[] {
  const blocks: Block[] = [];
  for (const line of lines) {
    const last = blocks.at(-1);
    const item = NUMBERED.exec(line)?.[1];
    const link = linkIn(line, origin);
    const set = line.startsWith('  ');
    if (item !== undefined) add(blocks, last, 'list', { title: item, details: [], link: null });
    else if (set && last?.kind === 'list') blocks[blocks.length - 1] = { kind: 'list', items: last.items.map((one, index) => (index < last.items.length - 1 ? one : continued(one, line.trim(), link))) };
    else if (link) blocks.push(...buttonOf(link));
    else add(blocks, last, set ? 'callout' : 'paragraph', line.trim());
  }
  return blocks;
}

/** More than a few words are a sentence of their own. */
const buttonOf = ({ label, link }: { readonly label: string | null; readonly link: string }): Block[] =>
  label !== null && label.length > 40 ? [{ kind: 'paragraph', lines: [`${label}:`] }, { kind: 'button', label: null, link }] : [{ kind: 'button', label, link }];

/** To the block before where it is of this kind, else as the first of another. */
function add(blocks: Block[], last: Block | undefined, kind: 'list' | 'callout' | 'paragraph', one: Item | string): void {
  const before = last?.kind === kind ? (kind === 'list' ? (last as { items: readonly Item[] }).items : (last as { lines: readonly string[] }).lines) : [];
  const block = (kind === 'list' ? { kind, items: [...before, one] } : { kind, lines: [...before, one] }) as Block;
  if (last?.kind === kind) blocks[blocks.length - 1] = block;
  else blocks.push(block);
}

const continued = (item: Item, line: string, link: { readonly link: string } | null): Item => (link && item.link === null ? { ...item, link: link.link } : { ...item, details: [...item.details, line] });

function linkIn(line: string, origin: string | null): { readonly label: string | null; readonly link: string } | null {
  const [, label = null, link] = LINK.exec(line.trim()) ?? [];
  return link !== undefined && origin !== null && URL.canParse(link) && new URL(link).origin === origin ? { label, link } : null;
}
