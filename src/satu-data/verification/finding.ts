import type { Text } from 'tertib';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import type { ReadTable, TableRow } from '../tables/index.js';
import type { Severity } from './finding.entity.js';

/** What verification noticed, before it is stored. `row` is the source's row number, `index` the one in `rows`. */
export interface Finding {
  readonly rule: RuleName;
  readonly severity: Severity;
  readonly row: number | null;
  readonly column: string | null;
  /** As Excel names it, e.g. `C7`. */
  readonly cell: string | null;
  readonly message: Text;
}

/** As a finding is shown in its cell, and what people said of it. */
export interface Noted extends Omit<Finding, 'rule'> {
  readonly rule: RuleName | 'comment';
}

export type RuleName =
  | 'empty' | 'template' | 'column-missing' | 'column-unknown' | 'type' | 'required' | 'range' | 'code' | 'pattern' | 'key' | 'sum' | 'compare' | 'grid' | 'outlier' | 'change';

/** What the checks compare with. */
export interface VerificationContext {
  /** Names of region codes that are valid. */
  readonly regions: Readonly<Record<string, string>>;
  /** The same data set's accepted table of the period before. */
  readonly lastPeriod?: readonly TableRow[] | undefined;
  /** The delivery before this one, in the same period. */
  readonly before?: readonly TableRow[] | undefined;
}

export type Described = Pick<DatasetEntity, 'variables' | 'rules'>;

/** The table under verification: what a check needs to look at, and where it reports. */
export class Sheet {
  readonly findings: Finding[] = [];
  private readonly faulty = new Set<string>();

  constructor(
    readonly dataset: Described,
    readonly table: ReadTable,
    readonly context: VerificationContext,
  ) {}

  get rows(): readonly TableRow[] {
    return this.table.rows;
  }

  title(name: string): string {
    return this.dataset.variables.find((variable) => variable.name === name)?.title ?? name;
  }

  has(name: string): boolean {
    return name in this.table.layout.columns;
  }

  /** The cell's value where nothing was found wrong with it. */
  sound(index: number, column: string): string | null {
    return this.isFaulty(index, column) ? null : (this.rows[index]?.[column] ?? null);
  }

  isFaulty(index: number, column: string): boolean {
    return this.faulty.has(`${index}:${column}`);
  }

  cell(index: number, column: string): string {
    return `${this.table.layout.columns[column] ?? ''}${this.table.layout.rowNumbers[index] ?? ''}`;
  }

  atCell(rule: RuleName, severity: Severity, index: number, column: string, message: Text): void {
    this.findings.push({ rule, severity, row: this.table.layout.rowNumbers[index] ?? null, column, cell: this.cell(index, column), message });
    if (severity === 'ERROR') this.faulty.add(`${index}:${column}`);
  }

  atTable(rule: RuleName, severity: Severity, message: Text, column: string | null = null): void {
    this.findings.push({ rule, severity, row: null, column, cell: null, message });
  }
}
