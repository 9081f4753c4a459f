import type { Text } from 'tertib';
import type { Variable } from '../datasets/dataset.types.js';

/** What the types of columns are called where somebody fills them. */
export const TYPE_NAMES: Readonly<Record<Variable['type'], Text>> = {
  integer: { id: 'bilangan bulat', en: 'whole number' }, number: { id: 'angka', en: 'number' }, string: { id: 'teks', en: 'text' }, date: { id: 'tanggal', en: 'date' }, region: { id: 'kode wilayah', en: 'region code' },
};
