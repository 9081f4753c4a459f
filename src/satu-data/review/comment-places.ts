import type { DatasetEntity } from '../datasets/dataset.entity.js';
import { cellName } from '../tables/cell-name.js';
import type { ReadTable, TableRow } from '../tables/index.js';
import type { Noted } from '../verification/finding.js';
import type { CommentReplyEntity, TableCommentEntity } from './review.entities.js';

type Columns = Pick<DatasetEntity, 'variables'>;
type Place = Pick<TableCommentEntity, 'place' | 'column'>;

/** Where a data set's table with its comments is, below the admin. */
export const tablePath = (datasetId: string): string => `/satu-data/review/table/${datasetId}`;

/** What tells a row from the others: the values of its key columns, or of all where the data set names no key. */
export function placeOfRow({ variables }: Columns, row: TableRow): Record<string, string> {
  const keys = variables.filter(({ key }) => key);
  return Object.fromEntries((keys.length > 0 ? keys : variables).flatMap(({ name }) => { const value = row[name]; return value === null || value === undefined ? [] : [[name, value]]; }));
}

/** Whether a comment is about this row; one on the table as a whole is about none. */
export const isAbout = ({ place }: Pick<Place, 'place'>, row: Readonly<Record<string, unknown>>): boolean => {
  const values = Object.entries(place);
  return values.length > 0 && values.every(([name, value]) => row[name] === value);
};

/** The column in which a comment is shown: its own, or, for the row as a whole, the first that names the row. */
export const shownIn = ({ place, column }: Place): string | null => column ?? Object.keys(place)[0] ?? null;

/** A comment with all that was said to it, in one sentence. */
export const threadWords = ({ source, userName, comment }: TableCommentEntity, replies: readonly CommentReplyEntity[]): string =>
  [`${source}, ${userName}: ${comment}`, ...replies.map((reply) => `${reply.userName}: ${reply.text}`)].join(' → ');

/** Open comments in the cells of a table, as findings are: wherever cells are marked, they are. */
export function inCells(comments: readonly (TableCommentEntity & { readonly replies: readonly CommentReplyEntity[] })[], { rows, layout }: Pick<ReadTable, 'rows' | 'layout'>): Noted[] {
  return comments.map((comment) => {
    const index = rows.findIndex((row) => isAbout(comment, row));
    const column = shownIn(comment);
    const row = layout.rowNumbers[index] ?? null;
    const letter = column === null ? undefined : layout.columns[column];
    const words = threadWords(comment, comment.replies);
    const text = row === null && comment.placeName ? `${comment.placeName}: ${words}` : words;
    return { rule: 'comment', severity: 'INFO', row, column: row === null ? null : column, cell: row !== null && letter ? cellName(layout, letter, row) : null, message: { id: text, en: text } };
  });
}
