import type { Row } from '../analysis/analyse.js';
import { schemeOf } from '../code-lists/column-codes.js';
import type { PublicationEntity, PublishedColumn } from './publication.entity.js';

/** More would make the package larger than most of the tables that it is about. */
const MOST = 10_000;

/** Of a list that is too long to be named at its column. */
const hasLongList = ({ type, list, codes }: PublishedColumn): boolean => schemeOf({ type, list: list ?? null }) !== null && !codes?.length;

/** Columns with the codes that their rows have, so that whoever asks for these does not have the whole table read. */
export const withWritten = (columns: readonly PublishedColumn[], rows: readonly Row[]): PublishedColumn[] =>
  columns.map((column) => {
    if (!hasLongList(column)) return column;
    const written = [...new Set(rows.flatMap((row) => row[column.name] ?? []))].sort();
    return { ...column, written: written.length > MOST ? null : written };
  });

/** Whether they are still to be read from the rows: earlier versions did not keep them. Of a table of which only the first rows are at hand they are not known. */
export const lacksWritten = ({ columns, rowCount }: Pick<PublicationEntity, 'columns' | 'rowCount'>): boolean => rowCount === null && columns.some((column) => hasLongList(column) && column.written === undefined);
