import type { FieldProblem } from 'tertib';
import { DIMENSION_KEYS, DIMENSIONS, isRating } from './quality-dimensions.js';
import type { CheckedItem, RatedDimension } from './review.entities.js';

type Answers = Readonly<Record<string, unknown>>;
const said = (value: unknown): string | null => (typeof value === 'string' && value.trim()) || null;

/** The ratings in what was sent. A running case may have a form of before there were any. */
export const ratingsIn = (data: Answers): RatedDimension[] =>
  DIMENSION_KEYS.flatMap((dimension) => {
    const { part } = DIMENSIONS[dimension];
    const rating = data[`mutu${part}`];
    return isRating(rating) ? [{ dimension, rating, note: said(data[`catatan${part}`]) }] : [];
  });

/** An item may be of any kind of field: a box that is ticked or not is a yes or a no, and several choices are told one after the other. */
function answered(value: unknown): string | null {
  if (typeof value === 'boolean') return value ? 'ya' : 'tidak';
  return said(typeof value === 'number' || Array.isArray(value) ? [value].flat().join(', ') : value);
}

const ITEM = /^periksa[A-Z0-9]\w*$/;
const NOTE = 'Catatan';

/** The answers to the checklist: whatever fields of the form begin with `periksa`, so that an administrator adds an item by adding a field. */
export const checklistIn = (data: Answers, labels: ReadonlyMap<string, string>, english: ReadonlyMap<string, string> = labels): CheckedItem[] =>
  Object.entries(data).flatMap(([key, value]) => {
    const answer = answered(value);
    if (!ITEM.test(key) || key.endsWith(NOTE) || !answer) return [];
    return [{ item: labels.get(key) ?? key, itemEn: english.get(key) ?? key, answer, note: said(data[`${key}${NOTE}`]) }];
  });

/** What a rating must say besides: why it is poor. */
export const ratingProblems = (ratings: readonly RatedDimension[]): FieldProblem[] =>
  ratings.flatMap(({ dimension, rating, note }) => {
    const { name, part } = DIMENSIONS[dimension];
    const message = { id: `Tulis mengapa ${name.id.toLowerCase()} dinilai kurang.`, en: `Say why ${name.en.toLowerCase()} is rated poor.` };
    return rating === 'kurang' && !note ? [{ path: `catatan${part}`, message }] : [];
  });
