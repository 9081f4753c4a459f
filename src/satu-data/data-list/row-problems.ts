import type { FieldProblem } from 'tertib';
import { DataListRow, descriptionOf } from '../datasets/data-list.js';
import { problemsOf } from '../datasets/data-list.problems.js';
import { unclearCodes } from '../datasets/listed-codes.js';
import { placeProblems } from '../datasets/place-problems.js';
import { LIST_FIELDS, linesIn, textOf, type RowValues } from './list-fields.js';
import type { Producers } from './row-values.js';
import { descriptionProblems, tableOf } from './table-description.js';

const REQUIRED = LIST_FIELDS.filter(({ required }) => required);

/** What keeps a row from being handed in; the path begins with the field. */
export function rowProblems(values: RowValues, producers: Producers): FieldProblem[] {
  const empty = REQUIRED.filter(({ key, min = 1 }) => textOf(values, key).length < min).map(({ key, label }) => ({ path: key, message: { id: `“${label.id}” belum diisi.`, en: `“${label.en}” is empty.` } }));
  const producer = textOf(values, 'produsen');
  const gone = producer !== '' && !producers.has(producer.toLowerCase()) ? [{ path: 'produsen', message: { id: 'Produsen data ini tidak ada lagi. Pilih yang lain.', en: 'This producer is no longer there. Choose another one.' } }] : [];
  if (linesIn(values, 'variabel').length === 0) return [...empty, ...gone, { path: 'variabel', message: { id: 'Kolom tabel yang diminta belum ditentukan.', en: 'The columns of the table are not described.' } }];
  const shape = descriptionProblems(tableOf(values), '').map(({ path, message }) => ({ path: path.replace(/^\./, ''), message }));
  if (empty.length > 0 || shape.length > 0) return [...empty, ...gone, ...shape];
  const row = DataListRow.parse(values);
  const described = descriptionOf(row);
  return [...gone, ...codeProblems(row.variabel), ...placeProblems(row, described.variables), ...problemsOf(described, '').map(({ path, message }) => ({ path: path.replace(/^\./, ''), message }))];
}

/** What was written of the codes of columns and can be read in more than one way. */
export const codeProblems = (columns: DataListRow['variabel']): FieldProblem[] =>
  columns.flatMap(({ daftarKode }, index) => unclearCodes(daftarKode).map((message) => ({ path: `variabel.${index}.daftarKode`, message })));
