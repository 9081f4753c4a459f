import { listedColumn } from '../../src/satu-data/analysis/listed-column.js';
import { Opened, type DatasetAnalysis, type Given, type Read, type TableTexts } from '../../src/satu-data/analysis/opened.js';
import type { OtherGiven } from '../../src/satu-data/analysis/others/other-given.js';
import type { Row } from '../../src/satu-data/analysis/analyse.js';
import type { ListedColumn, ListedColumns } from '../../src/satu-data/analysis/places.js';
import type { CodeTable } from '../../src/satu-data/code-lists/code-table.js';
import type { DatasetEntity } from '../../src/satu-data/datasets/dataset.entity.js';
import type { Variable } from '../../src/satu-data/datasets/dataset.types.js';
import type { AddedUp } from '../../src/satu-data/large/analysed-tables.js';
import type { PeriodEntity } from '../../src/satu-data/periods/period.entity.js';
import { listedByPoints } from './places.js';

type Described = Partial<DatasetEntity> & Pick<DatasetEntity, 'variables'> & { readonly regions?: CodeTable };
/** Another data set of the period, as formulas name it. */
export interface Other extends Pick<OtherGiven, 'name'> {
  readonly described: Described;
  readonly rows: readonly Row[];
  readonly lacks?: OtherGiven['lacks'];
  /** Of a table that is too large for memory: the columns that its sums have. */
  readonly summed?: readonly string[];
  /** Its table of the period before. */
  readonly before?: readonly Row[];
}

/** A table as the application opens it: regions lie in others by the points of their codes, or as the list `regions` has them, other keys in what stands for all of them. */
export function openedTable(described: Described, rows: readonly Row[], year = 2024, others: readonly Other[] = [], summed?: readonly string[], before?: readonly Row[], overlaps?: AddedUp['overlaps']): Opened {
  const own = givenTable(described, rows, year, summed, before, overlaps);
  const more = others.map((one) => ({ ...one, ...givenTable({ id: one.name, title: one.name, state: 'published', ...one.described }, one.rows, year, one.summed, one.before) }));
  const named = more.map(({ name, lacks = null, given }): OtherGiven => ({ name, title: name, given: lacks ? null : given, lacks, stamp: name, wasPublished: given.dataset.state === 'published', isPublicOnly: false }));
  return new Opened({ ...own.given, others: named }, { ...own.read, others: more.map(({ lacks, read }) => (lacks ? null : read)) });
}

function givenTable({ regions, ...described }: Described, rows: readonly Row[], year: number, summed?: readonly string[], before?: readonly Row[], overlaps?: AddedUp['overlaps']): { given: Given; read: Read } {
  const dataset = { id: 'd', title: 'Tabel', slug: 'tabel', definition: '', unit: '', riskClass: 'terbuka', rules: [], indicators: [], ...described } as unknown as DatasetEntity;
  const valuesOf = (name: string): string[][] => [rows, ...(before ? [before] : [])].map((of) => of.flatMap((row) => row[name] ?? []));
  const expected = dataset.rules.flatMap((rule) => (rule.kind === 'grid' && regions ? rule.regions : []));
  const toldOf = (name: string): string[][] => valuesOf(name).map((values, index) => (index === 0 ? [...values, ...expected] : values));
  const listedOf = (one: Variable): ListedColumn => {
    if (one.type !== 'region') return listedColumn(one, valuesOf(one.name), undefined);
    return regions ? listedColumn(one, toldOf(one.name), regions) : listedByPoints(valuesOf(one.name).flat());
  };
  const listed: ListedColumns = Object.fromEntries(dataset.variables.filter(({ key }) => key).map((one) => [one.name, listedOf(one)]));
  const textOf = (of: readonly Row[]): TableTexts => ({ rows: JSON.stringify(of), layout: '{"columns":{},"rowNumbers":[]}', rowCount: of.length, added: summed ? { columns: summed, facts: { missing: {} } as never, overlaps, largeId: 'l', head: JSON.stringify(of) } : null });
  const tables = [rows, ...(before ? [before] : [])].map((of, index) => ({ text: textOf(of), table: { dataset: index === 0 ? dataset : { ...dataset, id: `${dataset.id}-${index}` }, period: { id: `p${index}`, title: `Periode ${year - index}`, year: year - index } as PeriodEntity } }));
  return { given: { dataset, officeName: 'Dinas', tables: tables.map(({ table }) => table), notCompared: [], lists: {} }, read: { texts: tables.map(({ text }) => text), listed } };
}

export const analysedTable = (...of: Parameters<typeof openedTable>): DatasetAnalysis => openedTable(...of).analysis;
