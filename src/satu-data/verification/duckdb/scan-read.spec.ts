import type { ChildProcess } from 'node:child_process';
import { readdirSync, writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asLarge } from '../../../../test/support/as-large.js';
import { codesByColumn } from '../../../../test/support/column-codes.js';
import type { CompareRule, Rule, Variable } from '../../datasets/dataset.types.js';
import { readGrid } from '../../tables/read-grid.js';
import { typeTable } from '../../tables/type-table.js';
import { withDatabase } from './database.js';
import { readFileSql } from './read-file.js';
import { ScanProcess } from './scan-process.js';
import { timesBroken } from '../looked.js';
import { lookedAt } from '../verify.js';
import { cutFinding } from './faults.js';
import { scanRead } from './scan-read.js';

const variables: Variable[] = [
  { name: 'kode', title: 'Kode', type: 'string', required: true, key: true },
  { name: 'jumlah', title: 'Jumlah', type: 'integer', required: false, key: false, min: '0' },
];
const dataset = { id: 'd1', variables, rules: [], decimalMark: ',' as const };
const table = typeTable(readGrid(Array.from({ length: 30 }, (_, index) => ({ kode: `k${index}`, jumlah: '-1' })), variables), dataset);
/** Of this process: other specs verify large tables at the same time. */
const left = () => readdirSync(tmpdir()).filter((name) => name.startsWith(`tertib-verify-${process.pid}-`));

const nowhere = { dataset, file: { path: '/nowhere/table.csv', delimiter: ',', mark: '.', width: 1, places: { kode: 0 } }, layout: { source: 'csv', unreadable: [], unknown: [], templateFits: true, rowNumbers: [] }, context: { codes: new Map() } } as const;

const inLarge = ({ judged, ...rest }: ReturnType<typeof lookedAt>) => ({ ...rest, judged: asLarge(judged) });

describe('the check of a large table', () => {
  const scanner = new ScanProcess();
  afterAll(() => scanner.onModuleDestroy());

  it('names the first cells, counts all, and leaves no file', async () => {
    const before = left();
    const seen: number[] = [];
    const { cuts, findings: named } = await scanRead(scanner, dataset, table, { codes: new Map() }, { kept: 3, progress: (fraction) => seen.push(fraction) });
    expect(named.map(({ rule, row, column, cell }) => [rule, row, column, cell])).toEqual([['range', 1, 'jumlah', null], ['range', 2, 'jumlah', null], ['range', 3, 'jumlah', null]]);
    expect(cuts.map((cut) => cutFinding(cut, dataset))).toMatchObject([{ rule: 'range', severity: 'ERROR', column: 'jumlah', cell: null, times: 27, message: { en: '30 cells of the column “Jumlah” are wrong in the same way; the first 3 are named one by one.' } }]);
    expect(seen.at(-1)).toBe(1);
    expect(left().filter((name) => !before.includes(name))).toEqual([]);
  });

  /** Named and counted, each once. */
  const looked = async (columns: Variable[], rows: readonly Record<string, unknown>[], rules: Rule[], kept: number) => {
    const one = { ...dataset, variables: columns, rules };
    return scanRead(scanner, one, typeTable(readGrid(rows, columns), one), { codes: codesByColumn(columns) }, { kept });
  };

  it('counts two of the office’s own rules about one column apart', async () => {
    const own = (comparison: CompareRule['comparison'], number: string): CompareRule => ({ kind: 'compare', left: ['jumlah'], comparison, right: { number }, tolerance: null, severity: 'WARNING' });
    const found = await looked(variables, Array.from({ length: 30 }, (_, index) => ({ kode: `k${index}`, jumlah: String(index) })), [own('>', '100'), own('≥', '2')], 3);
    expect([found.findings.length, found.cuts, timesBroken(found, 'compare')]).toEqual([5, [{ rule: 'compare', ownRule: 0, severity: 'WARNING', column: 'jumlah', count: 30, named: 3 }], 32]);
  });

  it('names no more of two ways to make up a whole than of one', async () => {
    const key = (name: string): Variable => ({ name, title: name, type: 'string', required: true, key: true, codes: ['A', 'B', 'T'], meanings: { T: 'Jumlah' } });
    const rows = ['A', 'B', 'T'].flatMap((jenis) => ['A', 'B', 'T'].map((status) => ({ jenis, status, orang: jenis === 'T' || status === 'T' ? '100' : '1' })));
    const found = await looked([key('jenis'), key('status'), { name: 'orang', title: 'Orang', type: 'integer', unit: 'orang', required: true, key: false }], rows, [], 4);
    expect([found.findings.length, found.cuts, timesBroken(found, 'whole')]).toEqual([4, [{ rule: 'whole', severity: 'WARNING', column: 'orang', count: 6, named: 4 }], 6]);
  });

  it('names the first cells of a column that could not be read, and counts them all', async () => {
    const found = await looked(variables, Array.from({ length: 30 }, (_, index) => ({ kode: `k${index}`, jumlah: index % 2 ? 'Rp 1.000' : '5' })), [], 3);
    expect([found.findings.map(({ rule, row }) => [rule, row]), found.cuts]).toEqual([[['type', 2], ['type', 4], ['type', 6]], [{ rule: 'type', severity: 'ERROR', column: 'jumlah', count: 15, named: 3 }]]);
  });

  it('compares with last year’s table also where its period is none of this year’s codes', async () => {
    const columns: Variable[] = [
      { name: 'wilayah', title: 'Wilayah', type: 'region', required: true, key: true }, { name: 'periode', title: 'Periode', type: 'string', required: true, key: true, codes: ['2025'] },
      { name: 'luas', title: 'Luas', type: 'integer', required: true, key: false },
    ];
    const regions = Array.from({ length: 9 }, (_, index) => `15.0${index + 1}`);
    const one = { ...dataset, variables: columns, rules: [{ kind: 'outlier' as const, column: 'luas', region: 'wilayah', period: 'periode' }] };
    const rowsOf = (periode: string, luas: (index: number) => number) => typeTable(readGrid(regions.map((wilayah, index) => ({ wilayah, periode, luas: String(luas(index)) })), columns), one);
    const [now, last] = [rowsOf('2025', (index) => (index === 4 ? 9_000 : 101 + index)), rowsOf('2024', (index) => 100 + index)];
    const context = { codes: codesByColumn(columns, Object.fromEntries(regions.map((code) => [code, code]))), lastPeriod: last.rows };
    const { findings } = await scanRead(scanner, one, now, context, {});
    expect(findings).toMatchObject([{ rule: 'outlier', row: 5, column: 'luas', message: { en: expect.stringContaining('from 104 (2024) to 9,000 (2025)') } }]);
    expect(findings).toEqual(lookedAt(one, now, context).findings);
    // From zero there is no percentage; and what had another unit is not compared. Both are said as in memory.
    const begun = { ...context, lastPeriod: last.rows.map((row, index) => (index === 7 ? { ...row, luas: '0' } : row)) };
    expect(await scanRead(scanner, one, now, begun, {})).toMatchObject({ ...inLarge(lookedAt(one, now, begun)), findings: [{ severity: 'WARNING', row: 5 }, { severity: 'INFO', row: 8 }], judged: [expect.anything(), expect.anything(), expect.anything(), { rule: 'outlier', rows: 8 }] });
    const otherwise = { ...context, remeasured: [{ name: 'luas', title: 'Luas', what: 'unit' as const, was: 'ha', now: 'km2' }] };
    expect(await scanRead(scanner, one, now, otherwise, {})).toMatchObject({ ...inLarge(lookedAt(one, now, otherwise)), findings: [{ rule: 'outlier', severity: 'INFO', row: null }] });
  });

  it('says which contributors cannot have what a row says, as the check in memory does', async () => {
    const number = (name: string, more: Partial<Variable> = {}): Variable => ({ name, title: name, type: 'number', required: false, key: false, ...more });
    const columns: Variable[] = [
      { name: 'kode', title: 'Kode', type: 'string', required: true, key: true }, number('omzet', { protection: { contributors: 'usaha', largestTwo: 'dua' } }), number('upah', { protection: { contributors: 'usaha' } }), number('usaha'), number('dua'),
    ];
    const cases: [omzet: string, usaha: string, dua: string][] = [
      ['100', '0', ''], ['100', '4', '101'], ['100', '3', '60'], ['100', '1', '99'], ['100', '2,5', '90'], ['100', '-1', '90'], ['100', '2', '99'], ['123456789012345678901234567890', '0', '1'],
      // These can be.
      ['0', '0', '0'], ['100', '1', '100'], ['100', '2', '100'], ['100', '3', '67'], ['100', '', '500'], ['', '0', ''], ['100', '4', ''], ['-5', '4', '3'], ['100,5', '201', '1'],
    ];
    const rows = cases.map(([omzet, usaha, dua], index) => ({ kode: `k${index}`, omzet, usaha, dua, upah: index === 0 ? '7' : '' }));
    const one = { ...dataset, variables: columns, rules: [] };
    const inMemory = lookedAt(one, typeTable(readGrid(rows, columns), one), { codes: new Map() });
    expect(inMemory.findings.map(({ rule, severity, row, column }) => `${rule} ${severity} ${row} ${column}`)).toEqual([
      'contributors ERROR 1 usaha', 'contributors ERROR 1 usaha', 'contributors ERROR 2 dua', 'contributors WARNING 3 dua', 'contributors ERROR 4 dua', 'contributors ERROR 5 usaha', 'contributors ERROR 6 usaha', 'contributors WARNING 7 dua', 'contributors ERROR 8 usaha',
    ]);
    expect(inMemory.findings[0]?.message.en).toBe('“omzet” says 100, but “usaha” 0: without a contributor there is no value. Leave the cell empty where the number is not known.');
    expect(inMemory.judged).toEqual([{ rule: 'key', column: 'kode', rows: 17 }, { rule: 'contributors', column: 'omzet', rows: 15 }, { rule: 'contributors', column: 'upah', rows: 1 }]);
    const { findings, judged, cuts } = await looked(columns, rows, [], 1000);
    expect({ findings, judged, cuts }).toEqual(inLarge(inMemory));
    const short = lookedAt(one, typeTable(readGrid(rows, columns), one), { codes: new Map() }, 2);
    expect((await looked(columns, rows, [], 2)).cuts).toEqual(short.cuts);
  });

  it('counts what each rule was held against as the check in memory does: nothing where a column is empty, or a whole has no row', async () => {
    const columns: Variable[] = [...variables, { name: 'miskin', title: 'Miskin', type: 'integer', unit: 'orang', required: false, key: false, min: '0' }, { name: 'jenis', title: 'Jenis', type: 'string', required: false, key: true, codes: ['L', 'P', 'T'], meanings: { T: 'Jumlah' } }];
    const rules: Rule[] = [{ kind: 'compare', left: ['miskin'], comparison: '≤', right: ['jumlah'], tolerance: null, severity: 'WARNING' }, { kind: 'sum', parts: ['miskin'], total: 'jumlah' }];
    const rows = Array.from({ length: 6 }, (_, index) => ({ kode: `k${index}`, jumlah: String(index), miskin: '', jenis: 'L' }));
    const one = { ...dataset, variables: columns, rules };
    const { judged } = await looked(columns, rows, rules, 3);
    expect(judged).toEqual(asLarge(lookedAt(one, typeTable(readGrid(rows, columns), one), { codes: codesByColumn(columns) }).judged));
    expect(judged.map(({ rule, ownRule, column, rows: count }) => `${rule}${ownRule ?? ''} ${column} ${count}`)).toEqual(['range jumlah 1', 'range miskin 0', 'code jenis 1', 'key kode 1', 'compare0 miskin 0', 'sum jumlah 0', 'whole miskin 0']);
  });

  it('stops where it is told to, in the middle of its work', async () => {
    const stop = new AbortController();
    await expect(scanRead(scanner, dataset, table, { codes: new Map() }, { signal: stop.signal, progress: () => stop.abort(new Error('lock lost')) })).rejects.toThrow('lock lost');
    const folder = mkdtempSync(join(tmpdir(), 'tertib-scan-'));
    const long = new AbortController();
    const running = withDatabase(folder, long.signal, (database) => database.rows('SELECT count(*) FROM range(1000000000) a, range(1000000) b WHERE a.range * b.range = 7'));
    setTimeout(() => long.abort(new Error('time is over')), 50);
    await expect(running).rejects.toThrow('time is over');
    rmSync(folder, { recursive: true });
  });

  it('says so when its process is killed, and begins another for the next table', async () => {
    const before = left();
    await scanRead(scanner, dataset, table, { codes: new Map() }, {});
    const child = (scanner['awaited']['place']?.said as ChildProcess | undefined)?.pid;
    // It stands still, so that it cannot have answered before.
    process.kill(child as number, 'SIGSTOP');
    const running = scanner.scan(nowhere);
    setImmediate(() => process.kill(child as number, 'SIGKILL'));
    await expect(running).rejects.toThrow(/ended before its answer \(SIGKILL\)/);
    expect((await scanRead(scanner, dataset, table, { codes: new Map() }, {})).findings).toHaveLength(30);
    expect(left().filter((name) => !before.includes(name))).toEqual([]);
  });

  it('does not wait for the work on a large table of somebody else', async () => {
    await scanner.ask('scan', nowhere).catch(() => undefined);
    const child = (scanner['process']['place']?.said as ChildProcess | undefined)?.pid;
    process.kill(child as number, 'SIGSTOP');
    const large = scanner.ask('scan', nowhere);
    const given = large.catch((error: unknown) => error);
    expect((await scanRead(scanner, dataset, table, { codes: new Map() }, {})).findings).toHaveLength(30);
    process.kill(child as number, 'SIGKILL');
    expect(await given).toMatchObject({ message: expect.stringContaining('SIGKILL') });
  });

  it('says what DuckDB could not do', async () => {
    await expect(scanner.scan(nowhere)).rejects.toThrow(/table\.csv/);
  });

  it('reads no other folder, and cannot be told to', async () => {
    const [own, other] = [mkdtempSync(join(tmpdir(), 'tertib-scan-')), mkdtempSync(join(tmpdir(), 'tertib-other-'))];
    const path = join(other, 'secret.csv');
    writeFileSync(path, 'a\nsecret\n');
    const sql = `SELECT * FROM ${readFileSql({ path, delimiter: ',', mark: '.', width: 1, places: {} })}`;
    await expect(withDatabase(own, undefined, (database) => database.rows(sql))).rejects.toThrow(/Permission|not allowed|disabled/);
    await expect(withDatabase(own, undefined, (database) => database.run('SET enable_external_access = true'))).rejects.toThrow(/locked|external access/i);
    await expect(withDatabase(own, undefined, (database) => database.run('INSTALL excel'))).rejects.toThrow(/disabled|external|extension/i);
    for (const folder of [own, other]) rmSync(folder, { recursive: true });
  });
});
