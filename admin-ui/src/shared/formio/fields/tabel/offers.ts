import type { CodeOffers } from '../../../../api/index.js';

/** A code that a cell may hold. */
export type Offer = CodeOffers['items'][number];

/** Those with all the words. What is called just so stands first. */
export function withWords(items: readonly Offer[], typed: string): Offer[] {
  const whole = typed.trim().toLowerCase();
  const names = ({ code, title }: Offer): string[] => [code, title.id, title.en].map((name) => name.toLowerCase());
  const fitting = items.filter((one) => whole.split(/\s+/).every((word) => names(one).join('\n').includes(word)));
  return [...fitting.filter((one) => names(one).includes(whole)), ...fitting.filter((one) => !names(one).includes(whole))];
}
