import type { EntityManager } from 'typeorm';
import type { Text } from './text.js';

/** A column of a {@link CollectedTable}. @beta */
export interface CollectedColumn {
  /** What its values are found by in a row. */
  readonly name: string;
  /** What people call it. */
  readonly title: string;
  /** How its values are written: whole numbers and numbers with a decimal point, dates as YYYY-MM-DD, regions by their code. */
  readonly type: 'integer' | 'number' | 'string' | 'date' | 'region';
  /** What is counted or measured; null where nothing is. */
  readonly unit: string | null;
  /** Whether it is part of what tells one row from another. */
  readonly key: boolean;
}

/**
 * How the rows of a large {@link CollectedTable} come from those that were delivered: a CSV of more than 100,000 rows or 20 MB is added up
 * by as many of its keys as make at most 20,000 sums. Columns that do not add up are not among them.
 *
 * @beta
 */
export interface CollectedSums {
  /** Columns that tell one sum from another: each is over all rows that have the same values in them. Empty: there is one, over all rows. */
  readonly by: readonly string[];
  /** Of the rows that were delivered, which {@link CollectedTables.pages} gives. */
  readonly columns: readonly CollectedColumn[];
}

/** A table that passed its verification and is being analysed. @beta */
export interface CollectedTable {
  /** Its data set's id. */
  readonly id: string;
  /** What people call it. */
  readonly title: string;
  /** The case in which it was collected. */
  readonly caseId: string;
  /** The office that delivered it. */
  readonly officeId: string;
  /** Of `rows`, in their order. */
  readonly columns: readonly CollectedColumn[];
  /** How many rows were delivered. */
  readonly rowCount: number;
  /** Of a table that is too large to be in memory: `rows` are not its rows, but sums of them. Not there: `rows` are all of it. */
  readonly summed?: CollectedSums;
  /** Values by column, as text, never rounded; null where a cell is empty, of a sum where a value was missing in it. */
  readonly rows: readonly Readonly<Record<string, string | null>>[];
  /** sha256 over columns and values: another one where a cell is another. */
  readonly hash: string;
}

/** What an analysis of one's own comes to: a small table with its explanation. @beta */
export interface OwnAnalysis {
  /** Lower case and hyphens; a second one of the same key takes the place of the first. */
  readonly key: string;
  /** Above it, on the page of the analysis and in the report. */
  readonly title: Text;
  /** How it was computed, so that somebody else could do it again. */
  readonly method: Text;
  /** In their order; numbers stand to the right. */
  readonly columns: readonly { readonly name: string; readonly title: Text; readonly number?: boolean }[];
  /** At most 500. Values as text by column; numbers with a decimal point; null where there is none, which is said and never filled. */
  readonly rows: readonly Readonly<Record<string, string | null>>[];
}

/**
 * The tables that the statistics application has collected, for analyses of one's own: a handler reads one, computes, and keeps what
 * it comes to. The page of the analysis and its report show that under the analysis' own title, with the title of the step that computed
 * it, which `@ExternalTask` declares. Once the table is another, the result is shown as out of date and left out of the report.
 *
 * @beta
 * @example
 * const table = await tables.read(id);
 * let empty = 0;
 * for await (const page of tables.pages(table)) empty += page.filter((row) => row['jumlah'] === null).length;
 * const counts = { rows: String(table.rowCount), empty: String(empty) };
 * const columns = [{ name: 'rows', title: { id: 'Baris', en: 'Rows' }, number: true }, { name: 'empty', title: { id: 'Tanpa jumlah', en: 'Without a total' }, number: true }];
 * const analysis = { key: 'rows', title: { id: 'Banyaknya baris', en: 'Number of rows' }, method: { id: 'Dihitung.', en: 'Counted.' }, columns, rows: [counts] };
 * await task.step.tx('kept', (db) => tables.keep(db, task, table, analysis));
 */
export abstract class CollectedTables {
  /** The tables of a case that passed verification, by title; their rows are not read. */
  abstract ofCase(caseId: string): Promise<readonly Pick<CollectedTable, 'id' | 'title' | 'officeId'>[]>;
  /**
   * A table with its rows; of a large one with sums of them, and by what they are added up: see {@link CollectedTable.summed}.
   *
   * @throws where there is no such table, or it has not passed verification.
   */
  abstract read(id: string): Promise<CollectedTable>;
  /**
   * All rows of a table that was read, as they were delivered, some thousand at a time: so a large one is read without being in memory.
   * They have the columns `table.summed.columns` where the table has that, otherwise `table.columns`.
   *
   * @throws at the first page, where the table is another by now.
   */
  abstract pages(table: Pick<CollectedTable, 'id' | 'hash'>): AsyncIterable<CollectedTable['rows']>;
  /**
   * Keeps a result within the step's transaction, in place of an earlier one of its key, under the topic and the title of the task.
   *
   * @throws where a row names a column that is not there, or a number is none.
   */
  abstract keep(db: EntityManager, task: { readonly topic: string; readonly title: Text; readonly caseId: string }, table: Pick<CollectedTable, 'id' | 'hash'>, analysis: OwnAnalysis): Promise<void>;
}
