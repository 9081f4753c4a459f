import { text as streamText } from 'node:stream/consumers';
import type { StreamableFile } from '@nestjs/common';
import { PEOPLE, satuDataWorld, type SatuDataWorld } from '../../../test/support/satu-data-world.js';
import { openTemplate } from '../../../test/support/templates.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { TemplateService } from '../datasets/template.service.js';
import { CheckController } from '../verification/check.controller.js';
import { completeness } from './completeness.js';
import type { activityValues, tableValues } from './print/sheet-values.js';
import { SHEETS } from './sheets/index.js';
import { MetadataController } from './metadata.controller.js';
import { MetadataQuery, type NewMetadata } from './metadata.schemas.js';
import { asKept } from './answers.js';
import { inSheets } from './earlier-content.js';
import { codeOf, readCode } from './metadata-code.js';

const STATUS = {
  kolom: 'status', nama: 'Status angka', alias: 'Status', konsep: 'Status', definisi: 'Tetap atau masih sementara', referensiPemilihan: '-', referensiWaktu: 'Akhir tahun', tipeData: 'string',
  klasifikasiIsian: [{ kode: 'T', arti: 'Tetap' }, { kode: 'S', arti: 'Sementara' }], wajib: true, kalimatPertanyaan: 'Bagaimana status angkanya?', aksesUmum: false,
};

const text = (file: StreamableFile): Promise<string> => streamText(file.getStream());

describe('metadata', () => {
  let world: SatuDataWorld;
  let dataset: DatasetEntity;
  let variable: string;
  beforeAll(async () => {
    world = await satuDataWorld();
    await world.work('period.open', { judul: 'Data 2026', tahun: 2026, batasWaktu: '2026-03-31T09:00:00Z', tanggalRilis: '2026-05-01' });
    await world.submit('daftar-data', PEOPLE.staf, {});
    dataset = await world.database.read.findOneByOrFail(DatasetEntity, { officeId: 'o-dukcapil' });
    variable = (await create(PEOPLE.operator, { kind: 'variable', content: STATUS })).id;
  });
  afterAll(() => world.close());

  const routes = () => world.app.get(MetadataController);
  const create = (user: typeof PEOPLE.staf, body: NewMetadata) => world.as(user, () => routes().create(body));
  const use = (user: typeof PEOPLE.staf, id: string, datasetId = dataset.id) => world.as(user, () => routes().use(id, { datasetId, key: false }));
  const names = async (user: typeof PEOPLE.staf) => (await list(user)).items.map(({ name, percent }) => [name, percent]);
  const list = (user: typeof PEOPLE.staf, query: object = {}) => world.as(user, () => routes().list(MetadataQuery.parse(query)));

  it('is an office’s own, and all of it the staff’s', async () => {
    await create(PEOPLE.staf, { kind: 'indicator', officeId: 'o-dinkes', content: { nama: 'Rasio dokter' } });
    expect([await names(PEOPLE.operator), await names(PEOPLE.operator2), await names(PEOPLE.staf)]).toEqual([[['Status angka', 100]], [['Rasio dokter', 9]], [['Rasio dokter', 9], ['Status angka', 100]]]);
    world.audit.length = 0;
    await expect(world.as(PEOPLE.operator2, () => routes().one(variable))).rejects.toMatchObject({ code: 'not-found' });
    expect(world.audit).toEqual(['access.refused']);
    await expect(create(PEOPLE.operator, { kind: 'variable', officeId: 'o-dinkes', content: {} })).rejects.toMatchObject({ code: 'metadata-office' });
    await expect(create(PEOPLE.staf, { kind: 'variable', content: {} })).rejects.toMatchObject({ code: 'metadata-office' });
    await expect(world.as(PEOPLE.staf, () => routes().one('none'))).rejects.toMatchObject({ code: 'not-found' });
  });

  it('keeps every version with who wrote it, and lets nobody save over another', async () => {
    const { id } = await create(PEOPLE.operator, { kind: 'variable', content: { nama: 'Luas' } });
    const change = (version: number, nama: string) => world.as(PEOPLE.staf, () => routes().change(id, { version, content: { nama } }));
    expect(await change(1, 'Luas wilayah')).toMatchObject({ version: 2, name: 'Luas wilayah', by: 'staf', versions: [{ version: 2, by: 'staf' }, { version: 1, by: 'operator' }] });
    await expect(change(1, 'Luas lama')).rejects.toMatchObject({ code: 'metadata-changed', status: 412, extra: { version: 2, by: 'staf' } });
    const both = await Promise.allSettled([change(2, 'Satu'), change(2, 'Dua')]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('shows each version as it was', async () => {
    const { id } = await create(PEOPLE.operator, { kind: 'variable', content: { nama: 'Suhu' } });
    await world.as(PEOPLE.operator, () => routes().change(id, { version: 1, content: { nama: 'Suhu udara' } }));
    expect(await world.as(PEOPLE.staf, () => routes().version(id, '1'))).toMatchObject({ version: 1, by: 'operator', values: { nama: 'Suhu' } });
    await expect(world.as(PEOPLE.staf, () => routes().version(id, '3'))).rejects.toMatchObject({ code: 'not-found' });
    await expect(world.as(PEOPLE.operator2, () => routes().version(id, '1'))).rejects.toMatchObject({ code: 'not-found' });
  });

  it('keeps several answers as one sum, and refuses a code that is not on the list', async () => {
    const activity = (saranaPengumpulan: unknown) => create(PEOPLE.operator, { kind: 'activity', content: { judul: 'Registrasi', saranaPengumpulan } });
    expect(await activity([8, 1, 1])).toMatchObject({ content: { saranaPengumpulan: 9 }, values: { saranaPengumpulan: { 1: true, 2: false, 8: true } } });
    expect((await activity(33)).content).toMatchObject({ saranaPengumpulan: 33 });
    expect((await activity({ 1: true, 2: true, 4: false })).content).toMatchObject({ saranaPengumpulan: 3 });
    expect((await activity({ 1: false })).content).toEqual({ judul: 'Registrasi' });
    for (const wrong of [[1, 3], 64, 65, -1, 'banyak', { 64: true }]) await expect(activity(wrong)).rejects.toMatchObject({ problems: [{ path: 'saranaPengumpulan' }] });
    await expect(create(PEOPLE.operator, { kind: 'variable', content: { ...STATUS, klasifikasiIsian: [], pola: '(a+)+' } })).rejects.toMatchObject({ problems: [{ path: 'pola' }] });
  });

  it('goes by the form: what it does not know or show is refused', async () => {
    await expect(create(PEOPLE.operator, { kind: 'variable', content: { warna: 'merah' } })).rejects.toMatchObject({ problems: [{ path: 'warna' }] });
    await expect(create(PEOPLE.operator, { kind: 'activity', content: { judul: 'Sensus', caraPengumpulan: '1', unitSampel: 'Rumah tangga' } })).rejects.toMatchObject({ problems: [{ path: 'unitSampel' }] });
    expect((await create(PEOPLE.operator, { kind: 'activity', content: { judul: 'Survei', caraPengumpulan: '2', unitSampel: 'Rumah tangga' } })).content).toMatchObject({ unitSampel: 'Rumah tangga' });
  });

  it('asks only what applies, and names what is missing', () => {
    const missing = (kind: 'activity' | 'indicator', content: object) => completeness(kind, { ...content }).missing.map(({ id }) => id);
    expect([missing('activity', { caraPengumpulan: '2' }).includes('Jenis rancangan sampel'), missing('activity', { caraPengumpulan: '1' }).includes('Jenis rancangan sampel')]).toEqual([true, false]);
    // Of several answers: enumerators are asked about where an interview on paper, by computer or by telephone is among the means.
    expect([9, 12, 2, 8, 56].map((saranaPengumpulan) => missing('activity', { saranaPengumpulan }).includes('Petugas pengumpulan data'))).toEqual([true, true, true, false, false]);
    expect(missing('indicator', { komposit: true }).filter((one) => one.endsWith('pembangun'))).toEqual(['Indikator pembangun']);
    expect(missing('indicator', { komposit: false, variabelPembangun: [{ namaVariabel: 'x' }] }).filter((one) => one.endsWith('pembangun'))).toEqual([]);
  });

  it('is not complete while rows have blank cells, and says in which row', () => {
    const rows = (content: object) => completeness('activity', { ...content }).missing.filter(({ field }) => /^(variabel|wilayah)\b/.test(field));
    expect(rows({ variabel: [{ namaVariabel: 'Penduduk' }, { namaVariabel: 'Luas', konsepVariabel: 'Luas', definisiVariabel: 'Luas daratan', referensiWaktuVariabel: 'Akhir tahun' }] }).map(({ field, id }) => [field, id])).toEqual([
      ['variabel.0.konsepVariabel', 'Variabel (karakteristik) yang dikumpulkan, baris 1: Konsep'],
      ['variabel.0.definisiVariabel', 'Variabel (karakteristik) yang dikumpulkan, baris 1: Definisi'],
      ['variabel.0.referensiWaktuVariabel', 'Variabel (karakteristik) yang dikumpulkan, baris 1: Referensi waktu (periode enumerasi)'],
    ]);
    const regions = { cakupanWilayah: '2', wilayah: [{ provinsi: 'Jambi', kabupaten: 'Merangin' }, { provinsi: 'Jambi' }] };
    expect(rows(regions).filter(({ field }) => field.startsWith('wilayah'))).toEqual([{ field: 'wilayah.1.kabupaten', id: 'Wilayah kegiatan, baris 2: Kabupaten/kota', en: 'Regions of the activity, row 2: Regency or city' }]);
    // A list that may be left out is whole where it is begun.
    const ofText = { tipeData: 'string' };
    const [before, begun] = [completeness('variable', ofText), completeness('variable', { ...ofText, klasifikasiIsian: [{ arti: 'Tetap' }] })];
    expect(begun.missing.filter(({ field }) => !before.missing.some((one) => one.field === field))).toMatchObject([{ field: 'klasifikasiIsian.0.kode' }]);
  });

  it('is entered once: a code brings what another record says, and a code of none is refused', async () => {
    const one = await create(PEOPLE.operator, { kind: 'activity', content: { judul: 'Registrasi penduduk' } });
    const penduduk = await create(PEOPLE.operator, { kind: 'variable', content: { nama: 'Jumlah penduduk', konsep: 'Penduduk', kodeKegiatan: one.code.toLowerCase() } });
    expect(penduduk.content).toMatchObject({ kodeKegiatan: one.code, kegiatan: 'Registrasi penduduk' });
    const kepadatan = { nama: 'Kepadatan', komposit: false, variabelPembangun: [{ kodeVariabel: penduduk.code }, { namaVariabel: 'Luas wilayah' }, {}] };
    expect((await create(PEOPLE.operator, { kind: 'indicator', content: kepadatan })).content).toMatchObject({ variabelPembangun: [{ kodeVariabel: penduduk.code, namaVariabel: 'Jumlah penduduk', kegiatanPenghasil: 'Registrasi penduduk' }, { namaVariabel: 'Luas wilayah' }] });
    expect((await world.as(PEOPLE.operator, () => routes().change(one.id, { version: 1, content: { judul: 'Registrasi', variabel: [{ kodeVariabel: penduduk.code }] } }))).content).toMatchObject({ variabel: [{ namaVariabel: 'Jumlah penduduk', konsepVariabel: 'Penduduk' }] });
    // Of the wrong kind, of nothing, no code at all, and another office's.
    for (const kodeVariabel of [one.code, 'VAR-9999', 'penduduk']) await expect(create(PEOPLE.operator, { kind: 'indicator', content: { komposit: false, variabelPembangun: [{ kodeVariabel }] } })).rejects.toMatchObject({ problems: [{ path: 'variabelPembangun.0.kodeVariabel' }] });
    await expect(create(PEOPLE.operator2, { kind: 'variable', content: { kodeKegiatan: one.code } })).rejects.toMatchObject({ problems: [{ path: 'kodeKegiatan' }] });
  });

  it('gives each record a code of its kind', async () => {
    const many = await world.as(PEOPLE.operator2, () => Promise.all(Array.from({ length: 4 }, () => routes().create({ kind: 'indicator', content: { nama: 'Bersamaan' } }))));
    expect(new Set(many.map(({ code }) => code)).size).toBe(4);
    expect(readCode(' ind-7 ')).toEqual({ kind: 'indicator', number: 7 });
    expect(codeOf({ kind: 'activity', number: 12_345 })).toBe('KEG-12345');
    expect([readCode('XYZ-1'), readCode('VAR'), readCode('')]).toEqual([null, null, null]);
  });

  it('is listed page by page, by kind, office, name and code', async () => {
    const [first, second] = [await list(PEOPLE.staf, { limit: 2 }), await list(PEOPLE.staf, { limit: 2, page: 2 })];
    expect(first.items).toHaveLength(2);
    expect(first.pages).toBe(Math.ceil(first.count / 2));
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(4);
    expect(first.offices.map(({ name }) => name)).toEqual(['Dinas Kependudukan dan Pencatatan Sipil', 'Dinas Kesehatan']);
    expect((await list(PEOPLE.operator)).offices).toEqual([]);
    const listed = async (query: object) => (await list(PEOPLE.staf, query)).items.map(({ name }) => name);
    expect(await listed({ q: 'UDARA suhu' })).toEqual(['Suhu udara']);
    expect(await listed({ q: '%' })).toEqual([]);
    expect(await listed({ kind: 'indicator', officeId: 'o-dinkes', q: 'dokter' })).toEqual(['Rasio dokter']);
    expect((await list(PEOPLE.staf, { q: (await world.as(PEOPLE.staf, () => routes().one(variable))).code })).items.map(({ id }) => id)).toEqual([variable]);
    expect((await list(PEOPLE.operator2, { officeId: 'o-dukcapil' })).count).toBe(0);
  });

  it('reads what was kept before the sheets had forms', () => {
    expect(inSheets('variable', { nama: 'Status', alias: null, klasifikasiIsian: [{ kode: 'T', nama: 'Tetap' }, { kode: 'S', nama: null }], aturan: { wajib: true, min: null } })).toEqual({ nama: 'Status', klasifikasiIsian: [{ kode: 'T', arti: 'Tetap' }, { kode: 'S' }], wajib: true });
    expect(inSheets('activity', { judul: 'Survei', caraPengumpulan: 'survei', sektor: 'Pendidikan', jadwalRilis: 'Mei', saranaPengumpulan: 9 })).toEqual({ judul: 'Survei', caraPengumpulan: '2', saranaPengumpulan: 9, catatan: 'Sektor: Pendidikan\nJadwal rilis: Mei' });
    expect(inSheets('indicator', { nama: 'Rasio', levelEstimasi: 'Kabupaten', variabelPembangun: [{ nama: 'x' }], indikatorPembangun: [] })).toEqual({ nama: 'Rasio', interpretasi: 'Level estimasi: Kabupaten', variabelPembangun: [{ namaVariabel: 'x' }] });
  });

  /** The letter of the world writes what it was given. */
  const sheet = async <T>(who: (typeof PEOPLE)[keyof typeof PEOPLE], id: string, of?: 'variable' | 'indicator') => JSON.parse(await text(await world.as(who, () => routes().sheet(id, { of })))) as T;

  it('is printed as the form: every question, boxes, and sums of codes', async () => {
    const content = { judul: 'Survei', caraPengumpulan: '2', rekomendasi: true, metodePengumpulan: 25, metodePengumpulanLain: 'bersama', saranaPengumpulan: 9, petugas: '2', metodePemilihan: '2', metodeNonprobabilitas: '7', mulaiDesain: '2026-07-01', produkDigital: false, variabel: [{ namaVariabel: 'Luas' }] };
    const { id, code } = await create(PEOPLE.operator, { kind: 'activity', content });
    const values = await sheet<ReturnType<typeof activityValues>>(PEOPLE.operator, id);
    expect(values).toMatchObject({ tanpaKop: true, kode: code, instansi: 'Dinas Kependudukan dan Pencatatan Sipil', judul: 'Survei' });
    const of = (nomor: string) => values.blok.flatMap(({ pertanyaan }) => pertanyaan).find((one) => one.nomor === nomor);
    expect(of('4.6.')).toMatchObject({ kotak: '25', opsi: [{ kiri: { kode: '1', dipilih: true } }, { kiri: { kode: '2', dipilih: false } }, { kiri: { kode: '4', dipilih: false } }, { kiri: { kode: '8', dipilih: true } }, { kiri: { kode: '16', dipilih: true, nama: 'Lainnya (sebutkan): bersama' } }] });
    expect([of('5.3.')?.kotak, of('6.4.')?.kotak, of('8.1.')?.yaTidak[1]?.kotak, of('8.1.')?.yaTidak[0]?.kotak]).toEqual(['7', '2', '2', '']);
    expect([of('3.3.')?.isi[2]?.sel, of('3.4.')?.isi]).toEqual([['2. Desain', '01/07/2026', 's.d.', ''], [{ tebal: false, sel: ['1', 'Luas', '', '', ''] }]]);
    // Not asked of this activity, or not answered: on the paper all the same.
    expect([of('4.2.')?.opsi.length, of('4.2.')?.kotak, of('4.5.')?.isi.length]).toEqual([4, '', 3]);
    await expect(world.as(PEOPLE.operator2, () => routes().sheet(id, {}))).rejects.toMatchObject({ code: 'not-found' });
  });

  it('asks about enumerators where R.4.7 has an interview, and takes the codes of earlier forms', async () => {
    await expect(create(PEOPLE.operator, { kind: 'activity', content: { judul: 'Web saja', saranaPengumpulan: 8, petugas: '2', metodePengumpulan: 1 } })).rejects.toMatchObject({ message: expect.stringContaining('petugas') });
    expect((await create(PEOPLE.operator, { kind: 'activity', content: { judul: 'Telepon', saranaPengumpulan: 12, petugas: '2' } })).content['petugas']).toBe('2');
    expect(asKept(SHEETS.activity, { metodeNonprobabilitas: '3', metodeProbabilitas: '3' })).toEqual({ metodeNonprobabilitas: '8', metodeProbabilitas: '3' });
  });

  it('of variables and indicators is a table: of one record, or of all that an activity yields', async () => {
    const { id, code } = await create(PEOPLE.operator, { kind: 'activity', content: { judul: 'Sensus kucing', eselon2: 'Kepala Dinas' } });
    await expect(world.as(PEOPLE.operator, () => routes().sheet(id, { of: 'indicator' }))).rejects.toMatchObject({ code: 'metadata-nothing-to-print', status: 409 });
    const one = await create(PEOPLE.operator, { kind: 'variable', content: { nama: 'Banyak kucing', kodeKegiatan: code, tipeData: 'integer', satuan: 'ekor', wajib: true, min: '0', aksesUmum: false } });
    const two = await create(PEOPLE.operator, { kind: 'variable', content: { nama: 'Warna', kodeKegiatan: code.toLowerCase(), tipeData: 'string', klasifikasiIsian: [{ kode: 'H', arti: 'Hitam' }] } });
    await create(PEOPLE.operator, { kind: 'indicator', content: { nama: 'Kucing per rumah', kodeKegiatan: code, komposit: false, levelEstimasi: 12, variabelPembangun: [{ kodeVariabel: one.code }] } });
    const table = await sheet<ReturnType<typeof tableValues>>(PEOPLE.operator, id, 'variable');
    expect(table).toMatchObject({ tanpaKop: true, kegiatan: 'Sensus kucing', kodeKegiatan: code, eselon2: 'Kepala Dinas', kode: `${one.code}, ${two.code}` });
    expect(table.baris.map(({ sel }) => sel.map(({ garis }) => garis.join('|')))).toEqual([
      ['1', 'Banyak kucing', '', '', '', '', '', 'Bilangan bulat|Satuan: ekor', '', 'Wajib diisi|Nilai terkecil: 0', '', '2'], ['2', 'Warna', '', '', '', '', '', 'Teks', 'H = Hitam', '', '', ''],
    ]);
    const { baris } = await sheet<ReturnType<typeof tableValues>>(PEOPLE.operator, id, 'indicator');
    expect(baris[0]?.sel.map(({ garis }) => garis.join('|'))).toEqual(['1', 'Kucing per rumah', '', '', '', '', '', '', '', '2', '', '', 'Sensus kucing', code, 'Banyak kucing', 'Kabupaten/kota|Kecamatan', '']);
    expect((await sheet<ReturnType<typeof tableValues>>(PEOPLE.operator, two.id)).baris).toHaveLength(1);
    await expect(world.as(PEOPLE.operator2, () => routes().sheet(id, { of: 'variable' }))).rejects.toMatchObject({ code: 'not-found' });
  });

  it('makes a variable that is described once a column: of the template, of verification', async () => {
    // Replaced where it stands, when it is used once more.
    const columns = [...dataset.variables.map(({ name }) => name), 'status', ...dataset.indicators.map(({ name }) => name)];
    for (const _ of [1, 2]) expect(await use(PEOPLE.staf, variable)).toEqual({ columns });
    // The list's own form, saved once more, loses nothing of it.
    await world.submit('daftar-data', PEOPLE.staf, {});
    const changed = await world.database.read.findOneByOrFail(DatasetEntity, { id: dataset.id });
    expect(changed.variables.at(-1)).toMatchObject({ name: 'status', required: true, codes: ['T', 'S'], definition: 'Tetap atau masih sementara' });
    const workbook = await openTemplate(await world.app.get(TemplateService).write(changed));
    const header = workbook.worksheets[0]?.getRow(1).values as unknown[];
    expect(header.at(-1)).toBe('Status angka');
    const { findings } = await world.as(PEOPLE.operator, () => world.app.get(CheckController).check({ datasetId: dataset.id, rows: [{ kode_wilayah: '15.01', status: 'X' }, { kode_wilayah: '15.02' }] }));
    expect(findings.filter(({ column }) => column === 'status').map(({ rule, row }) => `${rule} ${row}`)).toEqual(['code 1', 'required 2']);
  });

  it('leaves to the data set how small cells of the column are protected', async () => {
    const { variables } = await world.database.read.findOneByOrFail(DatasetEntity, { id: dataset.id });
    await world.database.tx((db) => db.update(DatasetEntity, dataset.id, { variables: variables.map((one) => (one.name === 'status' ? { ...one, protection: {} } : one)) }));
    await use(PEOPLE.staf, variable);
    expect((await world.database.read.findOneByOrFail(DatasetEntity, { id: dataset.id })).variables.at(-1)).toMatchObject({ name: 'status', protection: {} });
  });

  it('refuses what is no variable yet, and a data set that was asked for already', async () => {
    const { id: unfinished } = await create(PEOPLE.operator, { kind: 'variable', content: { nama: 'Belum selesai' } });
    const { id: activity } = await create(PEOPLE.operator, { kind: 'activity', content: { judul: 'Kegiatan' } });
    for (const id of [unfinished, activity]) await expect(use(PEOPLE.staf, id)).rejects.toMatchObject({ code: 'metadata-not-a-column' });
    await expect(use(PEOPLE.operator2, variable)).rejects.toMatchObject({ code: 'not-found' });
    await world.database.tx((db) => db.update(DatasetEntity, dataset.id, { state: 'asked' }));
    await expect(use(PEOPLE.staf, variable)).rejects.toMatchObject({ code: 'data-list-closed' });
  });
});
