import type { Text } from 'tertib';
import { formatDecimal } from '../portal/number-format.js';
import type { Dimension } from './quality-dimensions.js';

/** Something that the application measured itself: what, and the outcome. */
export interface Fact {
  readonly label: Text;
  readonly value: Text;
}
export type QualityFacts = Readonly<Record<Dimension, readonly Fact[]>>;

export const fact = (label: Text, value: Text | string): Fact => ({ label, value: typeof value === 'string' ? { id: value, en: value } : value });
export const NOTHING: Text = { id: 'tidak diisi', en: 'not filled in' };

/** A whole number with its noun. */
export const counted = (count: number, id: string, en: string): Text => ({ id: `${formatDecimal(String(count), 'id')} ${id}`, en: `${formatDecimal(String(count), 'en')} ${en}` });
export const joined = (parts: readonly Text[], between = ', '): Text => ({ id: parts.map(({ id }) => id).join(between), en: parts.map(({ en }) => en).join(between) });
