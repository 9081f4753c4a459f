import type { Language } from 'tertib';
import { formatDecimal } from '../portal/number-format.js';
import type { Where } from './cube.js';
import { noValueWords, placeWords } from './figure-words.js';
import { isIncomplete } from './figure.js';
import type { DatasetFigures } from './opened.js';
import { queryText } from './query.js';

export interface ResultRow {
  readonly indikator: string;
  /** The region, and what else names the row but its period. */
  readonly wilayah: string;
  readonly periode: string;
  readonly nilai: string;
  readonly satuan: string;
  /** Where the figure comes from. */
  readonly asal: { readonly teks: string; readonly tautan: string };
}

const MOST_ROWS = 200;
/** What has no value is listed too: whoever writes about the results must not miss it. */
const WORDS = { id: { see: 'Lihat', total: 'Jumlah', others: (count: string) => `${count} angka lain` }, en: { see: 'See', total: 'Total', others: (count: string) => `${count} further figures` } } as const;

/** Indicators of each row, then of the total of a period; numbers as the reader writes them. */
export function resultRows({ dataset, figures }: DatasetFigures, language: Language): ResultRow[] {
  const words = WORDS[language];
  const { dimensions, places } = figures.cube;
  const naming = { dimensions: [...dimensions.filter(({ role }) => role === 'region'), ...dimensions.filter(({ role }) => role === 'other')], places };
  const line = (where: Where, wilayah: string): ResultRow[] =>
    figures.columns.flatMap((column) => {
      const query = { column: column.name, operation: 'nilai', where } as const;
      const figure = figures.of(query);
      const { value } = figure;
      const asal = { teks: words.see, tautan: `/satu-data/analysis/${dataset.id}/${encodeURIComponent(queryText(query))}` };
      const nilai = value === null ? noValueWords(figure)[language] : formatDecimal(value, language) + (isIncomplete(figure) ? ' *' : '');
      return [{ indikator: column.title, wilayah, periode: where[figures.period.name] ?? '', nilai, satuan: column.unit || dataset.unit, asal }];
    });
  const own = figures.cube.facts.filter(({ table }) => table === 0);
  const each = own.slice(0, MOST_ROWS).flatMap(({ at }) => line(at, placeWords({ cube: naming }, at, language)));
  const others = own.length * figures.columns.length - MOST_ROWS;
  const rest = { indikator: '…', wilayah: words.others(formatDecimal(String(others), language)), periode: '', nilai: '', satuan: '', asal: { teks: words.see, tautan: `/satu-data/analysis/${dataset.id}` } };
  return [...each.slice(0, MOST_ROWS), ...(others > 0 ? [rest] : []), ...(own.length > 1 ? figures.periods.flatMap((period) => line({ [figures.period.name]: period }, words.total)) : [])];
}
