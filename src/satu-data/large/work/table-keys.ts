import { dimensionsOf } from '../../analysis/dimensions.js';
import type { Rule, Variable } from '../../datasets/dataset.types.js';
import { TimesWithin } from '../../tables/times-within.js';
import type { Database } from '../../verification/duckdb/database.js';
import type { LargeShape } from '../large.types.js';
import { linesAround, linesOf, valuesOf, type KeyLine, type ListedKeys } from './key-lines.js';

export interface Described {
  readonly variables: readonly Variable[];
  readonly rules: readonly Rule[];
}

/** A key by its column of the kept table, and what lies in what of its values. */
export interface TableKey {
  readonly name: string;
  readonly place: string;
  /** As the name or the list says. */
  readonly lines: readonly KeyLine[];
  readonly subtotals: readonly string[];
  /** Null where none lies in another. */
  readonly times: TimesWithin | null;
}

/** The keys of a table that is in SQL, each read when somebody asks for it. */
export class TableKeys {
  readonly names: readonly string[];
  private readonly columns: readonly Variable[];
  private readonly times: ReadonlySet<string>;
  private readonly period: string | undefined;
  private readonly read = new Map<string, Promise<TableKey>>();

  constructor(
    private readonly database: Database,
    readonly rows: string,
    private readonly shape: LargeShape,
    { variables, rules }: Described,
    private readonly listed: ListedKeys,
  ) {
    this.columns = variables.filter(({ name, key }) => key && shape.names.includes(name));
    this.names = this.columns.map(({ name }) => name);
    const dimensions = dimensionsOf({ variables: [...variables], rules: [...rules] });
    this.times = new Set(dimensions.flatMap(({ name, isTime }) => (isTime ? [name] : [])));
    this.period = dimensions.find(({ name, role }) => role === 'period' && this.names.includes(name))?.name;
  }

  get places(): readonly string[] {
    return this.names.map((name) => this.placeOf(name));
  }

  placeOf(name: string): string {
    return `v${this.shape.names.indexOf(name)}`;
  }

  /** Nothing is added up over periods unseen: none lies in another. */
  isPeriod(name: string): boolean {
    return name === this.period;
  }

  of(name: string): Promise<TableKey> {
    return this.read.get(name) ?? (this.read.set(name, this.keyOf(name)).get(name) as Promise<TableKey>);
  }

  private async keyOf(name: string): Promise<TableKey> {
    const column = this.columns.find((one) => one.name === name) as Variable;
    const place = this.placeOf(name);
    const values = await valuesOf(this.database, this.rows, place);
    const known = linesOf(values, this.listed[name], column);
    const times = this.times.has(name) ? new TimesWithin(values, this.period === undefined ? [] : await valuesOf(this.database, this.rows, this.placeOf(this.period))) : null;
    return { name, place, lines: linesAround(values, known), subtotals: known.subtotals, times: times?.areNested ? times : null };
  }
}
