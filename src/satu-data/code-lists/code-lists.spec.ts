import ExcelJS from '@protobi/exceljs';
import { buffer } from 'node:stream/consumers';
import { PEOPLE, satuDataWorld, type SatuDataWorld } from '../../../test/support/satu-data-world.js';
import { columnRules, openTemplate } from '../../../test/support/templates.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { TemplateService } from '../datasets/template.service.js';
import { CheckController } from '../verification/check.controller.js';
import { CodeBook } from './code-book.service.js';
import { CodeChangeEntity, CodeListEntity, CodeWritingEntity } from './code-list.entities.js';
import { CodeListController } from './code-list.controller.js';
import type { CodeEdit, CodeImport, CodesQuery } from './code-list.schemas.js';
import { PeriodCodes } from './period-codes.service.js';

const QUERY: CodesQuery = { q: '', page: 1, limit: 25, state: 'all' };
const PAGE = { page: 1, limit: 20 };

describe('lists of codes of the office', () => {
  let world: SatuDataWorld;
  beforeAll(async () => {
    world = await satuDataWorld();
    await world.work('period.open', { judul: 'Data 2026', tahun: 2026, batasWaktu: '2026-03-31T09:00:00Z', tanggalRilis: '2026-05-01' });
  });
  afterAll(() => world.close());

  const lists = () => world.app.get(CodeListController);
  const edit = (scheme: string, codes: CodeEdit['codes'], version: number, note = '') => world.as(PEOPLE.staf, () => lists().edit(scheme, { version, note, codes }));
  const upload = async (rows: readonly (readonly (string | number)[])[]): Promise<string> => (await world.put({ name: 'daftar.csv', type: 'text/csv', content: Buffer.from(rows.map((row) => row.join(';')).join('\r\n')), officeId: 'o-kominfo' })).id;
  const imported = (scheme: string, body: Omit<CodeImport, 'note'>) => world.as(PEOPLE.staf, () => lists().import(scheme, { note: '', ...body }));
  const version = async (scheme: string) => (await world.database.read.findOneByOrFail(CodeListEntity, { scheme })).version;

  it('begins with those that came with the application', async () => {
    expect((await lists().lists()).map(({ scheme, shipped, version: at }) => [scheme, shipped, at])).toEqual([['kemendagri', true, 0], ['bps', true, 0], ['urusan', true, 0], ['satuan', true, 0]]);
    const { items, list, count } = await lists().codes('kemendagri', { ...QUERY, q: 'tanjung jabung barat' });
    expect([count, items[0], list.pairedWith]).toMatchObject([1, { code: '15.06', pair: '1507', pairTitle: { id: 'Kabupaten Tanjung Jabung Barat' }, parentTitle: { id: 'Jambi' }, valid: true }, { scheme: 'bps', heldHere: false }]);
    expect((await lists().codes('kemendagri', { ...QUERY, state: 'unpaired', level: 'provinsi' })).items.map(({ code }) => code)).toEqual(['93', '94', '95', '96']);
    await expect(lists().codes('tidak-ada', QUERY)).rejects.toMatchObject({ status: 404 });
  });

  it('makes a list, names what is wrong with its codes, and keeps who changed what', async () => {
    expect(await world.as(PEOPLE.staf, () => lists().create({ title: 'Jenis pasar' }))).toEqual({ scheme: 'jenis-pasar' });
    await expect(world.as(PEOPLE.staf, () => lists().create({ title: 'Jenis Pasar' }))).rejects.toMatchObject({ problems: [{ path: 'title' }] });
    await expect(world.as(PEOPLE.staf, () => lists().create({ title: 'Pasar', key: 'Pasar Baru' }))).rejects.toMatchObject({ problems: [{ path: 'key' }] });
    await expect(edit('jenis-pasar', [{ code: 'tradisional', titleId: 'Tradisional', validTo: '2022-13-01' }, { code: 'modern' }, { code: 'modern', titleId: 'Modern' }, { code: 'apung', titleId: 'Apung', parent: 'sungai' }], 0)).rejects.toMatchObject({
      problems: [{ path: 'codes.0.validTo' }, { path: 'codes.1.titleId' }, { path: 'codes.2.code' }, { path: 'codes.3.parent' }],
    });
    expect(await edit('jenis-pasar', [{ code: 'tradisional', titleId: 'Tradisional' }, { code: 'kaget', titleId: 'Kaget', validTo: '2022-12-31', replacedBy: 'tradisional' }], 0, 'Perbup 5/2026')).toEqual({ version: 1 });
    await expect(edit('jenis-pasar', [{ code: 'x', titleId: 'X' }], 0)).rejects.toMatchObject({ code: 'code-list-changed' });
    await expect(edit('jenis-pasar', [{ code: 'tradisional', titleId: 'Tradisional' }], 1)).rejects.toMatchObject({ code: 'code-list-unchanged' });
    expect(await edit('jenis-pasar', [{ code: 'tradisional', titleId: 'Pasar rakyat' }], 1)).toEqual({ version: 2 });
    const history = await lists().versions('jenis-pasar', PAGE);
    expect(history.items.map(({ number, by, note, added, changed }) => [number, by, note, added, changed])).toEqual([[2, 'staf', '', 0, 1], [1, 'staf', 'Perbup 5/2026', 2, 0]]);
    expect((await lists().version('jenis-pasar', '2', PAGE)).items).toMatchObject([{ code: 'tradisional', kind: 'changed', before: { titleId: 'Tradisional' }, after: { titleId: 'Pasar rakyat' } }]);
  });

  it('shows what a file would do, row by row, before it counts, and then does all of it', async () => {
    const wrong = await imported('jenis-pasar', { fileId: await upload([['Kode', 'Nama', 'Berlaku sampai', 'Warna'], ['a', 'A', '', 'merah']]) });
    expect([wrong.refused, wrong.problems[0]]).toMatchObject([1, { cell: 'D1', message: { en: expect.stringContaining('“Warna” is not known') } }]);
    const rows = [['Kode', 'Nama', 'Berlaku sampai'], ['modern', 'Modern', ''], ['tradisional', 'Tradisional', ''], ['modern', 'Swalayan', ''], ['kaget', 'Kaget', 'kapan-kapan']];
    const refused = await imported('jenis-pasar', { fileId: await upload(rows) });
    expect(refused.problems.map(({ row, cell, code }) => [row, cell, code])).toEqual([[4, 'A4', 'modern'], [5, 'C5', 'kaget']]);
    await expect(imported('jenis-pasar', { fileId: await upload(rows), fingerprint: refused.fingerprint })).rejects.toMatchObject({ code: 'code-list-preview-old' });
    const fileId = await upload([['Kode', 'Nama', 'Berlaku sampai'], ['modern', 'Modern', ''], ['tradisional', 'Tradisional', '31/12/2025']]);
    const plan = await imported('jenis-pasar', { fileId });
    expect(plan).toMatchObject({ applied: false, added: 1, changed: 0, ended: 1, missing: 0, refused: 0, changes: [{ row: 3, kind: 'ended', code: 'tradisional' }, { row: 2, kind: 'added', code: 'modern' }] });
    expect(await version('jenis-pasar')).toBe(2);
    expect(await imported('jenis-pasar', { fileId, fingerprint: plan.fingerprint })).toMatchObject({ applied: true, version: 3 });
    expect((await lists().codes('jenis-pasar', QUERY)).items.map(({ code, validTo, valid }) => [code, validTo, valid])).toEqual([['tradisional', '2025-12-31', false], ['kaget', '2022-12-31', false], ['modern', null, true]]);
    expect((await lists().versions('jenis-pasar', PAGE)).items[0]).toMatchObject({ number: 3, fileName: 'daftar.csv' });
  });

  it('takes no code that Excel has made something else of, and finds its sheet among several', async () => {
    const refused = await imported('jenis-pasar', { fileId: await upload([['Kode', 'Nama'], ['#REF!', 'A'], ['1,5E+17', 'B'], ['02-Sep', 'C'], ['d', '#N/A']]) });
    expect(refused.problems.map(({ cell, message }) => [cell, message.en.split('.')[0]])).toEqual([
      ['A2', '“#REF!” is an error of a formula in Excel, not a value'], ['A3', '“1,5E+17” is a long number that Excel has shortened, so that its digits are lost'],
      ['A4', '“02-Sep” is a date that Excel has made of something like “2-9”'], ['B5', '“#N/A” is an error of a formula in Excel, not a value'],
    ]);
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('Catatan').getCell('A1').value = 'Rapat 3 Februari';
    workbook.addWorksheet('Pasar').addRows([['Kode', 'Nama\u00a0*'], ['induk', 'Pasar induk'], [1.1, 'Pasar lain']]);
    const { id } = await world.put({ name: 'pasar.xlsx', type: 'x', content: Buffer.from(await workbook.xlsx.writeBuffer()), officeId: 'o-kominfo' });
    expect(await imported('jenis-pasar', { fileId: id })).toMatchObject({ added: 1, problems: [{ cell: 'A3', message: { en: expect.stringContaining('a nought at its end may be lost') } }] });
  });

  it('reads a file below its titles, as tables of producers are read, and tells its cells where they are', async () => {
    const titles = [['DAFTAR JENIS PASAR, KABUPATEN'], ['Tahun 2026, revisi'], []];
    const plan = await imported('jenis-pasar', { fileId: await upload([...titles, ['No', 'Kode', 'Nama'], ['(1)', '(2)', '(3)'], ['1', 'terapung', 'Terapung'], ['2', 'malam', 'Malam']]) });
    expect(plan).toMatchObject({ added: 2, refused: 0, changes: [{ row: 6, code: 'terapung' }, { row: 7, code: 'malam' }] });
    const wrong = await imported('jenis-pasar', { fileId: await upload([...titles, ['No', 'Code', 'Name', 'Warna'], ['1', 'malam', 'Malam', 'merah']]) });
    expect(wrong.problems).toMatchObject([{ cell: 'D4', message: { en: expect.stringContaining('“Warna” is not known') } }]);
    const day = await imported('jenis-pasar', { fileId: await upload([...titles, ['Kode', 'Nama', 'Berlaku sampai'], ['malam', 'Malam', 'kapan-kapan'], ['pagi', 'Pagi', '31/12/2026 00:00']]) });
    expect(day.problems).toMatchObject([{ row: 5, cell: 'C5', code: 'malam' }]);
    const nothing = await imported('jenis-pasar', { fileId: await upload([...titles, ['Uraian'], ['Malam']]) });
    expect(nothing.problems.map(({ message }) => message.en)).toContain('There is no column “Code”. Write the titles of the columns in one row above the codes.');
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('Pasar');
    sheet.addRows([['Daftar jenis pasar'], [], ['Kode', 'Nama'], ['terapung', { formula: 'A4' }]]);
    const { id } = await world.put({ name: 'pasar.xlsx', type: 'x', content: Buffer.from(await workbook.xlsx.writeBuffer()), officeId: 'o-kominfo' });
    expect((await imported('jenis-pasar', { fileId: id })).problems).toMatchObject([{ cell: 'B4', message: { en: expect.stringContaining('has no result yet') } }]);
  });

  it('ends what a whole list does not have, and says which data sets ask for it', async () => {
    const [dataset] = await demoDatasets();
    const grid = dataset?.rules.find((rule) => rule.kind === 'grid');
    const plan = await imported('kemendagri', { fileId: await upload([['Kode', 'Berlaku sampai'], ['15.01', '2025-12-31']]) });
    expect(grid?.kind === 'grid' && grid.regions).toContain('15.01');
    expect(plan).toMatchObject({ ended: 1, missing: 91_598, uses: expect.arrayContaining([expect.objectContaining({ dataset: dataset?.title, codes: ['15.01'] })]) });
    const rest = await imported('satuan', { fileId: await upload([['Kode', 'Nama'], ['orang', 'Orang'], ['paket', 'Paket']]), endMissing: '2026-06-30' });
    expect(rest).toMatchObject({ added: 1, ended: 29, unchanged: 1, notBegun: 0 });
    await imported('satuan', { fileId: await upload([['Kode', 'Nama'], ['paket', 'Paket']]), fingerprint: (await imported('satuan', { fileId: await upload([['Kode', 'Nama'], ['paket', 'Paket']]) })).fingerprint });
    expect((await lists().codes('satuan', { ...QUERY, q: 'paket' })).items).toMatchObject([{ code: 'paket', title: { id: 'Paket', en: 'Paket' } }]);
    // Of a list that came with the application only what was changed is kept.
    expect((await world.app.get(CodeBook).table('satuan'))?.codes.at(-1)).toMatchObject({ code: 'paket' });
    expect(await world.database.read.countBy(CodeChangeEntity, { code: 'paket' })).toBe(1);
    expect(await world.database.read.count(CodeWritingEntity)).toBe(0);
  });

  it('does not end what has not begun, and says of how many', async () => {
    await world.as(PEOPLE.staf, () => lists().create({ title: 'Golongan' }));
    await edit('golongan', [{ code: 'a', titleId: 'A' }, { code: 'b', titleId: 'B', validFrom: '2026-06-30' }, { code: 'c', titleId: 'C', validFrom: '2027-01-01' }, { code: 'd', titleId: 'D', validFrom: '2027-01-01', validTo: '2027-12-31' }], 0);
    const plan = await imported('golongan', { fileId: await upload([['Kode', 'Nama'], ['e', 'E']]), endMissing: '2026-06-30' });
    expect(plan).toMatchObject({ added: 1, ended: 2, missing: 2, notBegun: 2 });
    expect(plan.changes.filter(({ kind }) => kind === 'ended').map(({ code, after }) => [code, after.validTo])).toEqual([['a', '2026-06-30'], ['b', '2026-06-30']]);
    expect(await imported('golongan', { fileId: await upload([['Kode', 'Nama'], ['e', 'E']]) })).toMatchObject({ missing: 3, notBegun: 0 });
  });

  it('keeps the bridge one to one, in the list of BPS', async () => {
    const result = await imported('bps', { fileId: await upload([['Kode', 'Padanan'], ['6411', '64.11'], ['7108', '15.06'], ['7309', '99.99']]) });
    expect(result.problems.map(({ row, cell, message }) => [row, cell, message.en])).toEqual([[3, 'B3', '“15.06” is paired with 1507 already. A code has one pair only.'], [4, 'B4', '“99.99” is not in the list “Regions (codes of the Ministry of Home Affairs)”.']]);
    await edit('bps', [{ code: '6411', pair: '64.11' }], 0);
    expect((await lists().codes('kemendagri', { ...QUERY, q: '64.11', limit: 1 })).items).toMatchObject([{ code: '64.11', pair: '6411' }]);
  });

  it('gives the same codes to template and check, by the period of the data, and changes of a list at once', async () => {
    const [dataset] = await demoDatasets();
    if (!dataset) throw new Error('no data set');
    const pasar = { name: 'pasar', title: 'Jenis pasar', type: 'string' as const, required: true, key: true, list: 'jenis-pasar' };
    const wilayah = { name: 'wilayah', title: 'Wilayah', type: 'region' as const, required: true, key: true };
    await world.database.tx((db) => db.update(DatasetEntity, dataset.id, { variables: [pasar, wilayah], rules: [], dataPeriod: 'Tahun 2025' }));
    const check = async (rows: readonly object[]) => (await world.as(PEOPLE.operator, () => world.app.get(CheckController).check({ datasetId: dataset.id, rows } as never))).findings.map(({ row, column, message }) => [`${column} ${row}`, message.id] as const);
    const rows = [{ pasar: 'tradisional', wilayah: '15.06' }, { pasar: 'kaget', wilayah: '15.07.01.2001' }, { pasar: 'modern', wilayah: '91.01' }, { pasar: 'modern', wilayah: '1507' }, { pasar: 'besar', wilayah: '15.98' }, { pasar: 'Modern', wilayah: 'Tungkal Ulu' }, { pasar: 'modern', wilayah: 'Tebing Tinggi' }];
    const found = [
      ['pasar 2', '“kaget” (Kaget) hanya berlaku sampai 31 Desember 2022, sebelum periode data ini. Penggantinya tradisional.'],
      ['wilayah 3', '“91.01” (Kabupaten Merauke) hanya berlaku sampai 8 November 2022, sebelum periode data ini. Penggantinya 93.01.'],
      ['wilayah 4', '“1507” adalah kode Kabupaten Tanjung Jabung Barat dalam daftar “Wilayah (kode BPS)”. Kolom ini memakai daftar “Wilayah (kode Kemendagri)”: tulis 15.06.'],
      ['pasar 5', '“besar” bukan kode dalam daftar “Jenis pasar” yang berlaku.'],
      ['wilayah 5', '“15.98” bukan kode dalam daftar “Wilayah (kode Kemendagri)” yang berlaku.'],
      ['pasar 6', '“Modern” adalah nama, bukan kode. Tulis modern.'],
      ['wilayah 6', '“Tungkal Ulu” adalah nama, bukan kode. Tulis 15.06.01.'],
      ['wilayah 7', expect.stringMatching(/^“Tebing Tinggi” adalah nama beberapa kode: 11.16.11.2001, .*Tulis kode yang dimaksud\.$/)],
    ];
    expect(await check(rows)).toEqual(found);
    const long = [...rows, ...Array.from({ length: 2_000 }, (_, index) => ({ pasar: 'modern', wilayah: `11.${String(1 + (index % 2)).padStart(2, '0')}`, nomor: index }))];
    expect((await check(long)).filter(([cell]) => Number(cell.split(' ')[1]) <= 7)).toEqual(found);
    const template = async () => world.app.get(TemplateService).write(await world.database.read.findOneByOrFail(DatasetEntity, { id: dataset.id }));
    const listed = (await openTemplate(await template())).getWorksheet('Daftar kode');
    expect([1, 2, 3, 4].map((row) => listed?.getCell(row, 1).value ?? null)).toEqual(['Jenis pasar', 'tradisional', 'modern', null]);
    // Of all regions there are too many for a cell: where nothing says whose office this is, there is no list; where something does, the others are taken too.
    const offered = async () => {
      const content = await template();
      const { A: market, B: region } = await columnRules(content);
      const book = await openTemplate(content);
      const notes = (book.getWorksheet('Petunjuk')?.getSheetValues() ?? []).flatMap((row) => (Array.isArray(row) ? [String(row[1])] : []));
      return [market?.type, market?.errorStyle, region?.type, region?.errorStyle, notes.filter((one) => one.startsWith('Kolom “')), [2, 3].map((row) => book.getWorksheet('Daftar kode')?.getCell(row, 4).value ?? null)];
    };
    const tooLong = 'Kolom “Wilayah”: daftar “Wilayah (kode Kemendagri)” (91.737 kode) terlalu panjang untuk ditawarkan di sel';
    expect(await offered()).toEqual(['list', undefined, undefined, undefined, [`${tooLong}, dan wilayah kantor tidak dikenali dari kop surat atau nama kantor di Pengaturan. Ketik kodenya; kode diperiksa setelah berkas diunggah.`], [null, null]]);
    world.state.settings['letterhead'] = { government: 'PEMERINTAH KABUPATEN TANJUNG JABUNG BARAT' };
    expect(await offered()).toEqual(['list', undefined, 'list', 'warning', [`${tooLong}. Yang ditawarkan: 148 kode dalam Kabupaten Tanjung Jabung Barat. Kode lain dari daftar itu juga diterima.`], ['15.06', '15.06.01']]);
    await edit('jenis-pasar', [{ code: 'besar', titleId: 'Besar' }], await version('jenis-pasar'));
    expect((await check(rows)).map(([cell]) => cell)).toEqual(['pasar 2', 'wilayah 3', 'wilayah 4', 'wilayah 5', 'pasar 6', 'wilayah 6', 'wilayah 7']);
  });

  it('lets a column use the codes of BPS, and says which code of the ministry was meant', async () => {
    const [dataset] = await demoDatasets();
    const column = { name: 'wilayah', title: 'Wilayah', type: 'region' as const, required: true, key: true, list: 'bps' };
    const codes = (await world.app.get(PeriodCodes).of({ variables: [column], dataPeriod: '2025', periodId: dataset?.periodId ?? '' })).get('wilayah');
    expect([codes?.names.get('1507'), codes?.refused.get('15.06')]).toMatchObject(['Kabupaten Tanjung Jabung Barat', { here: { code: '1507' } }]);
  });

  it('is given to the forms in the version that it is in', async () => {
    const book = world.app.get(CodeBook);
    const byScheme = new Map((await book.lists()).map((list) => [list.scheme, list]));
    expect(byScheme.get('jenis-pasar')?.version).toBe(String(await version('jenis-pasar')));
    expect([...((await byScheme.get('daftar-kode')?.codes()) ?? [])].map(({ code }) => code)).toEqual(['kemendagri', 'bps', 'urusan', 'satuan', 'golongan', 'jenis-pasar']);
  });

  it('goes out as a workbook that comes in again unchanged', async () => {
    const { id } = await world.put({ name: 'bps.xlsx', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', content: await buffer((await lists().export('bps')).getStream()), officeId: 'o-kominfo' });
    expect(await imported('bps', { fileId: id })).toMatchObject({ refused: 0, added: 0, changed: 0, ended: 0, unchanged: 689 });
  });

  const demoDatasets = async () => {
    if ((await world.database.read.countBy(DatasetEntity, {})) === 0) await world.submit('daftar-data', PEOPLE.staf, {});
    return world.database.read.find(DatasetEntity, { where: { officeId: 'o-dukcapil' }, order: { position: 'ASC' } });
  };
});
