import type { Text } from 'tertib';
import { decimal } from '../analysis/decimal.js';
import type { Variable } from '../datasets/dataset.types.js';
import { formatDecimal } from '../portal/number-format.js';
import type { Severity } from './finding.entity.js';

/** A measure of what persons or businesses have, and the columns that say how many have it, and what the two largest of them have. */
export interface Contributed {
  readonly variable: Variable;
  readonly count: string;
  readonly largestTwo: string | null;
}

/** What a row says of them, as decimal text. */
export interface Contribution {
  readonly value: string;
  readonly count: string;
  readonly largestTwo: string | null;
}

/** What cannot be, and in which of the columns it is told. What is off may be a matter of rounding, which an official can tell: a mean, and numbers that are written with other decimals. */
export interface Impossible {
  readonly what: 'no-number' | 'nobody' | 'more' | 'one' | 'mean';
  readonly column: string;
  readonly severity: Exclude<Severity, 'INFO'>;
}

export const contributedIn = (variables: readonly Variable[]): Contributed[] =>
  variables.flatMap((variable) => (variable.protection?.contributors ? [{ variable, count: variable.protection.contributors, largestTwo: variable.protection.largestTwo || null }] : []));

/** Whether so many can have that much: by these numbers cells are hidden, so a 0 that stands for *unknown* would lay open what one business has. */
export function impossible({ count: counts, largestTwo: column }: Contributed, { value: v, count: c, largestTwo: t }: Contribution): Impossible | null {
  const [value, count] = [decimal(v), decimal(c)];
  if (count.lt(0) || !count.eq(count.round(0, 0))) return { what: 'no-number', column: counts, severity: 'ERROR' };
  if (count.eq(0) && !value.eq(0)) return { what: 'nobody', column: counts, severity: 'ERROR' };
  if (t === null || column === null || value.lt(0) || decimal(t).lt(0)) return null;
  const severity = isRounding(v, t) ? 'WARNING' : 'ERROR';
  if (decimal(t).gt(value)) return { what: 'more', column, severity };
  if (count.eq(1) && !decimal(t).eq(value)) return { what: 'one', column, severity };
  return count.gt(1) && decimal(t).times(count).lt(value.times(2)) ? { what: 'mean', column, severity: 'WARNING' } : null;
}

/** Whether two numbers that should be one differ by no more than half a unit of the one that is written more coarsely. */
function isRounding(one: string, other: string): boolean {
  const [places, others] = [one, other].map((text) => text.split('.')[1]?.length ?? 0) as [number, number];
  return places !== others && decimal(one).minus(other).abs().times(2).lte(decimal(10).pow(-Math.min(places, others)));
}

/** What is wrong, and what to do: nobody who does not know a number has to make one up. */
export function impossibleSentence({ what }: Impossible, { value, count, largestTwo }: Contribution, titleOf: (name: string) => string, { variable, count: counts, largestTwo: column }: Contributed): Text {
  const [title, ofCount, ofTwo] = [variable.title, titleOf(counts), titleOf(column ?? '')];
  const said = (language: 'id' | 'en') => [value, count, largestTwo ?? ''].map((one) => formatDecimal(one, language));
  const [[v, c, t], [value_, count_, two]] = [said('id'), said('en')];
  switch (what) {
    case 'no-number': return { id: `“${ofCount}” tertulis ${c}, padahal harus bilangan bulat, paling kecil 0. Kosongkan sel ini bila jumlahnya tidak diketahui.`, en: `“${ofCount}” says ${count_}, but must be a whole number, at least 0. Leave the cell empty where the number is not known.` };
    case 'nobody': return { id: `“${title}” tertulis ${v}, tetapi “${ofCount}” 0: tanpa penyumbang tidak ada nilai. Kosongkan sel ini bila jumlahnya tidak diketahui.`, en: `“${title}” says ${value_}, but “${ofCount}” 0: without a contributor there is no value. Leave the cell empty where the number is not known.` };
    case 'more': return { id: `“${ofTwo}” tertulis ${t}, lebih dari “${title}” seluruhnya (${v}). Perbaiki salah satunya, atau kosongkan sel ini bila tidak diketahui.`, en: `“${ofTwo}” says ${two}, more than all of “${title}” (${value_}). Correct one of them, or leave the cell empty where it is not known.` };
    case 'one': return { id: `“${ofTwo}” tertulis ${t}, tetapi satu-satunya penyumbang (“${ofCount}” 1) memiliki seluruh “${title}”: ${v}. Perbaiki salah satunya.`, en: `“${ofTwo}” says ${two}, but the only contributor (“${ofCount}” 1) has all of “${title}”: ${value_}. Correct one of them.` };
    case 'mean': return { id: `“${ofTwo}” tertulis ${t}: kurang dari dua bagian rata-rata “${title}” (${v}) menurut “${ofCount}” ${c}, padahal dua yang terbesar tidak mungkin di bawah rata-rata. Perbaiki, atau jelaskan bila hanya pembulatan.`, en: `“${ofTwo}” says ${two}: less than two mean shares of “${title}” (${value_}) by “${ofCount}” ${count_}, but the two largest cannot be below the mean. Correct it, or explain it where it is rounding only.` };
  }
}
