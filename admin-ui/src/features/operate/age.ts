import type { words } from './words.js';

type Said = (typeof words)['id'];

/** Older than `from` days, and not older than `to`; null: however old. */
export function ageText(t: Said, from: number, to: number | null): string {
  if (to === null) return t.ageOver(from);
  return from === 0 ? t.ageUpTo(to) : t.ageBetween(from, to);
}
