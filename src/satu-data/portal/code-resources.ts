import type { PublicationEntity } from '../publication/publication.entity.js';
import { codeTitle } from './code-title.js';

const SCHEMA = { fields: [{ name: 'kode', title: 'Kode', type: 'string', constraints: { required: true, unique: true } }, { name: 'nama', title: 'Nama', type: 'string' }], primaryKey: ['kode'] };

type Published = Pick<PublicationEntity, 'slug' | 'columns' | 'rowCount'>;

/** Columns whose list is too long to be named at the column, each with a table of the codes that are written in it; of a table of which only the first rows are at hand, nobody knows all. */
export function codeResources({ slug, columns, rowCount }: Published) {
  return columns.flatMap((column) => {
    const codes = rowCount === null ? (column.written ?? []) : [];
    if (codes.length === 0) return [];
    const name = `${slug}.kode.${column.name}`;
    return [{
      key: { fields: [column.name], reference: { resource: name, fields: ['kode'] } },
      resource: { name, title: `Kode yang dipakai pada kolom ${column.title}`, data: codes.map((kode) => ({ kode, nama: codeTitle(column, kode, 'id') ?? '' })), schema: SCHEMA },
    }];
  });
}
