import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Offices, Transactions } from 'tertib';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { analysedDataset, AnalysedTables, type AnalysedTable } from '../large/analysed-tables.js';
import { analyse, computed, computedColumns, type Analysis, type MeasuredColumn } from './analyse.js';
import { readIndicator } from './indicators.js';

export interface DatasetAnalysis extends Analysis {
  readonly dataset: DatasetEntity;
  readonly officeName: string;
  /** sha256 over columns and values: changes when a cell does. */
  readonly hash: string;
  /** Rows that were delivered. */
  readonly rowCount: number;
  /** Of a table that is too large for memory `rows` are sums by some of its keys; this is what it looks like itself. */
  readonly large: LargeAnalysed | null;
}

export interface LargeAnalysed extends Pick<Analysis, 'columns' | 'rows'> {
  readonly id: string;
}

/** The analysis of a data set, always computed from the delivery that counts, so that a changed cell changes all that is made of it. */
@Injectable()
export class AnalysisService {
  constructor(
    private readonly database: Transactions,
    private readonly offices: Offices,
    private readonly tables: AnalysedTables,
  ) {}

  /** @throws when the data set has no delivery that counts. */
  async of(datasetId: string): Promise<DatasetAnalysis> {
    const dataset = await this.database.read.findOneByOrFail(DatasetEntity, { id: datasetId });
    if (!dataset.deliveryId) throw new Error(`The data set "${dataset.title}" has no accepted delivery to analyse`);
    const [table] = await this.tables.of([dataset.deliveryId]);
    if (!table) throw new Error(`The data set "${dataset.title}" has no table to analyse`);
    const office = await this.offices.byId(dataset.officeId);
    const analysis = analysed(dataset, table);
    const hash = createHash('sha256').update(JSON.stringify([analysis.columns, analysis.rows, analysis.totals, table.added?.largeId])).digest('hex');
    const large = table.added && { id: table.added.largeId, columns: [...columnsOf(dataset), ...computedColumns(dataset)], rows: table.head.map((row) => ({ ...row, ...computed(row, dataset.indicators.map(readIndicator)) })) };
    return { ...analysis, dataset, officeName: office?.name ?? dataset.officeCode, hash, rowCount: table.rowCount, large };
  }
}

const columnsOf = ({ variables }: Pick<DatasetEntity, 'variables'>): MeasuredColumn[] => variables.map(({ name, title, type, unit, key }) => ({ name, title, type, unit: unit ?? undefined, key }));

/** Of a large table, totals and missing values are those of all its rows, not of the sums that are shown. */
function analysed(dataset: DatasetEntity, { rows, added }: AnalysedTable): Analysis {
  const analysis = analyse(columnsOf(analysedDataset(dataset, { added })), rows, dataset.indicators);
  if (!added) return analysis;
  const totals = Object.fromEntries(Object.entries(added.facts.totals).filter((one): one is [string, string] => one[1] !== null && added.columns.includes(one[0])));
  return { ...analysis, totals: { ...totals, ...computed(totals, dataset.indicators.map(readIndicator)) }, missing: Object.values(added.facts.missing).reduce((sum, one) => sum + one, 0) };
}
