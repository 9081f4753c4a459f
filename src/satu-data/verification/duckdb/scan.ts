import type { TableLayout } from '../../tables/table.types.js';
import { cellName, cellWords } from '../../tables/cell-name.js';
import { columnLetter } from '../../tables/column-letter.js';
import type { Described, Finding, RuleName, VerificationContext } from '../finding.js';
import type { Level, Variable } from '../../datasets/dataset.types.js';
import { settingsFor, USUAL, type RuleSettings } from '../../datasets/rule-settings.js';
import { widened } from '../compare.js';
import type { Judged } from '../judged.js';
import type { Text } from 'tertib';
import type { Cut } from './faults.js';
import type { Database } from './database.js';
import { textOf } from './storage.js';
import { columnsOf, type ScanColumn, type TableFile } from './table-file.js';

/** What the table is beside its cells. */
export type FileLayout = Pick<TableLayout, 'source' | 'unreadable' | 'unknown' | 'remarks' | 'renamed' | 'templateFits' | 'rowNumbers'> & { readonly columns?: Readonly<Record<string, string>> };

/** What the checks compare with, as files that were read before. */
export interface ScanContext extends Pick<VerificationContext, 'codes' | 'settings' | 'remeasured'> {
  readonly lastPeriod?: TableFile | undefined;
  readonly before?: TableFile | undefined;
}

/** One check of one file: what its parts look at, and where they report. */
export class Scan {
  readonly findings: Finding[] = [];
  readonly cuts: Cut[] = [];
  /** As {@link Looked.judged}. */
  readonly judged: Judged[] = [];
  /** Columns with cells in the table `faults`. */
  private readonly faulty = new Set<number>();
  readonly columns: readonly ScanColumn[];
  /** What holds for this data set. */
  readonly settings: RuleSettings;

  constructor(
    readonly database: Database,
    readonly file: TableFile,
    readonly dataset: Described,
    readonly context: ScanContext,
    readonly layout: FileLayout,
    readonly kept: number,
    wide: ReadonlySet<string> = new Set(),
  ) {
    this.settings = settingsFor(context.settings ?? USUAL, dataset.rules);
    this.columns = columnsOf(dataset.variables.map((variable) => widened(variable, this.settings.range)), file, context.codes, wide);
  }

  /** A row's number in the source, in SQL over `cells` under whatever name it stands. */
  row(cells = 'cells'): string {
    return this.file.read ? `${cells}.n` : `(${cells}.rowid + ${this.file.firstRow ?? 2})::INTEGER`;
  }

  /**
   * A cell that broke a rule has no value any more, and a row in `faults` that says what it held. `spots` is a table or query of their places.
   * @param fault - an expression over it.
   * @param written - another, of what was written, where a cell has no value.
   */
  async isFaulty({ index, value, storage }: ScanColumn, spots: string, fault: string | number, written = 'NULL'): Promise<void> {
    this.faulty.add(index);
    await this.database.run(`INSERT INTO faults SELECT cells.rowid, ${index}, ${fault}, coalesce(${textOf({ value, storage })}, ${written}) FROM ${spots} AS found JOIN cells ON cells.rowid = found.spot`);
    await this.database.run(`UPDATE cells SET ${value} = NULL FROM ${spots} AS found WHERE cells.rowid = found.spot`);
  }

  /** A cell that only raised a doubt keeps its value, for the later rules to look at. */
  async isDoubtful({ index, value, storage }: ScanColumn, spots: string): Promise<void> {
    await this.database.run(`INSERT INTO doubts SELECT cells.rowid, ${index}, found.fault, ${textOf({ value, storage })} FROM ${spots} AS found JOIN cells ON cells.rowid = found.spot`);
  }

  /** Cells with what the faulty ones of these columns held, and how to ask for it in SQL. */
  withFaults(columns: readonly ScanColumn[]): { readonly from: string; readonly text: (column: ScanColumn) => string; readonly isFaulty: (column: ScanColumn) => string } {
    const faulty = columns.filter(({ index }) => this.faulty.has(index)).map(({ index }) => index);
    const held = faulty.map((index) => `max(text) FILTER (place = ${index}) AS t${index}, count(*) FILTER (place = ${index}) > 0 AS f${index}`);
    return {
      from: faulty.length === 0 ? 'cells' : `cells LEFT JOIN (SELECT spot, ${held.join(', ')} FROM faults WHERE place IN (${faulty.join(', ')}) GROUP BY spot) AS held ON held.spot = cells.rowid`,
      text: (column) => (faulty.includes(column.index) ? `coalesce(${textOf(column)}, held.t${column.index})` : textOf(column)),
      isFaulty: ({ index }) => (faulty.includes(index) ? `coalesce(held.f${index}, FALSE)` : 'FALSE'),
    };
  }

  /** Rows of which a condition is true. */
  count(condition: string): Promise<number> {
    return this.countIn(`cells WHERE ${condition}`);
  }

  private async countIn(from: string): Promise<number> {
    const [{ rows } = { rows: 0 }] = await this.database.rows<{ rows: number }>(`SELECT count(*)::INTEGER AS rows FROM ${from}`);
    return rows;
  }

  /** 1 where a condition is true of any row, else 0: to count them all takes as long as to look at them all. */
  some(condition: string): Promise<number> {
    return this.countIn(`(SELECT 1 FROM cells WHERE ${condition} LIMIT 1)`);
  }

  column(name: string): ScanColumn | undefined {
    return this.columns.find(({ variable }) => variable.name === name);
  }

  /** As the data set has it, with the bounds that are told. */
  variable(name: string): Variable | undefined {
    return this.dataset.variables.find((variable) => variable.name === name);
  }

  title(name: string): string {
    return this.variable(name)?.title ?? name;
  }

  letter(column: string): string {
    const place = this.file.places[column];
    return this.layout.columns?.[column] ?? (place === undefined ? '' : columnLetter(place + 1));
  }

  cell(row: number, column: string): string | null {
    return cellName(this.layout, this.letter(column), row);
  }

  /** As {@link Sheet.place}. */
  place(row: number, column: string): Text {
    return cellWords(this.cell(row, column), row, this.title(column));
  }

  atCell(rule: RuleName, severity: Level, row: number, column: string, message: Text, ownRule?: number): void {
    if (severity === 'OFF') return;
    this.findings.push({ rule, ...(ownRule !== undefined && { ownRule }), severity, row, column, cell: this.cell(row, column), message });
  }

  /** Notes that more cells broke the rule than are named. */
  counted(rule: RuleName, severity: Level, column: string, count: number, ownRule?: number): void {
    if (count > this.kept && severity !== 'OFF') this.cuts.push({ rule, ...(ownRule !== undefined && { ownRule }), severity, column, count, named: this.kept });
  }

  atTable(rule: RuleName, severity: Level, message: Text, column: string | null = null): void {
    if (severity === 'OFF') return;
    this.findings.push({ rule, severity, row: null, column, cell: null, message });
  }
}
