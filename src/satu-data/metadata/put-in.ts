import { indicatorProblems } from '../analysis/indicator-problems.js';
import { BLANK, linesIn, type RowValues } from '../data-list/list-fields.js';
import { tableOf } from '../data-list/table-description.js';
import { DataListRow, descriptionOf, rowOf } from '../datasets/data-list.js';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import type { Indicator, Variable } from '../datasets/dataset.types.js';
import { rejectAll } from '../shared/reject.js';

/** What metadata is in a data set. */
export type Used = { readonly column: Variable } | { readonly indicator: Indicator };
type Table = Pick<DatasetEntity, 'variables' | 'indicators'>;

/** A table with it; one of the same name is replaced where it stands. */
export const putIn = (used: Used, { variables, indicators }: Table): Table =>
  'column' in used ? { variables: withColumn(variables, used.column), indicators } : { variables, indicators: withIndicator(indicators, used.indicator) };

/** The same, for a table that decides whether it fits there. @throws what does not. */
export function fitIn(used: Used, table: Table): Table {
  const now = putIn(used, table);
  if ('indicator' in used) rejectAll(indicatorProblems(used.indicator, now.variables, now.indicators).map(({ field, id, en }) => ({ path: field === 'indikator' ? 'kolom' : 'rumusHitung', message: { id, en } })));
  return now;
}

/** The lines of a row of the list with it: its own alone is written, since others may be half typed. @throws what does not fit. */
export function linesWith(used: Used, values: RowValues): { readonly now: Table & Pick<DatasetEntity, 'riskClass'>; readonly values: RowValues } {
  // Of the row's other fields, which may be blank still, nothing is asked.
  const description = descriptionOf(DataListRow.parse({ nama: '', produsen: '', definisi: '', satuan: '', ...BLANK, ...tableOf(values), kelasRisiko: values['kelasRisiko'] ?? BLANK['kelasRisiko'] }));
  const now = fitIn(used, description);
  const said = rowOf({ ...description, ...now, id: null, officeId: '', code: '' });
  const [field, key, { name }] = 'column' in used ? (['variabel', 'kolom', used.column] as const) : (['indikatorTurunan', 'indikator', used.indicator] as const);
  const is = (line: RowValues) => line[key] === name;
  const [before, own] = [linesIn(values, field), linesIn(said, field).filter(is)];
  return { now: { ...now, riskClass: description.riskClass }, values: { [field]: before.some(is) ? before.flatMap((line) => (is(line) ? own : [line])) : [...before, ...own] } };
}

const withIndicator = (indicators: readonly Indicator[], used: Indicator): Indicator[] =>
  indicators.some(({ name }) => name === used.name) ? indicators.map((one) => (one.name === used.name ? used : one)) : [...indicators, used];

/** How small cells are protected is the data set's to say, not the variable's: it stays. */
const withColumn = (variables: readonly Variable[], column: Variable): Variable[] =>
  variables.some(({ name }) => name === column.name) ? variables.map((one) => (one.name === column.name ? { ...column, protection: one.protection ?? null } : one)) : [...variables, column];
