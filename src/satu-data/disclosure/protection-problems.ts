import type { Text } from 'tertib';
import type { Variable } from '../datasets/dataset.types.js';

const NUMBERS = ['integer', 'number'];

/** What does not fit in how a column is to be protected, at the fields of the data list. */
export function protectionProblems({ name, type, protection }: Variable, variables: readonly Variable[]): (Text & { readonly field: string })[] {
  if (!protection) return [];
  if (!NUMBERS.includes(type)) return [{ field: 'perlindungan', id: 'Hanya kolom angka yang dapat dilindungi.', en: 'Only columns of numbers can be protected.' }];
  const { contributors, largestTwo } = protection;
  const columns = [['kolomPenyumbang', contributors], ['kolomDuaTerbesar', largestTwo]] as const;
  return columns.flatMap(([field, column]) => {
    if (column === undefined) return [];
    const found = variables.find((one) => one.name === column);
    if (found && NUMBERS.includes(found.type) && column !== name) return [];
    return [{ field, id: `Isi nama kolom angka lain pada daftar ini${column ? `; “${column}” bukan kolom seperti itu` : ''}.`, en: `Give the name of another column of numbers in this list${column ? `; “${column}” is none` : ''}.` }];
  });
}
