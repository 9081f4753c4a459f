import { Injectable } from '@nestjs/common';
import { Problem, Transactions } from 'tertib';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { analysedDataset, AnalysedTables } from '../large/analysed-tables.js';
import { PeriodEntity } from '../periods/period.entity.js';
import type { TableLayout } from '../tables/table.types.js';
import { isMeasure, type MeasuredColumn, type Row } from './analyse.js';
import { Cube, type Where } from './cube.js';
import { dimensionsOf } from './dimensions.js';
import { EarlierTables, VOUCHED } from './earlier-tables.js';
import { Figures } from './figures.js';
import { readIndicator } from './indicators.js';

/** Where a table of the cube came from; in the order of the cube's tables. */
export interface TableSource {
  readonly dataset: DatasetEntity;
  readonly period: PeriodEntity;
  readonly layout: TableLayout;
  /** Of a table whose rows here are sums: how many rows were added up. */
  readonly summed: number | null;
}

export interface DatasetFigures {
  readonly dataset: DatasetEntity;
  readonly figures: Figures;
  readonly sources: readonly TableSource[];
  /** Earlier periods whose table has other keys. */
  readonly notCompared: readonly PeriodEntity[];
}

/** The figures of a data set, always made from the delivery that counts and from what counted in earlier periods. */
@Injectable()
export class DatasetFiguresService {
  constructor(
    private readonly database: Transactions,
    private readonly earlier: EarlierTables,
    private readonly tables: AnalysedTables,
  ) {}

  /** @throws `analysis-not-ready` (409) where no delivery was accepted yet. */
  async of(dataset: DatasetEntity): Promise<DatasetFigures> {
    if (!dataset.deliveryId || !(VOUCHED.includes(dataset.state) || dataset.state === 'rejected')) throw notReady();
    const period = await this.database.read.findOneByOrFail(PeriodEntity, { id: dataset.periodId });
    const before = await this.earlier.of(dataset);
    const all = [{ dataset, period }, ...before.filter((one) => keysOf(one.dataset) === keysOf(dataset))];
    const tables = await this.tables.of(all.flatMap((one) => one.dataset.deliveryId ?? []));
    const found = all.flatMap((one) => { const table = tables.find(({ deliveryId }) => deliveryId === one.dataset.deliveryId); return table ? [{ ...one, table }] : []; });
    const own = found.find((one) => one.dataset.id === dataset.id)?.table ?? { added: null };
    const analysed = analysedDataset(dataset, own);
    const cube = new Cube(dimensionsOf(analysed), found.map(({ dataset: of, period: { year }, table }) => ({ period: String(year), rows: table.rows.map((row) => comparable(row, of, analysed)) })));
    const measures = analysed.variables.map(({ name, title, type, unit, key }): MeasuredColumn => ({ name, title, type, unit: unit ?? undefined, key })).filter(isMeasure);
    return {
      dataset,
      figures: new Figures(cube, measures, dataset.indicators.map(readIndicator), expectedOf(dataset)),
      sources: found.map((one) => ({ dataset: one.dataset, period: one.period, layout: one.table.layout, summed: one.table.added ? one.table.rowCount : null })),
      notCompared: before.filter((one) => keysOf(one.dataset) !== keysOf(dataset)).map((one) => one.period),
    };
  }
}

/** Other keys make other rows: such a table is not compared with. */
const keysOf = ({ variables }: DatasetEntity): string => variables.flatMap(({ name, key }) => (key ? [name] : [])).toSorted().join();

/** As much of an earlier row as means the same today: another unit makes other numbers. */
function comparable(row: Row, was: DatasetEntity, is: DatasetEntity): Row {
  if (was.id === is.id) return row;
  const same = is.variables.filter(({ name, unit, type }) => was.variables.some((one) => one.name === name && (one.unit ?? '') === (unit ?? '') && one.type === type));
  return Object.fromEntries(same.flatMap(({ name }) => { const value = row[name]; return value === undefined ? [] : [[name, value] as const]; }));
}

/** The regions and periods that the data list asks for. */
const expectedOf = ({ rules }: DatasetEntity): Where[] =>
  rules.flatMap((rule) => (rule.kind === 'grid' ? rule.regions.flatMap((region) => (rule.period && rule.periods ? rule.periods : [null]).map((period): Where => ({ [rule.region]: region, ...(period !== null && { [rule.period as string]: period }) }))) : []));

const notReady = () =>
  new Problem('analysis-not-ready', 409, { id: 'Data untuk dataset ini belum diterima, sehingga belum ada yang dianalisis. Analisis tersedia setelah verifikasi dinyatakan lengkap.', en: 'No data of this data set have been accepted yet, so there is nothing to analyse. The analysis is there once verification has found them complete.' });
