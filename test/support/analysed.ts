import { listedColumn } from '../../src/satu-data/analysis/listed-column.js';
import { Opened, type DatasetAnalysis } from '../../src/satu-data/analysis/opened.js';
import type { Row } from '../../src/satu-data/analysis/analyse.js';
import type { ListedColumns } from '../../src/satu-data/analysis/places.js';
import type { DatasetEntity } from '../../src/satu-data/datasets/dataset.entity.js';
import type { PeriodEntity } from '../../src/satu-data/periods/period.entity.js';
import { listedByPoints } from './places.js';

type Described = Partial<DatasetEntity> & Pick<DatasetEntity, 'variables'>;

/** A table as the application opens it: regions lie in others by the points of their codes, other keys in what stands for all of them. */
export function openedTable(described: Described, rows: readonly Row[], year = 2024): Opened {
  const dataset = { id: 'd', title: 'Tabel', slug: 'tabel', definition: '', unit: '', riskClass: 'terbuka', rules: [], indicators: [], ...described } as unknown as DatasetEntity;
  const valuesOf = (name: string): string[] => rows.flatMap((row) => row[name] ?? []);
  const listed: ListedColumns = Object.fromEntries(dataset.variables.filter(({ key }) => key).map((one) => [one.name, one.type === 'region' ? listedByPoints(valuesOf(one.name)) : listedColumn(one, valuesOf(one.name), undefined)]));
  const text = { rows: JSON.stringify(rows), layout: '{"columns":{},"rowNumbers":[]}', rowCount: rows.length, added: null };
  return new Opened({ dataset, officeName: 'Dinas', tables: [{ dataset, period: { id: 'p', title: `Periode ${year}`, year } as PeriodEntity }], notCompared: [], lists: {} }, { texts: [text], listed });
}

export const analysedTable = (...of: Parameters<typeof openedTable>): DatasetAnalysis => openedTable(...of).analysis;
