import type { Text } from 'tertib';
import type { Delimiter } from './csv-head.js';
import type { RawCell, Remark } from './table.types.js';

/** So many rows are named. */
const NAMED_ROWS = 5;

const isFilled = (cell: RawCell | undefined): boolean => (typeof cell === 'string' ? cell.trim() !== '' : (cell ?? null) !== null);

/**
 * Rows of a CSV with more cells than there are headers. An unquoted comma in a number cuts it into two, so that all cells behind it stand beneath the wrong header:
 * the cell that is left over is the only trace of it.
 */
export class StrayCells {
  private count = 0;
  private readonly named: number[] = [];
  private readonly width: number;

  constructor(headers: readonly string[]) {
    this.width = headers.findLastIndex((header) => header.trim() !== '') + 1;
  }

  see(number: number, cells: readonly RawCell[]): void {
    if (cells.length <= this.width || !cells.slice(this.width).some(isFilled)) return;
    if (this.named.length < NAMED_ROWS) this.named.push(number);
    this.count += 1;
  }

  remarks(delimiter: Delimiter | undefined): Remark[] {
    return this.count === 0 ? [] : [{ severity: 'ERROR', message: sentence(this.named, this.count, NAMES[delimiter ?? ',']) }];
  }
}

const NAMES: Readonly<Record<Delimiter, Text>> = { ',': { id: 'koma', en: 'commas' }, ';': { id: 'titik koma', en: 'semicolons' }, '\t': { id: 'tab', en: 'tabs' } };

function sentence(named: readonly number[], count: number, cutBy: Text): Text {
  const list = `${named.join(', ')}${count > named.length ? ', …' : ''}`;
  return {
    id: `${count} baris (baris ${list}) berisi lebih banyak sel daripada judul kolomnya, jadi isinya dapat bergeser ke kolom yang salah. Biasanya ada angka atau teks yang memuat ${cutBy.id} tanpa tanda kutip, padahal kolom berkas CSV ini dipisahkan ${cutBy.id}. Beri tanda kutip pada isi seperti itu, hapus sel yang berlebih atau beri judul kolomnya, lalu unggah lagi.`,
    en: `${count === 1 ? '1 row' : `${count} rows`} (row${named.length === 1 ? '' : 's'} ${list}) ${count === 1 ? 'has' : 'have'} more cells than there are column headers, so what stands there may have moved into the wrong columns. Mostly a number or a text has ${cutBy.en} in it without quotes, while the columns of this CSV file are cut by ${cutBy.en}. Put quotes around it, delete the cells that are too many or give their column a header, and upload it again.`,
  };
}
