import { createHash } from 'node:crypto';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import type { PeriodEntity } from '../periods/period.entity.js';
import { withoutRefused } from '../tables/refused-cells.js';
import { isSameUnit } from '../tables/unit.js';
import type { TableLayout, TableRow } from '../tables/table.types.js';
import type { AddedUp } from '../large/analysed-tables.js';
import { additivityOf, isAdditive } from '../datasets/additivity.js';
import { isAmount, type GridRule, type Variable } from '../datasets/dataset.types.js';
import { byFrequency, expectedIn } from '../datasets/expected-in.js';
import type { PersonalCounts } from '../disclosure/personal-values.js';
import { rowSums, type RowSum } from '../disclosure/row-sums.js';
import { unclearSums, type UnclearSum } from '../disclosure/unclear-sums.js';
import { analyse, computed, computedColumns, present, type Analysis, type MeasuredColumn, type Row } from './analyse.js';
import { Cube, type Changed, type Where } from './cube.js';
import { dimensionsOf } from './dimensions.js';
import { Figures } from './figures.js';
import { isOfSums } from './formula/degree.js';
import { otherColumn } from './formula/other-column.js';
import { readIndicator } from './indicators.js';
import { Places, type ListedColumns } from './places.js';
import { OtherTables, type OtherTable } from './others/other-tables.js';
import type { OtherGiven } from './others/other-given.js';
import { untoldOf, type Untold } from './others/untold.js';
import { acrossIn, withOthers } from './others/with-others.js';
import { wholeOf, type Whole } from './whole.js';

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
  /** Versions of the lists of codes that its columns use. */
  readonly lists: Readonly<Record<string, number>>;
  /** Data sets of the same period whose columns its formulas use. */
  readonly others?: readonly OtherGiven[];
}

/** What is read of the tables, in their order, and what the lists say of their codes. */
export interface Read {
  readonly texts: readonly TableTexts[];
  readonly listed: ListedColumns;
  /** Of the other data sets, in their order; null of one that cannot be used. */
  readonly others?: readonly (Read | null)[];
}

/** Rows and layout of a table as the database has them, so that whoever computes also reads them. */
export interface TableTexts {
  readonly rows: string;
  readonly layout: string;
  /** Rows that were delivered. */
  readonly rowCount: number;
  /** Null where `rows` are all of it. */
  readonly added: AddedUp | null;
}

export interface TableSource extends GivenTable {
  readonly layout: TableLayout;
  /** Of a table whose rows here are sums: how many rows were added up. */
  readonly summed: number | null;
}

export interface DatasetFigures {
  readonly dataset: DatasetEntity;
  readonly officeName: string;
  readonly figures: Figures;
  /** In the order of the cube's tables. */
  readonly sources: readonly TableSource[];
  readonly notCompared: readonly PeriodEntity[];
  /** In the order in which they were given. */
  readonly others: readonly OtherTable[];
}

export interface DatasetAnalysis extends Analysis {
  /** Over the newest period; empty where nothing adds up. */
  readonly totals: Row;
  readonly totalsOf: TotalsOf;
  /** The rows that others make up, where something in the table is to be hidden; of a large table they are looked for where it is. */
  readonly sums: readonly RowSum[];
  /** What may be a sum of rows that nobody knows; likewise. */
  readonly unclear: readonly UnclearSum[];
  readonly dataset: DatasetEntity;
  readonly officeName: string;
  /** sha256 over columns and values: changes when a cell does. */
  readonly hash: string;
  /** Rows that were delivered. */
  readonly rowCount: number;
  /** Of a table that is too large for memory `rows` are sums by some of its keys; this is what it looks like itself. */
  readonly large: LargeAnalysed | null;
  /** Indicators that are not published because of what other data sets they tell, and why. */
  readonly untold?: readonly Untold[];
}

/** What the totals are of: a period where the table has several, the columns whose total lacks something, and the rows that were not added up. Before these were kept, they are not there. */
export type TotalsOf = Pick<Whole, 'period' | 'incomplete'> & Partial<Pick<Whole, 'without'>>;

export interface LargeAnalysed extends Pick<Analysis, 'columns' | 'rows'> {
  readonly id: string;
  /** The rows that the totals are of, by these keys. */
  readonly whole: { readonly keys: readonly string[]; readonly at: readonly (readonly (string | null)[])[] };
  readonly personal?: PersonalCounts | undefined;
}

interface OpenedTable extends GivenTable, Pick<TableTexts, 'rowCount' | 'added'> {
  readonly rows: readonly Row[];
  readonly layout: TableLayout;
}

/** Tables that were read, for any number of questions; each part is computed when it is first asked for. */
export class Opened {
  readonly places: Places;
  private readonly tables: readonly OpenedTable[];
  private made: DatasetFigures | undefined;
  private alone: DatasetFigures | undefined;
  private analysed: DatasetAnalysis | undefined;
  private readonly others: readonly (Omit<OtherTable, 'found'> & { readonly opened: Opened | null })[];

  constructor(
    private readonly given: Given,
    { texts, listed, others = [] }: Read,
  ) {
    this.places = new Places(listed);
    this.others = (given.others ?? []).map(({ name, title, given: other, lacks }, index) => {
      const read = others[index];
      return { name, title, lacks, opened: other && read ? new Opened(other, read) : null };
    });
    this.tables = given.tables.map((table, index) => {
      const { rows, layout, rowCount, added } = texts[index] ?? { rows: '[]', layout: '{}', rowCount: 0, added: null };
      const read = JSON.parse(layout) as TableLayout;
      const all = JSON.parse(rows) as TableRow[];
      // A leader is told the sums of what nobody has verified yet. A row of sums stands in no row of the file.
      return { ...table, rowCount, added, rows: (added ? all : withoutRefused({ rows: all, layout: { unreadable: read.unreadable ?? [] } })).map(present), layout: added ? { ...read, columns: {}, rowNumbers: [] } : read };
    });
  }

  get found(): DatasetFigures {
    return (this.made ??= this.foundIn(this.tables, this.othersAs((one) => one.found)));
  }

  get analysis(): DatasetAnalysis {
    const { dataset, officeName } = this.given;
    if (this.analysed) return this.analysed;
    const { rows = [], rowCount = 0, added = null } = this.tables[0] ?? {};
    const figures = this.own;
    const own = analysisOf(dataset, rows, added);
    const analysis = withOthers(own, figures, dataset);
    const whole = wholeOf(figures);
    const { period, incomplete } = whole;
    const large = added && largeOf(dataset, added, whole);
    const totals = added ? wholeSums(whole) : whole.totals;
    const isProtected = !added && dataset.variables.some(({ protection }) => protection);
    const sums = isProtected ? rowSums(figures.cube, rows.length, whole.facts) : [];
    const unclear = isProtected ? unclearSums(dataset.variables, figures.cube.facts, this.places) : [];
    // What was known of a column before it said whether it adds up is known still.
    const columns = analysis.columns.map(({ additivity: _, ...column }) => column);
    const hash = createHash('sha256').update(JSON.stringify([columns, own.rows, without(totals, acrossIn(dataset)), added?.largeId, ...this.stamps])).digest('hex');
    return (this.analysed = { ...analysis, totals, totalsOf: { period, incomplete, without: large ? notAdded(large, figures.period.name, period) : whole.without }, sums, unclear, dataset, officeName, hash, rowCount, large, untold: this.untold });
  }

  /** What other data sets give, by their deliveries: the same whoever asks, though not all may see it. */
  private get stamps(): (string | null)[] {
    return (this.given.others ?? []).map(({ stamp }) => stamp);
  }

  /** Indicators that are not published because of other data sets. */
  get untold(): readonly Untold[] {
    return untoldOf(this.given, Boolean(this.tables[0]?.added));
  }

  /** Of this period's table alone, as it is published. */
  get own(): Figures {
    return this.ownFound.figures;
  }

  /** Beside the other data sets' own tables of the period. What of their earlier tables is public nobody judges where this one is published. */
  private get ownFound(): DatasetFigures {
    const hasEarlier = [this.given, ...(this.given.others ?? []).flatMap(({ given }) => given ?? [])].some(({ tables }) => tables.length > 1);
    return (this.alone ??= hasEarlier ? this.foundIn(this.tables.slice(0, 1), this.othersAs((one) => one.ownFound)) : this.found);
  }

  private othersAs(figures: (one: Opened) => DatasetFigures): OtherTable[] {
    return this.others.map(({ opened, ...named }) => ({ ...named, found: opened && figures(opened) }));
  }

  private foundIn(tables: readonly OpenedTable[], others: readonly OtherTable[]): DatasetFigures {
    const { dataset, officeName, notCompared } = this.given;
    const sources = tables.map(({ dataset: of, period, layout, added, rowCount }) => ({ dataset: of, period, layout, summed: added && rowCount }));
    return { dataset, officeName, figures: this.figures(tables, others), sources, notCompared, others };
  }

  private figures(tables: readonly OpenedTable[], others: readonly OtherTable[]): Figures {
    const dataset = withColumns(this.given.dataset, this.tables[0]?.added ?? null);
    const keys = dimensionsOf(this.given.dataset);
    const cube = new Cube(dimensionsOf(dataset), tables.map(({ dataset: of, period: { year }, rows, added }) => ({ period: String(year), rows: of.id === this.given.dataset.id ? rows : rows.map(comparable(of, this.given.dataset)), changed: changedIn(of, this.given.dataset), without: added ? keys.filter(({ name, role }) => role !== 'period' && !added.columns.includes(name)) : [], overlaps: added?.overlaps })), this.places);
    return new Figures(cube, columnsOf(dataset).filter(isAmount), dataset.indicators.map(readIndicator), expectedOf(dataset, this.tables[0]?.rows ?? []), new OtherTables(others));
  }
}

const without = (row: Row, names: readonly string[]): Row => Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name)));

/** A data set as its analysis sees it: without the columns that its rows do not have any more. */
function withColumns(dataset: DatasetEntity, added: AddedUp | null): DatasetEntity {
  return added ? { ...dataset, variables: dataset.variables.filter(({ name }) => added.columns.includes(name)) } : dataset;
}

/** Of a large table, missing values are those of all its rows, not of the sums that are shown. */
function analysisOf(dataset: DatasetEntity, rows: readonly Row[], added: AddedUp | null): Analysis {
  const analysis = analyse(columnsOf(withColumns(dataset, added)), rows, dataset.indicators);
  return added ? { ...analysis, rows: analysis.rows.map((row) => without(row, ofRowsOnly(dataset, added))), missing: Object.values(added.facts.missing).reduce((sum, one) => sum + one, 0) } : analysis;
}

/** Indicators that the sums of a large table's rows do not have, for they mean something of a row only. */
function ofRowsOnly({ variables, indicators }: DatasetEntity, { columns }: AddedUp): string[] {
  if (variables.every(({ key, name }) => !key || columns.includes(name))) return [];
  const additive = new Set(variables.filter((one) => isAdditive(one)).map(({ name }) => name));
  return indicators.map(readIndicator).flatMap(({ name, read }) => (isOfSums(read, (column) => Boolean(otherColumn(column)) || additive.has(column)) ? [] : [name]));
}

/** A sum of a large table's rows is missing where one of its values is: what lacks it would lack all rows of that sum. */
const wholeSums = ({ totals, empty }: Whole): Row => Object.fromEntries(Object.entries(totals).filter(([name]) => !empty.includes(name)));

function largeOf(dataset: DatasetEntity, { largeId, head, facts: { personal } }: AddedUp, { facts }: Whole): LargeAnalysed {
  const indicators = dataset.indicators.map(readIndicator);
  const rows = (JSON.parse(head) as TableRow[]).map(present);
  const keys = dataset.variables.filter(({ key, name }) => key && facts.some(({ values }) => values[name] !== undefined)).map(({ name }) => name);
  const whole = { keys, at: facts.map(({ values }) => keys.map((name) => values[name] ?? null)) };
  return { id: largeId, columns: [...columnsOf(dataset), ...computedColumns(dataset)], rows: rows.map((row) => ({ ...row, ...computed(row, indicators) })), whole, personal };
}

/** The first rows of that period that are in none of the sums which make up the totals: others contain them. */
function notAdded({ rows, whole: { keys, at } }: LargeAnalysed, periodColumn: string, period: string | null): number[] {
  if (at.length === 0) return [];
  const added = new Set(at.map((values) => JSON.stringify(values)));
  return rows.flatMap((row, index) => ((period === null || row[periodColumn] === period) && !added.has(JSON.stringify(keys.map((name) => row[name] ?? null))) ? [index] : []));
}

const columnsOf = ({ variables }: DatasetEntity): MeasuredColumn[] => variables.map((one) => ({ name: one.name, title: one.title, type: one.type, unit: one.unit ?? undefined, key: one.key, ...(isAmount(one) && knownAdditivity(one)) }));

function knownAdditivity(variable: Variable): Pick<MeasuredColumn, 'additivity'> {
  const additivity = additivityOf(variable);
  return additivity === 'unknown' ? {} : { additivity };
}

/** What is other about a column than it was; null where nothing is. */
function changeOf({ name, unit, type }: Variable, was: DatasetEntity): Changed | null {
  const before = was.variables.find((one) => one.name === name);
  if (!before) return 'column-new';
  if (before.type !== type) return 'type-changed';
  return isSameUnit(before.unit, unit) ? null : 'unit-changed';
}

const changedIn = (was: DatasetEntity, is: DatasetEntity): Record<string, Changed> =>
  was.id === is.id ? {} : Object.fromEntries(is.variables.flatMap((one) => { const change = changeOf(one, was); return change ? [[one.name, change] as const] : []; }));

/** As much of an earlier row as means the same today: another unit makes other numbers. */
function comparable(was: DatasetEntity, is: DatasetEntity): (row: Row) => Row {
  const same = is.variables.filter((one) => changeOf(one, was) === null);
  return (row) => Object.fromEntries(same.flatMap(({ name }) => { const value = row[name]; return value === undefined ? [] : [[name, value] as const]; }));
}

/** The regions and periods that the data list asks for, as the table writes them. */
const expectedOf = ({ rules }: DatasetEntity, rows: readonly Row[]): Where[] =>
  rules.flatMap((rule) => {
    if (rule.kind !== 'grid') return [];
    const periods = periodsOf(rule, rows);
    return rule.regions.flatMap((region) => periods.map((period): Where => ({ [rule.region]: region, ...period })));
  });

function periodsOf(rule: GridRule, rows: readonly Row[]): Where[] {
  const { period } = rule;
  const expected = period ? expectedIn(rule, byFrequency(rows.map((row) => row[period] ?? null))) : null;
  return period && expected ? expected.map((one) => ({ [period]: one.written[0] ?? one.period })) : [{}];
}
