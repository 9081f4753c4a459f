import type { Text } from 'tertib';
import type { DatasetAnalysis } from '../analysis/opened.js';
import type { LargeHidden } from '../large/large.types.js';
import { cellNames, sumNames } from './cell-names.js';

const WAY_OUT: Text = {
  id: 'Gabungkan wilayah atau kategori yang kecil, lalu minta data itu kembali.',
  en: 'Merge small regions or categories, then ask for the data again.',
};

/** Why a table is not published of which a reader could find out what is hidden; null where nobody could. */
export function openWords({ dataset: { title }, columns }: Pick<DatasetAnalysis, 'dataset' | 'columns'>, { open, openSums }: Pick<LargeHidden, 'open' | 'openSums'>): Text | null {
  if (open.count > 0) {
    const cells = cellNames(open.named, columns);
    return {
      id: `Dataset "${title}" belum dapat dipublikasikan: ${open.count} sel yang disamarkan dapat dihitung kembali dari sel lain (${cells.id}). ${WAY_OUT.id}`,
      en: `The data set “${title}” cannot be published yet: hidden cells that could be computed from other cells: ${open.count} (${cells.en}). ${WAY_OUT.en}`,
    };
  }
  if (openSums.count === 0) return null;
  const sums = sumNames(openSums.named, columns);
  return {
    id: `Dataset "${title}" belum dapat dipublikasikan: ${openSums.count} jumlah dari sel-sel yang disamarkan dapat dihitung dari sel lain, padahal jumlah itu pun menyangkut terlalu sedikit penyumbang, atau mungkin dikuasai dua di antaranya (${sums.id}). ${WAY_OUT.id}`,
    en: `The data set “${title}” cannot be published yet: sums of hidden cells that could be computed from other cells, and that concern too few contributors too, or may be made up by two of them nearly alone: ${openSums.count} (${sums.en}). ${WAY_OUT.en}`,
  };
}
