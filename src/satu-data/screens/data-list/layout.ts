import type { CSSProperties } from 'react';
import type { Field } from './cells.js';

/** In pixels: a row, the titles with their filters, and the numbers of the rows at the left. */
export const HEIGHT = 36;
export const HEAD = 88;
export const ASIDE = 96;

/** What is read beside every other column stays in sight, as with frozen panes; it keeps its place in the official order. */
export const isPinned = ({ key }: Field): boolean => key === 'nama';
export const widthOf = ({ key, kind }: Field): number => (key === 'nama' ? 320 : kind === 'long' ? 340 : kind === 'producer' ? 240 : kind === 'link' ? 240 : 160);

/** Where each column begins. */
export const leftsOf = (fields: readonly Field[]): number[] => fields.reduce<number[]>((all, _, index) => [...all, index === 0 ? ASIDE : (all[index - 1] as number) + widthOf(fields[index - 1] as Field)], []);

/** How a cell of a column is placed: the pinned one flows after the row's number and sticks, all others are laid out by hand. */
export const placed = (field: Field, left: number): CSSProperties => (isPinned(field) ? { marginLeft: left - ASIDE, width: widthOf(field) } : { left, width: widthOf(field) });

/** What of the left edge is covered where a column comes into sight. */
export function covered(fields: readonly Field[], column: number): number {
  const pinned = fields.findIndex(isPinned);
  return ASIDE + (pinned >= 0 && pinned < column ? widthOf(fields[pinned] as Field) : 0);
}
