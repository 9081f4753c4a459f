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
  /** In their order. */
  readonly columns: readonly CollectedColumn[];
  /** Values by column, as text, never rounded; null where a cell is empty. */
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
 * const count = { name: 'rows', title: { id: 'Baris', en: 'Rows' }, number: true };
 * const analysis = { key: 'rows', title: { id: 'Banyaknya baris', en: 'Number of rows' }, method: { id: 'Dihitung.', en: 'Counted.' }, columns: [count], rows: [{ rows: String(table.rows.length) }] };
 * await task.step.tx('kept', (db) => tables.keep(db, task, table, analysis));
 */
export abstract class CollectedTables {
  /** The tables of a case that passed verification, by title; their rows are not read. */
  abstract ofCase(caseId: string): Promise<readonly Pick<CollectedTable, 'id' | 'title' | 'officeId'>[]>;
  /**
   * A table with its rows.
   *
   * @throws where there is no such table, or it has not passed verification.
   */
  abstract read(id: string): Promise<CollectedTable>;
  /**
   * Keeps a result within the step's transaction, in place of an earlier one of its key, under the topic and the title of the task.
   *
   * @throws where a row names a column that is not there, or a number is none.
   */
  abstract keep(db: EntityManager, task: { readonly topic: string; readonly title: Text; readonly caseId: string }, table: Pick<CollectedTable, 'id' | 'hash'>, analysis: OwnAnalysis): Promise<void>;
}
