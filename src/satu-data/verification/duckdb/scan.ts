import type { TableLayout } from '../../tables/table.types.js';
import { columnLetter } from '../../tables/column-letter.js';
import type { Described, Finding, RuleName, VerificationContext } from '../finding.js';
import type { Severity } from '../finding.entity.js';
import type { Text } from 'tertib';
import type { Cut } from './faults.js';
import type { Database } from './database.js';
import { columnsOf, type ScanColumn, type TableFile } from './table-file.js';

/** What the table is beside its cells. */
export type FileLayout = Pick<TableLayout, 'unreadable' | 'unknown' | 'templateFits' | 'rowNumbers'> & { readonly columns?: Readonly<Record<string, string>> };

/** What the checks compare with, as files that were read before. */
export interface ScanContext extends Pick<VerificationContext, 'regions'> {
  readonly lastPeriod?: TableFile | undefined;
  readonly before?: TableFile | undefined;
}

/** One check of one file: what its parts look at, and where they report. */
export class Scan {
  readonly findings: Finding[] = [];
  readonly cuts: Cut[] = [];
  readonly columns: readonly ScanColumn[];

  constructor(
    readonly database: Database,
    readonly file: TableFile,
    readonly dataset: Described,
    readonly context: ScanContext,
    readonly layout: FileLayout,
    readonly kept: number,
  ) {
    this.columns = columnsOf(dataset.variables, file);
  }

  /** A row's number in the source, in SQL over `cells` under whatever name it stands. */
  row(cells = 'cells'): string {
    return this.file.read ? `${cells}.n` : `(${cells}.rowid + 2)::INTEGER`;
  }

  column(name: string): ScanColumn | undefined {
    return this.columns.find(({ variable }) => variable.name === name);
  }

  title(name: string): string {
    return this.dataset.variables.find((variable) => variable.name === name)?.title ?? name;
  }

  cell(row: number, column: string): string {
    const place = this.file.places[column];
    return `${this.layout.columns?.[column] ?? (place === undefined ? '' : columnLetter(place + 1))}${row}`;
  }

  atCell(rule: RuleName, severity: Severity, row: number, column: string, message: Text): void {
    this.findings.push({ rule, severity, row, column, cell: this.cell(row, column), message });
  }

  /** Notes that more cells broke the rule than are named. */
  counted(rule: RuleName, severity: Severity, column: string, count: number): void {
    if (count > this.kept) this.cuts.push({ rule, severity, column, count });
  }

  atTable(rule: RuleName, severity: Severity, message: Text, column: string | null = null): void {
    this.findings.push({ rule, severity, row: null, column, cell: null, message });
  }
}

/** The value where nothing was found wrong with it, in SQL. */
export const sound = ({ value, fault }: ScanColumn): string => `CASE WHEN ${fault} = 0 THEN ${value} END`;
