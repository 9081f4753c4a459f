import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ComparedDataset } from '../../changes/changes-since.js';
import { withoutRemeasured, type Remeasured } from '../../changes/remeasured.js';
import type { DecimalMark, Variable } from '../../datasets/dataset.types.js';
import { isDoubtful, markRemarks, speaksAgainst } from '../../tables/doubtful-mark.js';
import { signRemarks } from '../../tables/empty-signs.js';
import { noColumns } from '../../tables/no-columns.js';
import { placesOf, repeatedRemarks, unknownHeaders } from '../../tables/header-places.js';
import { UnreadableTable } from '../../tables/table.types.js';
import { withDatabase } from '../../verification/duckdb/database.js';
import type { LargeShape, Taken } from '../large.types.js';
import { monthsIn } from './became-months.js';
import { changesOf } from './changes.js';
import { factsOf, headOf } from './facts.js';
import { keptValues, readValues } from './kept-values.js';
import type { ListedKeys } from './key-lines.js';
import { markEvidence } from './mark-evidence.js';
import { personalIn } from './personal-sql.js';
import { regularCsv } from './regular-csv.js';
import { refusedIn } from './refused-sql.js';
import { beforeSide, keptSide, type BeforeFile } from './sides.js';
import { signCounts } from './sign-counts.js';
import { summaryOf } from './summary.js';
import { keepValues } from './values.js';

/** A CSV in a folder of its own, to be read and kept there as `table.parquet`. */
export interface TakeJob {
  readonly folder: string;
  readonly csv: string;
  readonly dataset: ComparedDataset & { readonly decimalMark: DecimalMark };
  readonly lastYear?: BeforeFile | undefined;
  /** What that table measured otherwise. */
  readonly remeasured?: readonly Remeasured[];
  /** What means no value in columns of numbers and days. */
  readonly signs?: readonly string[];
  /** What the lists say of the keys' codes. */
  readonly listed?: ListedKeys;
}

/** Parts of the whole, as progress goes. */
const [PARSED, KEPT] = [0.15, 0.7] as const;

/** Two threads that write rows in their order keep them for each other, until the memory is full and one of them does nothing but ask whether it may go on. */
const WRITER = { threads: '1' } as const;

export const KEPT_NAME = 'table.parquet';

export async function take({ folder, csv, dataset, lastYear, remeasured = [], signs = [], listed = {} }: TakeJob, progress: (fraction: number) => void): Promise<Taken> {
  const [regular, kept] = [join(folder, 'regular.csv'), join(folder, KEPT_NAME)];
  const { headers, firstRow, delimiter, remarks: ofRows } = await regularCsv(csv, regular, dataset.variables, (fraction) => progress(fraction * PARSED));
  const lies = shapeOf(headers, dataset.variables);
  const { decimalMark: mark, variables } = dataset;
  const keep = (strict: boolean) => withDatabase(folder, undefined, (writer) => keepValues(writer, { path: regular, delimiter }, kept, lies, variables, { mark, strict, signs }), WRITER);
  return withDatabase(folder, undefined, async (database) => {
    await keep(false);
    const evidence = await markEvidence(database, kept, lies, variables, mark, speaksAgainst(delimiter, mark));
    const strict = isDoubtful(evidence, mark, delimiter);
    // Few tables give reason to: they are read once more.
    if (strict) await keep(strict);
    const remarks = [...repeatedRemarks(headers, variables), ...markRemarks(evidence, mark, { source: 'csv', delimiter }), ...(await monthsIn(database, kept, lies, variables)), ...ofRows, ...signRemarks(await signCounts(database, kept, lies, variables, signs))];
    const read: LargeShape = { ...lies, ...(firstRow !== 2 && { firstRow }), ...(strict && { strict }), ...(signs.length > 0 && { signs }), ...(remarks.length > 0 && { remarks }) };
    const shape = { ...read, ...(await refusedIn(database, kept, read, variables, mark)) };
    await rm(regular);
    progress(KEPT);
    const [values, readable] = [keptValues(kept, shape), readValues(kept, shape, variables)];
    const facts = await factsOf(database, readable, shape, dataset.variables);
    if (facts.rowCount === 0) throw new UnreadableTable({ id: 'Tabel ini belum berisi data.', en: 'This table holds no data yet.' });
    const [head, summary] = [await headOf(database, values, shape), await summaryOf(database, readable, shape, dataset, listed)];
    const changes = lastYear ? { ...(await changesOf(database, withoutRemeasured(dataset, remeasured), keptSide(kept, shape), beforeSide(lastYear, dataset.variables), 'year')), remeasured } : null;
    const personal = await personalIn(database, values, shape, dataset.variables);
    progress(1);
    return { shape, head, summary, facts: { ...facts, changes, personal } };
  });
}

function shapeOf(headers: readonly string[], variables: readonly Variable[]): LargeShape {
  const places = placesOf(headers, variables);
  const present = [...places].filter(([, place]) => place >= 0).map(([{ name }, place]) => [name, place] as const);
  if (present.length === 0) throw noColumns(headers, variables);
  return { width: headers.length, places: Object.fromEntries(present), names: present.map(([name]) => name), unknown: unknownHeaders(headers, variables) };
}
