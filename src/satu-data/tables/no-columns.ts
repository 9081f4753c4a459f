import type { Variable } from '../datasets/dataset.types.js';
import { UnreadableTable } from './table.types.js';

const NAMED = 12;
const list = (texts: readonly string[]): string => texts.slice(0, NAMED).map((text) => `“${text.slice(0, 40)}”`).join(', ');

/** Nothing in the file is called as what is asked for. */
export function noColumns(headers: readonly string[], variables: readonly Variable[]): UnreadableTable {
  const [found, expected] = [list(headers.filter((header) => header !== '')), list(variables.map(({ title }) => title))];
  return new UnreadableTable({
    id: `Tidak ada kolom yang dikenal dalam berkas ini. ${found ? `Baris pertamanya berisi ${found}` : 'Baris pertamanya kosong'}; yang diminta: ${expected}. Perbaiki judul kolomnya, lalu unggah lagi.`,
    en: `None of the columns in this file is known. ${found ? `Its first line holds ${found}` : 'Its first line is empty'}; asked for are ${expected}. Correct the headers and upload it again.`,
  });
}
