import { listedColumn } from '../../src/satu-data/analysis/listed-column.js';
import { Opened, type DatasetAnalysis, type Given, type Read } from '../../src/satu-data/analysis/opened.js';
import type { OtherGiven } from '../../src/satu-data/analysis/others/other-given.js';
import type { Row } from '../../src/satu-data/analysis/analyse.js';
import type { ListedColumns } from '../../src/satu-data/analysis/places.js';
import type { DatasetEntity } from '../../src/satu-data/datasets/dataset.entity.js';
import type { PeriodEntity } from '../../src/satu-data/periods/period.entity.js';
import { listedByPoints } from './places.js';

type Described = Partial<DatasetEntity> & Pick<DatasetEntity, 'variables'>;
/** Another data set of the period, as formulas name it. */
export interface Other extends Pick<OtherGiven, 'name'> {
  readonly described: Described;
  readonly rows: readonly Row[];
  readonly lacks?: OtherGiven['lacks'];
  /** Of a table that is too large for memory: the columns that its sums have. */
  readonly summed?: readonly string[];
}

/** A table as the application opens it: regions lie in others by the points of their codes, other keys in what stands for all of them. */
export function openedTable(described: Described, rows: readonly Row[], year = 2024, others: readonly Other[] = [], summed?: readonly string[]): Opened {
  const own = givenTable(described, rows, year, summed);
  const more = others.map((one) => ({ ...one, ...givenTable({ id: one.name, title: one.name, ...one.described }, one.rows, year, one.summed) }));
  const named = more.map(({ name, lacks = null, given }): OtherGiven => ({ name, title: name, given: lacks ? null : given, lacks, stamp: name }));
  return new Opened({ ...own.given, others: named }, { ...own.read, others: more.map(({ lacks, read }) => (lacks ? null : read)) });
}

function givenTable(described: Described, rows: readonly Row[], year: number, summed?: readonly string[]): { given: Given; read: Read } {
  const dataset = { id: 'd', title: 'Tabel', slug: 'tabel', definition: '', unit: '', riskClass: 'terbuka', rules: [], indicators: [], ...described } as unknown as DatasetEntity;
  const valuesOf = (name: string): string[] => rows.flatMap((row) => row[name] ?? []);
  const listed: ListedColumns = Object.fromEntries(dataset.variables.filter(({ key }) => key).map((one) => [one.name, one.type === 'region' ? listedByPoints(valuesOf(one.name)) : listedColumn(one, valuesOf(one.name), undefined)]));
  const text = { rows: JSON.stringify(rows), layout: '{"columns":{},"rowNumbers":[]}', rowCount: rows.length, added: summed ? { columns: summed, facts: { missing: {} } as never, largeId: 'l', head: JSON.stringify(rows) } : null };
  return { given: { dataset, officeName: 'Dinas', tables: [{ dataset, period: { id: 'p', title: `Periode ${year}`, year } as PeriodEntity }], notCompared: [], lists: {} }, read: { texts: [text], listed } };
}

export const analysedTable = (...of: Parameters<typeof openedTable>): DatasetAnalysis => openedTable(...of).analysis;
