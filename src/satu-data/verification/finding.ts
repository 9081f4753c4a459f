import type { Text } from 'tertib';
import type { Remeasured } from '../changes/remeasured.js';
import type { CodesByColumn } from '../code-lists/column-codes.js';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import type { Level } from '../datasets/dataset.types.js';
import { settingsFor, USUAL, type RuleSettings } from '../datasets/rule-settings.js';
import { cellName, cellWords } from '../tables/cell-name.js';
import type { ReadTable, TableRow } from '../tables/index.js';
import type { Severity } from './finding.entity.js';
import type { Judged } from './judged.js';

/** What verification noticed, before it is stored. `row` is the source's row number, `index` the one in `rows`. */
export interface Finding {
  readonly rule: RuleName;
  /** Which of the office's own rules, counted from 0 among them. */
  readonly ownRule?: number | null;
  readonly severity: Severity;
  readonly row: number | null;
  readonly column: string | null;
  /** As Excel names it, e.g. `C7`; null of a table that was typed. */
  readonly cell: string | null;
  readonly message: Text;
  /** How many cells it tells of, where it counts those that are not named one by one; otherwise one. */
  readonly times?: number;
}

/** How many findings there are, named one by one or counted in a sentence. */
export const timesIn = (findings: readonly Pick<Finding, 'times'>[]): number => findings.reduce((sum, { times = 1 }) => sum + times, 0);

/** As a finding is shown in its cell, and what people said of it. */
export interface Noted extends Omit<Finding, 'rule'> {
  readonly rule: RuleName | 'comment';
  /** Why an official let it pass. */
  readonly acceptedReason?: string | null;
}

export type RuleName =
  | 'empty' | 'template' | 'column-missing' | 'column-unknown' | 'reading' | 'type' | 'required' | 'range' | 'code' | 'pattern' | 'key' | 'sum' | 'whole' | 'compare' | 'grid' | 'outlier' | 'change' | 'contributors';

/** What the checks compare with. */
export interface VerificationContext {
  /** By column: the codes that are valid at the period of the data. */
  readonly codes: CodesByColumn;
  /** The same data set's accepted table of the period before. */
  readonly lastPeriod?: readonly TableRow[] | undefined;
  /** What that table measured otherwise: these columns are not compared with it. */
  readonly remeasured?: readonly Remeasured[] | undefined;
  /** The delivery before this one, in the same period. */
  readonly before?: readonly TableRow[] | undefined;
  /** How the office weighs the rules; as usual where it does not say. */
  readonly settings?: RuleSettings | undefined;
}

export type Described = Pick<DatasetEntity, 'variables' | 'rules'>;

/** The table under verification: what a check needs to look at, and where it reports. */
export class Sheet {
  readonly findings: Finding[] = [];
  /** As {@link Looked.judged}. */
  readonly judged: Judged[] = [];
  /** What holds for this data set. */
  readonly settings: RuleSettings;
  private readonly faulty = new Set<string>();

  constructor(
    readonly dataset: Described,
    readonly table: ReadTable,
    readonly context: VerificationContext,
  ) {
    this.settings = settingsFor(context.settings ?? USUAL, dataset.rules);
  }

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

  /** By which the columns stand in their order. */
  letter(column: string): string {
    return this.table.layout.columns[column] ?? '';
  }

  /** Its number in the source. */
  row(index: number): number {
    return this.table.layout.rowNumbers[index] ?? 0;
  }

  cell(index: number, column: string): string | null {
    return cellName(this.table.layout, this.letter(column), this.row(index));
  }

  /** The cell in words, where nothing beside them names it. */
  place(index: number, column: string): Text {
    return cellWords(this.cell(index, column), this.row(index), this.title(column));
  }

  atCell(rule: RuleName, severity: Level, index: number, column: string, message: Text, ownRule?: number): void {
    if (severity === 'OFF') return;
    this.findings.push({ rule, ...(ownRule !== undefined && { ownRule }), severity, row: this.table.layout.rowNumbers[index] ?? null, column, cell: this.cell(index, column), message });
    if (severity === 'ERROR') this.faulty.add(`${index}:${column}`);
  }

  atTable(rule: RuleName, severity: Level, message: Text, column: string | null = null): void {
    if (severity === 'OFF') return;
    this.findings.push({ rule, severity, row: null, column, cell: null, message });
  }
}
