import ExcelJS from '@protobi/exceljs';
import { randomFrom } from '../../../test/support/random.js';
import type { Variable } from '../datasets/dataset.types.js';
import { readCsv } from './read-csv.js';
import { readGrid } from './read-grid.js';
import { readXlsx } from './read-xlsx.js';
import { typeTable } from './type-table.js';
import { notADate, parseDate } from './written-date.js';

const variables: Variable[] = [{ name: 'hari', title: 'hari', type: 'date', required: true, key: false }, { name: 'nama', title: 'nama', type: 'string', required: true, key: true }];
const dataset = { id: 'd', decimalMark: ',' as const, variables };
const ID = ['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember'];
const EN = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const SHORT = [['Jan'], ['Feb'], ['Mar'], ['Apr'], ['Mei', 'May'], ['Jun'], ['Jul'], ['Agu', 'Agt', 'Agust', 'Aug'], ['Sep', 'Sept'], ['Okt', 'Oct'], ['Nov'], ['Des', 'Dec']];

const next = randomFrom(11);
const one = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
/** Of 400 years, leap years and the ends of months among them; the same ones in each run. */
const days = Array.from({ length: 150 }, (_, index) => new Date(Date.UTC(1900 + Math.floor(next() * 200), Math.floor(next() * 12), index % 5 === 0 ? 0 : 1 + Math.floor(next() * 31))).toISOString().slice(0, 10));

/** A day in every spelling that is read. */
function spellings(iso: string): string[] {
  const [year = '', month = '', day = ''] = iso.split('-');
  const [m, d] = [Number(month), Number(day)];
  const names = [ID[m - 1], EN[m - 1], ...(SHORT[m - 1] ?? [])].flatMap((name) => (name ? [name, name.toUpperCase(), name.toLowerCase()] : []));
  return [
    iso, ...['/', '-', '.'].flatMap((cut) => [`${day}${cut}${month}${cut}${year}`, `${d}${cut}${m}${cut}${year}`]),
    ...names.flatMap((name) => [`${d} ${name} ${year}`, `${day}-${name}-${year}`, `${d}/${name}/${year}`, `${d} ${name}. ${year}`, `${day}\u00A0${name}\u00A0${year}`]),
  ];
}

async function threeWays(texts: readonly (string | Date)[]) {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Data');
  sheet.addRows([['hari', 'nama'], ...texts.map((text) => [text, 'x'])]);
  const written = texts.map((text) => (typeof text === 'string' ? text : text.toISOString().slice(0, 10)));
  return [
    typeTable(await readXlsx(Buffer.from(await book.xlsx.writeBuffer())), dataset),
    typeTable(readCsv(Buffer.from(`hari;nama\n${written.map((text) => `${text};x\n`).join('')}`)), dataset),
    typeTable(readGrid(written.map((hari) => ({ hari, nama: 'x' })), variables), dataset),
  ];
}

describe('any day', () => {
  it('is read as itself in every spelling, from a workbook, a CSV and the grid', async () => {
    const all = days.slice(0, 40).flatMap((day) => spellings(day).map((text) => ({ day, text })));
    expect(days.flatMap((day) => spellings(day).filter((text) => parseDate(text) !== day))).toEqual([]);
    for (const { rows, layout } of await threeWays(all.map(({ text }) => text))) {
      expect(rows.map((row, index) => [all[index]?.text, row['hari']])).toEqual(all.map(({ day, text }) => [text, day]));
      expect(layout.unreadable).toEqual([]);
    }
  });

  it('is read with midnight behind it, as programs write it, and with no other time', async () => {
    const midnights = ['31/12/2025 00:00', '31/12/2025 0:00', '31/12/2025 00.00', '2025-12-31 00:00:00', '2025-12-31T00:00:00', '2025-12-31 00:00:00.000', '31 Desember 2025\u00A00:00:00'];
    const others: [text: string, said: string][] = [['31/12/2025 00:01', 'memuat jam. Tulis tanggalnya saja: 31/12/2025.'], ['2025-12-31 23:59:59', 'memuat jam. Tulis tanggalnya saja: 31/12/2025.'], ['2025-12-31T00:00:00Z', 'bukan tanggal'], ['31/02/2025 00:00', 'bukan tanggal'], ['31/12/25 00:00', 'bukan tanggal'], ['00:00', 'bukan tanggal']];
    for (const { rows, layout } of await threeWays([...midnights, ...others.map(([text]) => text)])) {
      expect(rows.map(({ hari }) => hari)).toEqual([...midnights.map(() => '2025-12-31'), ...others.map(([text]) => text)]);
      expect(layout.unreadable.map(({ message }) => message.id)).toEqual(others.map(([text, said]) => expect.stringMatching(new RegExp(`“${text}”.*${said}`))));
    }
    expect(notADate('31/12/2025 10:30').en).toBe('“31/12/2025 10:30” has a time of day. Write the date alone: 31/12/2025.');
    // Looked at once from its beginning, however long it is.
    expect(notADate(`${'T'.repeat(100_000)}x`).en).toMatch(/is not a date/);
  });

  it('is read from a cell that holds a day of Excel', async () => {
    const [workbook] = await threeWays(days.map((day) => new Date(`${day}T00:00:00Z`)));
    expect(workbook?.rows.map((row) => row['hari'])).toEqual(days);
  });

  it('that there is not, or that may be another one, is refused with a sentence, everywhere', async () => {
    const cut = ['/', '-', '.', ' '];
    const short = days.map((iso) => { const [year = '', month = '', day = ''] = iso.split('-'); const by = one(cut); return `${day}${by}${by === ' ' ? one(ID) : month}${by}${year.slice(2)}`; });
    const none = Array.from({ length: 100 }, () => { const by = one(['/', '-', '.']); return one([`31${by}${one(['02', '4', '06', '9', '11'])}${by}2024`, `29${by}02${by}${one(['2023', '1900', '2100'])}`, `${32 + Math.floor(next() * 60)} ${one(ID)} 2024`, `1${by}${13 + Math.floor(next() * 80)}${by}2024`, `30 ${one(['Feb', 'Februari', 'feb'])} 2024`, `3 ${one(['Mrt', 'Janu', 'constructor', 'Dez'])} 2024`]); });
    for (const { rows, layout } of await threeWays([...short, ...none])) {
      expect(rows.map((row) => row['hari'])).toEqual([...short, ...none]);
      expect(layout.unreadable.map(({ message }) => message)).toEqual([...short, ...none].map(notADate));
    }
    expect(short.every((text) => notADate(text).id.includes('dengan empat angka'))).toBe(true);
    expect(notADate('3/3/24').en).toBe('The year “24” in “3/3/24” may be 1924 or 2024. Write the year with four figures, for example 31/12/2025.');
    expect(notADate(none[0] ?? '').en).toContain('is not a date. Write for example');
  });
});
