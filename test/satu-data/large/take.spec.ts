import { codesByColumn } from '../../support/column-codes.js';
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { changesSince, type Changes } from '../../../src/satu-data/changes/changes-since.js';
import { compareTables } from '../../../src/satu-data/large/work/compare.js';
import { personalCounts } from '../../../src/satu-data/disclosure/personal-values.js';
import { exportCsv } from '../../../src/satu-data/large/work/export-csv.js';
import { findRows } from '../../../src/satu-data/large/work/find-rows.js';
import { asWritten } from '../../../src/satu-data/large/work/kept-values.js';
import { regularCsv } from '../../../src/satu-data/large/work/regular-csv.js';
import { KEPT_NAME, take } from '../../../src/satu-data/large/work/take.js';
import type { Taken } from '../../../src/satu-data/large/large.types.js';
import { isDecimal } from '../../../src/satu-data/analysis/decimal.js';
import { isAmount, type Variable } from '../../../src/satu-data/datasets/dataset.types.js';
import { withoutRefused, type RefusedIn } from '../../../src/satu-data/tables/refused-cells.js';
import { readCsv } from '../../../src/satu-data/tables/read-csv.js';
import { typeTable } from '../../../src/satu-data/tables/type-table.js';
import { scanTable } from '../../../src/satu-data/verification/duckdb/scan-table.js';
import { writeRows } from '../../../src/satu-data/verification/duckdb/write-table.js';
import { verify } from '../../../src/satu-data/verification/verify.js';
import { REGIONS, sampleOf, type Sample } from '../verification/random-table.js';

/** LARGE_TABLES=1000 for more; LARGE_SEED to begin elsewhere. */
const TABLES = Number(process.env['LARGE_TABLES'] ?? 25);
const SEED = Number(process.env['LARGE_SEED'] ?? 1);
const folder = mkdtempSync(join(tmpdir(), 'tertib-large-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const csv = join(folder, 'upload.csv');
const kept = join(folder, KEPT_NAME);
const column = (name: string, type: Variable['type'], more: Partial<Variable> = {}): Variable => ({ name, title: name, type, required: false, key: false, ...more });
const dataset = { id: 'd', variables: [column('kode', 'string', { key: true }), column('jumlah', 'integer'), column('luas', 'number'), column('hari', 'date')], rules: [], decimalMark: ',' as const };
const taken = (content: string | Buffer, more: object = {}): Promise<Taken> => {
  writeFileSync(csv, content);
  return take({ folder, csv, dataset, ...more }, () => undefined);
};

const NOTHING: RefusedIn = { rows: [], layout: { unreadable: [] } };

/** With a cell too many in most of its rows, as an unquoted comma makes one; in some of them it is blank. */
const frayed = (sample: Sample): Sample => ({ ...sample, csv: sample.csv.replaceAll(/;x\r\n/g, (end, at: number) => [end, ';x;\r\n', ';x; \r\n', ';x;;7\r\n', ';x;y\r\n'][at % 5] as string) });

/** With a column twice. */
const doubled = (sample: Sample): Sample => ({ ...sample, csv: sample.csv.replace('Catatan', 'kolom A') });

/** As printed tables are: titles above the headers, of which one speaks of columns, and numbers under them. */
const printed = (sample: Sample, seed: number): Sample => {
  const titles = ['Tabel 1;;\r\n', '"Kabupaten; 2024"\r\n\r\n', 'Tabel 2;Kolom a\r\n', '\r\n'.repeat(12), 'sep=;\r\n'].filter((_, index) => (seed >> index) % 2 === 0);
  const numbers = seed % 2 === 0 ? ['\r\n(1);(2); (3) ;;\r\n'] : ['\r\n'];
  return { ...sample, csv: `${titles.includes('sep=;\r\n') ? 'sep=;\r\n' : ''}${titles.filter((one) => one !== 'sep=;\r\n').join('')}${sample.csv.replace('\r\n', numbers.join(''))}` };
};

describe('a table that is read as a stream', () => {
  it('has the values and the findings of one that is read at once', async () => {
    for (let seed = SEED; seed < SEED + TABLES; seed++) {
      const plain = seed % 3 === 0 ? frayed(sampleOf(seed)) : sampleOf(seed);
      const sample = seed % 4 === 0 ? printed(plain, seed / 4) : seed % 8 === 1 ? doubled(plain) : plain;
      const small = typeTable(readCsv(Buffer.from(sample.csv), sample.dataset.variables), sample.dataset, sample.signs);
      writeFileSync(csv, sample.csv);
      if (small.rows.length === 0) continue;
      const { rows: before, layout } = sample.beforeCsv === null ? NOTHING : typeTable(readCsv(Buffer.from(sample.beforeCsv)), sample.dataset, sample.signs);
      const { unreadable } = layout;
      const large = await take({ folder, csv, dataset: sample.dataset, signs: sample.signs, lastYear: { file: await writeRows(folder, 'before.csv', sample.dataset.variables, before, unreadable) } }, () => undefined);
      const context = `seed ${seed}`;
      const codes = codesByColumn(sample.dataset.variables, REGIONS);
      const read = withoutRefused(small);
      expect({ context, missing: large.facts.missing }).toEqual({ context, missing: Object.fromEntries(sample.dataset.variables.filter((one) => isAmount(one) && large.shape.names.includes(one.name)).map(({ name }) => [name, read.filter((row) => !isDecimal(row[name])).length])) });
      expect({ context, ...large.head }).toEqual({ context, rows: small.rows, rowNumbers: small.layout.rowNumbers });
      expect({ context, personal: large.facts.personal }).toEqual({ context, personal: personalCounts(sample.dataset.variables.filter(({ name }) => large.shape.names.includes(name)), small.rows) });
      const counted = ({ changed, remeasured = [], ...counts }: Changes) => ({ context, ...counts, remeasured, changed: Math.min(10, changed.length) });
      expect(large.facts.changes && counted(large.facts.changes)).toEqual(counted(changesSince(sample.dataset, small, { rows: before, layout }, 'year')));
      const deliveries = await compareTables({ folder, dataset: sample.dataset, now: { path: kept, shape: large.shape }, before: { file: await writeRows(folder, 'before.csv', sample.dataset.variables, before, unreadable) }, since: 'before' });
      expect(counted(deliveries)).toEqual(counted(changesSince(sample.dataset, small, { rows: before, layout }, 'before')));
      const scanned = await scanTable(sample.dataset, asWritten(kept, large.shape, sample.dataset.decimalMark), { source: 'csv', unreadable: [], rowNumbers: [], unknown: large.shape.unknown, ...(large.shape.remarks && { remarks: large.shape.remarks }), templateFits: true }, { codes }, { kept: 1_000_000 });
      expect({ context, findings: scanned.findings }).toEqual({ context, findings: verify(sample.dataset, { ...small, layout: { ...small.layout, source: 'csv' } }, { codes }) });
    }
  });

  it('takes a percent sign for what it says where the unit is percent, and for refused elsewhere', async () => {
    const variables = dataset.variables.map((one) => (one.type === 'number' ? { ...one, unit: 'persen', additivity: 'sum' as const } : one));
    const { shape, facts, summary } = await taken('kode;jumlah;luas\na;1;12,5%\nb;2 %;7,5 %\nc;3;1,5\nd;4;banyak\n', { dataset: { ...dataset, variables } });
    expect([shape.refused?.columns, facts.missing]).toEqual([{ jumlah: { type: 'integer' }, luas: { type: 'number', unit: 'persen' } }, { jumlah: 1, luas: 1 }]);
    expect(summary.rows).toEqual([{ kode: 'a', luas: '12.5' }, { kode: 'b', luas: '7.5' }, { kode: 'c', luas: '1.5' }, { kode: 'd' }]);
  });

  it('neither adds up nor compares what could not be read, though it may look like a number', async () => {
    const variables = dataset.variables.map((one) => (one.type === 'number' ? { ...one, additivity: 'sum' as const } : one));
    const more = { dataset: { ...dataset, variables } };
    const last = await taken('kode;jumlah;luas\na;10;12,5\nb;7,5;1,5\nc;1;2,5\n', more);
    renameSync(kept, join(folder, 'last.parquet'));
    expect(last.shape.refused).toEqual({ mark: ',', columns: { jumlah: { type: 'integer' } } });
    // The decimal point of one row makes the mark doubtful: what may be two numbers is refused.
    const now = await taken('kode;jumlah;luas\na;10;12.5\nb;8;1.500\nc;1;3,5\n', { ...more, lastYear: { path: join(folder, 'last.parquet'), shape: last.shape } });
    expect([now.shape.refused?.columns, now.facts.missing, now.head.rows.map((row) => row['luas'])]).toEqual([{ luas: { type: 'number' } }, { jumlah: 0, luas: 2 }, ['12.5', '1.500', '3.5']]);
    expect(now.summary.rows).toEqual([{ kode: 'a' }, { kode: 'b' }, { kode: 'c', luas: '3.5' }]);
    const named = now.facts.changes?.changed.map(({ variable: { name }, before, now: is }) => [name, before, is]);
    expect([named, now.facts.changes]).toEqual([[['luas', '2.5', '3.5']], expect.objectContaining({ count: 1, unread: 3, compared: 6 })]);
    // Of what was returned because of it, that it is mended is told.
    const { changed, unread } = await compareTables({ folder, dataset: { variables, rules: [] }, now: { path: kept, shape: now.shape }, before: { path: join(folder, 'last.parquet'), shape: last.shape }, since: 'before' });
    expect([changed.flatMap((one) => (one.unread ? [[one.variable.name, one.before, one.now, one.fraction, ...one.unread]] : [])), unread]).toEqual([[['jumlah', '7,5', '8', null, 'before'], ['luas', '12.5', '12.5', null, 'now'], ['luas', '1.5', '1.500', null, 'now']], undefined]);
    // Tables that were read before do not say which: they are taken as they stand.
    const { refused: _, ...shape } = now.shape;
    const asTheyStand = await compareTables({ folder, dataset: { variables, rules: [] }, now: { path: kept, shape }, before: { path: kept, shape }, since: 'year' });
    expect(asTheyStand).toMatchObject({ count: 0, compared: 9 });
  });

  it('counts in all of its rows what is about persons, as it is counted in memory', async () => {
    const cells = ['1506014508900001', '1506013908900001', '081234567890', '+62 741 123456', '0812', 'budi@example.go.id', 'a@b', 'Budi', '', '0'.repeat(30), '+', 'é081234567890'];
    const { facts } = await taken(`kode;jumlah;luas;hari\n${Array.from({ length: 5_000 }, (_, index) => `${cells[index % cells.length]};1;;\n`).join('')}`);
    const rows = Array.from({ length: 5_000 }, (_, index) => ({ kode: cells[index % cells.length] || null }));
    expect(facts.personal).toEqual({ kode: { nik: 417, phone: 834, email: 417 } });
    expect(facts.personal).toEqual(personalCounts(dataset.variables, rows));
  });

  it('may be written as offices write it', async () => {
    const { head, facts, shape } = await taken('\uFEFFkode;jumlah;luas;hari;catatan\r\n"a;""b""\nc";1.234;"1,50";31/12/2025;x\r\n;;;;\r\nd;-0;banyak\r\ne;12,5; 7 ;2025-02-30;y;z\r\n');
    expect(head).toEqual({
      rowNumbers: [2, 4, 5],
      rows: [{ kode: 'a;"b"\nc', jumlah: '1234', luas: '1.5', hari: '2025-12-31' }, { kode: 'd', jumlah: '0', luas: 'banyak', hari: null }, { kode: 'e', jumlah: '12,5', luas: '7', hari: '2025-02-30' }],
    });
    expect([facts, shape.unknown]).toEqual([{ rowCount: 3, missing: { jumlah: 1, luas: 1 }, changes: null, personal: { kode: {} } }, ['catatan']]);
    expect((await taken(Buffer.from([...Buffer.from('kode;jumlah\nCaf'), 0xe9, ...Buffer.from(';1\n')]))).head.rows[0]).toMatchObject({ kode: 'Café' });
    expect(await findRows({ path: kept, shape: { ...shape, names: ['kode', 'jumlah'] }, numbers: [2, 99] })).toMatchObject({ rowNumbers: [2] });
  });

  it('may begin with the line in which Excel says the delimiter; rows keep the numbers that they have there', async () => {
    for (const mark of ['', '\uFEFF']) {
      const { head, shape } = await taken(`${mark}sep=;\r\nkode;jumlah\r\na,b;7\r\nc;x\r\n`);
      expect(head).toEqual({ rowNumbers: [3, 4], rows: [{ kode: 'a,b', jumlah: '7' }, { kode: 'c', jumlah: 'x' }] });
      const { findings } = await scanTable(dataset, asWritten(kept, shape, ','), { source: 'csv', unreadable: [], rowNumbers: [], unknown: [], templateFits: true }, { codes: new Map() });
      expect(findings.filter(({ rule }) => rule === 'type')).toMatchObject([{ cell: 'B4' }]);
    }
  });

  it('may have titles above its headers and numbers under them; rows keep the numbers that they have there', async () => {
    const titles = `Tabel 3.1 Jumlah, menurut kecamatan\n;;\n\n${'\n'.repeat(26)}`;
    const { head, shape } = await taken(`${titles}kode;jumlah\n(1);(2)\na;7\n\nc;x\n`);
    expect([head, shape.firstRow]).toEqual([{ rowNumbers: [32, 34], rows: [{ kode: 'a', jumlah: '7' }, { kode: 'c', jumlah: 'x' }] }, 32]);
    const { findings } = await scanTable(dataset, asWritten(kept, shape, ','), { source: 'csv', unreadable: [], rowNumbers: [], unknown: [], templateFits: true }, { codes: new Map() });
    expect(findings.filter(({ rule }) => rule === 'type')).toMatchObject([{ cell: 'B34' }]);
    await expect(taken(`${titles}\nkode;jumlah\na;7\n`)).rejects.toThrow('None of the columns');
  });

  it('is read once more where its cells, or its commas, speak against the declared mark', async () => {
    const { head, shape } = await taken('kode;luas\na;0.5\nb;1.234\nc;12,5\n');
    expect([head.rows.map((row) => row['luas']), shape.strict, shape.remarks?.[0]?.message.en]).toEqual([['0.5', '1.234', '12.5'], true, expect.stringContaining('but 1 cell (B2) can only be read with a decimal point. So 1 cell that may be two numbers, such as “1.234”')]);
    const thousands = await taken('kode;luas\na;1,234,567\nb;1.234\n');
    expect([thousands.shape.strict, thousands.shape.remarks?.[0]?.message.en]).toEqual([true, expect.stringContaining('but 1 cell (B2) can only be read with a decimal point')]);
    const english = await taken('kode,luas\na,10.500\n');
    expect([english.head.rows[0]?.['luas'], english.shape.strict]).toEqual(['10.500', true]);
    const shares = async (text: string) => {
      const variables = dataset.variables.map((one) => (one.name === 'luas' ? { ...one, unit: 'persen' } : one));
      const { head: { rows }, shape: { strict } } = await taken(text, { dataset: { ...dataset, variables } });
      return [rows.map((row) => row['luas']), strict];
    };
    expect(await shares('kode;luas\na;12,50%\nb;7 %\nc;12.5%\n')).toEqual([['12.5', '7', '12.5%'], undefined]);
    expect(await shares('kode,luas\na,12.500%\n')).toEqual([['12.500%'], true]);
    const sure = await taken('kode,luas\na,10.500\nb,"1,5"\n');
    expect([sure.head.rows[0]?.['luas'], sure.shape.strict, sure.shape.remarks]).toEqual(['10500', undefined, undefined]);
  });

  it('is told of months that Excel has made of groups as one that is read at once', async () => {
    const text = `kode;jumlah\nOkt-14;1\n${Array.from({ length: 9 }, (_, index) => `Jun-59;${index}\n`).join('')}0-5;1\n`;
    const { shape } = await taken(text);
    expect(shape.remarks).toEqual(typeTable(readCsv(Buffer.from(text), dataset.variables), dataset).layout.remarks);
    expect(shape.remarks?.[0]?.message.en).toContain('Look at 10 cells: A2, A3, A4, A5, A6, ….');
    expect((await taken('kode;jumlah\nOkt-14;1\n')).shape.remarks).toBeUndefined();
  });

  it('names the rows that have more cells than headers, however wide the header line is', async () => {
    const { shape, head } = await taken('kode,jumlah,luas,,\n15.06.01,1,234,12\n15.06.02,7,8,,\n15.06.03,7,8,,x\n');
    expect(head.rows[0]).toMatchObject({ jumlah: '1', luas: '234' });
    expect(shape.remarks).toEqual([{ severity: 'ERROR', message: expect.objectContaining({ en: expect.stringContaining('2 rows (rows 2, 4) have more cells than there are column headers') }) }]);
  });

  it('is published with what is computed of each row, and no cell that a spreadsheet would run', async () => {
    const { shape } = await taken('kode;jumlah;luas\n=1+1;10;4\nb;;2\n');
    const indicators = [{ name: 'padat', title: 'Kepadatan', unit: '', formula: 'jumlah / luas', numerator: '', denominator: '', factor: '1', decimals: 1 }];
    const to = join(folder, 'out.csv');
    await exportCsv({ path: kept, shape, indicators, variables: dataset.variables, columns: ['kode', 'jumlah', 'luas', 'padat'], to }, () => undefined);
    expect(readFileSync(to, 'utf8')).toBe("kode,jumlah,luas,padat\r\n'=1+1,10,4,2.5\r\nb,,2,\r\n");
  });

  it.each([
    ['wrong columns', 'nama;nilai\na;1\n', /None of the columns in this file is known. Its first line holds “nama”, “nilai”; asked for are “kode”, “jumlah”/],
    ['no rows', 'kode;jumlah\n;\n', /holds no data yet/],
    ['a file that was cut off within quotes', 'kode;jumlah\n"a;1\nb;2\n', /Row 2 of this CSV file cannot be read. Check its quotes/],
    ['quotes amid a cell', `kode;jumlah\n"a\nb";1\n${'c;1\n'.repeat(200_000)}Pusk. "Melati" Indah;1\n`, /Row 200003 of this CSV file cannot be read/],
    ['too many columns', `${Array.from({ length: 201 }, (_, index) => `k${index}`).join(';')}\nkode\n`, /too large: at most 2,000,000 rows and 200 columns/],
  ])('is refused for %s, with a sentence', async (_what, content, message) => {
    await expect(taken(content)).rejects.toThrow(message);
  });

  it('says that there is no room, where there is none', async () => {
    writeFileSync(csv, `kode;jumlah\n${'a;1\n'.repeat(50_000)}`);
    await expect(regularCsv(csv, '/dev/full', dataset.variables, () => undefined)).rejects.toThrow(/ENOSPC/);
  });
});
