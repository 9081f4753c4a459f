import type { Remark } from './table.types.js';

/** So many rows are named. */
const NAMED = 5;

/** Rows that Excel does not show, by hand or by a filter: they are delivered as well, which whoever looks at the sheet does not see. */
export function hiddenRemarks(numbers: readonly number[]): Remark[] {
  const count = numbers.length;
  if (count === 0) return [];
  const list = `${numbers.slice(0, NAMED).join(', ')}${count > NAMED ? ', …' : ''}`;
  return [{
    severity: 'INFO',
    message: {
      id: `${count} baris yang tersembunyi di Excel (baris ${list}) ikut dibaca. Jika tidak ikut disampaikan, hapus barisnya, lalu unggah lagi.`,
      en: `${count === 1 ? '1 row that is' : `${count} rows that are`} hidden in Excel (row${count === 1 ? '' : 's'} ${list}) ${count === 1 ? 'was' : 'were'} read as well. If ${count === 1 ? 'it is' : 'they are'} not to be delivered, delete ${count === 1 ? 'it' : 'them'} and upload again.`,
    },
  }];
}
