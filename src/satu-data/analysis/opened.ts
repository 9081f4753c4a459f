import { createHash } from 'node:crypto';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import type { PeriodEntity } from '../periods/period.entity.js';
import type { TableLayout, TableRow } from '../tables/table.types.js';
import { analyse, isMeasure, present, type Analysis, type MeasuredColumn, type Row } from './analyse.js';
import { Cube, type Where } from './cube.js';
import { dimensionsOf } from './dimensions.js';
import { Figures } from './figures.js';
import { readIndicator } from './indicators.js';

/** A table that is analysed: this period's comes first, then the earlier ones, newest first. */
export interface GivenTable {
  readonly dataset: DatasetEntity;
  readonly period: PeriodEntity;
}

/** What an analysis is made of, but for the tables themselves. */
export interface Given {
  readonly dataset: DatasetEntity;
  readonly officeName: string;
  readonly tables: readonly GivenTable[];
  /** Earlier periods whose table has other keys. */
  readonly notCompared: readonly PeriodEntity[];
}

/** Rows and layout of a table as the database has them, so that whoever computes also reads them. */
export interface TableTexts {
  readonly rows: string;
  readonly layout: string;
}

export interface DatasetFigures {
  readonly dataset: DatasetEntity;
  readonly officeName: string;
  readonly figures: Figures;
  /** In the order of the cube's tables. */
  readonly sources: readonly (GivenTable & { readonly layout: TableLayout })[];
  readonly notCompared: readonly PeriodEntity[];
}

export interface DatasetAnalysis extends Analysis {
  readonly dataset: DatasetEntity;
  readonly officeName: string;
  /** sha256 over columns and values: changes when a cell does. */
  readonly hash: string;
}

/** Tables that were read, for any number of questions; each part is computed when it is first asked for. */
export class Opened {
  private readonly tables: readonly (GivenTable & { readonly rows: readonly Row[]; readonly layout: TableLayout })[];
  private made: DatasetFigures | undefined;
  private computed: DatasetAnalysis | undefined;

  constructor(
    private readonly given: Given,
    texts: readonly TableTexts[],
  ) {
    this.tables = given.tables.map((table, index) => {
      const { rows = '[]', layout = '{}' } = texts[index] ?? {};
      return { ...table, rows: (JSON.parse(rows) as TableRow[]).map(present), layout: JSON.parse(layout) as TableLayout };
    });
  }

  get found(): DatasetFigures {
    const { dataset, officeName, notCompared } = this.given;
    return (this.made ??= { dataset, officeName, figures: this.figures(), sources: this.tables.map(({ dataset: of, period, layout }) => ({ dataset: of, period, layout })), notCompared });
  }

  get analysis(): DatasetAnalysis {
    const { dataset, officeName } = this.given;
    if (this.computed) return this.computed;
    const analysis = analyse(columnsOf(dataset), this.tables[0]?.rows ?? [], dataset.indicators);
    const hash = createHash('sha256').update(JSON.stringify([analysis.columns, analysis.rows, analysis.totals])).digest('hex');
    return (this.computed = { ...analysis, dataset, officeName, hash });
  }

  private figures(): Figures {
    const { dataset } = this.given;
    const cube = new Cube(dimensionsOf(dataset), this.tables.map(({ dataset: of, period: { year }, rows }) => ({ period: String(year), rows: of.id === dataset.id ? rows : rows.map(comparable(of, dataset)) })));
    return new Figures(cube, columnsOf(dataset).filter(isMeasure), dataset.indicators.map(readIndicator), expectedOf(dataset));
  }
}

const columnsOf = ({ variables }: DatasetEntity): MeasuredColumn[] => variables.map(({ name, title, type, unit, key }) => ({ name, title, type, unit: unit ?? undefined, key }));

/** As much of an earlier row as means the same today: another unit makes other numbers. */
function comparable(was: DatasetEntity, is: DatasetEntity): (row: Row) => Row {
  const same = is.variables.filter(({ name, unit, type }) => was.variables.some((one) => one.name === name && (one.unit ?? '') === (unit ?? '') && one.type === type));
  return (row) => Object.fromEntries(same.flatMap(({ name }) => { const value = row[name]; return value === undefined ? [] : [[name, value] as const]; }));
}

/** The regions and periods that the data list asks for. */
const expectedOf = ({ rules }: DatasetEntity): Where[] =>
  rules.flatMap((rule) => (rule.kind === 'grid' ? rule.regions.flatMap((region) => (rule.period && rule.periods ? rule.periods : [null]).map((period): Where => ({ [rule.region]: region, ...(period !== null && { [rule.period as string]: period }) }))) : []));
