import type { Text } from 'tertib';
import type { DatasetAnalysis } from '../analysis/opened.js';
import type { HiddenCell } from '../disclosure/protect.js';
import { cellNames, sumNames, type NamedCell } from './cell-names.js';
import type { ToldBefore } from './told-before.js';
import { rowName } from './visible.js';

const MOST_NAMED = 5;

const namesOf = (analysis: DatasetAnalysis, cells: readonly HiddenCell[]): NamedCell[] => cells.slice(0, MOST_NAMED).map((cell) => ({ row: rowName(analysis, cell), column: cell.column }));

/** Whether the page before lets somebody compute what is hidden and it does not show. */
export const isOpenByBefore = ({ open, openSums }: ToldBefore): boolean => open.length > 0 || openSums.length > 0;

/** Why a publication is refused that the page before lets somebody compute hidden cells of. */
export function openByBefore(analysis: DatasetAnalysis, { open, openSums }: ToldBefore): Text {
  const { dataset: { title }, columns } = analysis;
  const isSum = open.length === 0;
  const cells = isSum ? sumNames(openSums.slice(0, MOST_NAMED).map((sum) => namesOf(analysis, sum)), columns) : cellNames(namesOf(analysis, open), columns);
  return {
    id: `Dataset "${title}" belum dapat dipublikasikan: ${isSum ? `${openSums.length} jumlah dari sel-sel yang disamarkan, yang pun menyangkut terlalu sedikit penyumbang,` : `${open.length} sel yang disamarkan`} dapat dihitung dari halaman portal yang sekarang, yang masih menampilkan sel lain yang kini disamarkan (${cells.id}). Siapa pun mungkin sudah menyimpan halaman itu. Gabungkan wilayah atau kategori yang kecil, lalu minta data itu kembali.`,
    en: `The data set “${title}” cannot be published yet: ${isSum ? 'sums of hidden cells that concern too few contributors too, and' : 'hidden cells'} that could be computed with the portal’s present page, which shows other cells that are hidden now: ${isSum ? openSums.length : open.length} (${cells.en}). Anybody may have kept that page. Merge small regions or categories, then ask for the data again.`,
  };
}

/** What whoever ordered it is told of the page before; null where it gives nothing away. */
export function beforeWords(analysis: DatasetAnalysis, { shown, unprotected }: ToldBefore): Text | null {
  const { title } = analysis.dataset;
  const cells = cellNames(namesOf(analysis, shown), analysis.columns);
  const said: Text[] = [
    ...(shown.length > 0 ? [{
      id: `${shown.length} sel dataset "${title}" yang kini disamarkan masih tampil di halaman portal yang akan digantikan (${cells.id}). Halaman itu tidak tampil lagi setelah rilis, tetapi salinan yang sudah diunduh tetap memuatnya.`,
      en: `Cells of the data set “${title}” that are hidden now stand on the portal’s page that is to be replaced: ${shown.length} (${cells.en}). The page is gone after the release, but copies that were downloaded still have them.`,
    }] : []),
    ...(unprotected.length > 0 ? [{
      id: `Kolom dataset "${title}" yang sel kecilnya disamarkan di halaman portal yang sekarang tidak lagi ditandai dilindungi: ${unprotected.join(', ')}. Semua selnya akan tampil. Pastikan memang demikian sebelum tanggal rilisnya.`,
      en: `Columns of the data set “${title}” whose small cells are hidden on the portal’s present page are not marked as protected any more: ${unprotected.join(', ')}. All of their cells will be shown. Make sure before the release date that this is meant.`,
    }] : []),
  ];
  return said.length > 0 ? { id: said.map(({ id }) => id).join(' '), en: said.map(({ en }) => en).join(' ') } : null;
}
