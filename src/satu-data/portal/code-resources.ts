import { schemeOf } from '../code-lists/column-codes.js';
import type { PublicationEntity, PublishedColumn } from '../publication/publication.entity.js';
import { codeTitle } from './code-title.js';

/** More would make the package larger than most of the tables that it is about. */
const MOST = 10_000;

const SCHEMA = { fields: [{ name: 'kode', title: 'Kode', type: 'string', constraints: { required: true, unique: true } }, { name: 'nama', title: 'Nama', type: 'string' }], primaryKey: ['kode'] };

type Published = Pick<PublicationEntity, 'slug' | 'columns' | 'rows' | 'rowCount'>;

/** Columns whose list is too long to be named at the column, each with a table of the codes that are written in it; of a table of which only the first rows are at hand, nobody knows all. */
export function codeResources({ slug, columns, rows, rowCount }: Published) {
  return columns.flatMap((column) => {
    const codes = hasLongList(column) && rowCount === null ? [...new Set(rows.flatMap((row) => row[column.name] ?? []))].sort() : [];
    if (codes.length === 0 || codes.length > MOST) return [];
    const name = `${slug}.kode.${column.name}`;
    return [{
      key: { fields: [column.name], reference: { resource: name, fields: ['kode'] } },
      resource: { name, title: `Kode yang dipakai pada kolom ${column.title}`, data: codes.map((kode) => ({ kode, nama: codeTitle(column, kode, 'id') ?? '' })), schema: SCHEMA },
    }];
  });
}

const hasLongList = ({ type, list, codes }: PublishedColumn): boolean => schemeOf({ type, list: list ?? null }) !== null && !codes?.length;
