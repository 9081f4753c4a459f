import type { Text } from 'tertib';
import { hasCodes } from '../code-lists/column-codes.js';
import type { Variable } from '../datasets/dataset.types.js';
import type { RuleName } from './finding.js';
import { ENOUGH } from './outliers.js';

/** How many rows a rule was held against: one that was held against none has found nothing, and has not passed either. */
export interface Judged {
  readonly rule: RuleName;
  /** Which of the office's own rules, counted from 0 among them. */
  readonly ownRule?: number;
  /** Where the rule tells what it finds. */
  readonly column: string;
  /** Those with a sound value wherever the rule needs one; the others are neither right nor wrong by it. Of a large table 1 where there is any, but for the rules that are told with how many they judged. */
  readonly rows: number;
}

/** The columns that rules about single cells look at. */
export const judgedCells = (variables: readonly Variable[]): Pick<Judged, 'rule' | 'column'>[] =>
  variables.flatMap((variable) => [
    ...((variable.min ?? variable.max) ? ['range' as const] : []), ...(hasCodes(variable) ? ['code' as const] : []), ...(variable.pattern ? ['pattern' as const] : []),
  ].map((rule) => ({ rule, column: variable.name })));

/** Rows that one of the office's own rules judged. */
export const judgedByOwn = (judged: readonly Judged[], own: number): number => judged.find(({ rule, ownRule }) => rule === 'compare' && ownRule === own)?.rows ?? 0;

const NO_VALUE: Text = { id: 'kolomnya kosong atau tidak berisi nilai yang benar', en: 'its columns are empty or hold no sound value' };
const NO_ROW: Text = { id: 'tidak ada baris dengan angka yang benar di semua kolomnya', en: 'no row has a sound number in each of its columns' };
const WHY: Readonly<Partial<Record<RuleName, Text>>> = {
  sum: NO_ROW, compare: NO_ROW,
  key: { id: 'tidak ada baris dengan kunci yang lengkap', en: 'no row has the whole of its key' },
  whole: { id: 'tabel tidak memuat keseluruhan bersama semua bagiannya', en: 'the table has no whole together with all of its parts' },
  contributors: NO_ROW,
  grid: { id: 'kolom wilayahnya tidak ada', en: 'its column of regions is missing' },
  outlier: { id: `kurang dari ${ENOUGH} nilai dapat dibandingkan dengan tabel periode lalu`, en: `fewer than ${ENOUGH} values can be compared with the table of the last period` },
};

/** Why a rule judged nothing. */
export const whyUnjudged = (rule: RuleName): Text => WHY[rule] ?? NO_VALUE;

/** What is said beside a rule that judged some of its columns only. */
export function leftOut(titles: readonly string[]): Text {
  const named = titles.map((title) => `“${title}”`).join(', ');
  return { id: `${named} tidak dapat dinilai`, en: `${named} could not be judged` };
}
