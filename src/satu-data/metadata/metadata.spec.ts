import ExcelJS from '@protobi/exceljs';
import { PEOPLE, satuDataWorld, type SatuDataWorld } from '../../../test/support/satu-data-world.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { TemplateService } from '../datasets/template.service.js';
import { CheckController } from '../verification/check.controller.js';
import { completeness } from './completeness.js';
import { MetadataController } from './metadata.controller.js';
import type { NewMetadata } from './metadata.schemas.js';

const STATUS = {
  kolom: 'status', nama: 'Status angka', alias: 'Status', konsep: 'Status', definisi: 'Tetap atau masih sementara', referensiPemilihan: '-', referensiWaktu: 'Akhir tahun', tipeData: 'string',
  klasifikasiIsian: [{ kode: 'T', nama: 'Tetap' }, { kode: 'S', nama: 'Sementara' }], aturan: { wajib: true }, kalimatPertanyaan: 'Bagaimana status angkanya?', aksesUmum: false,
};

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
  const names = async (user: typeof PEOPLE.staf) => (await world.as(user, () => routes().list())).map(({ name, percent }) => [name, percent]);

  it('is an office’s own, and all of it the staff’s', async () => {
    await create(PEOPLE.staf, { kind: 'indicator', officeId: 'o-dinkes', content: { nama: 'Rasio dokter' } });
    expect([await names(PEOPLE.operator), await names(PEOPLE.operator2), await names(PEOPLE.staf)]).toEqual([[['Status angka', 100]], [['Rasio dokter', 9]], [['Status angka', 100], ['Rasio dokter', 9]]]);
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
    await expect(change(1, 'Luas lama')).rejects.toMatchObject({ code: 'metadata-changed', status: 409 });
    const both = await Promise.allSettled([change(2, 'Satu'), change(2, 'Dua')]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('keeps several answers as one sum, and refuses a code that is not on the list', async () => {
    const activity = (saranaPengumpulan: unknown) => create(PEOPLE.operator, { kind: 'activity', content: { judul: 'Registrasi', saranaPengumpulan } });
    expect((await activity([8, 1, 1])).content).toMatchObject({ saranaPengumpulan: 9, unitPengumpulan: null });
    expect((await activity(33)).content).toMatchObject({ saranaPengumpulan: 33 });
    for (const wrong of [[1, 3], 64, 65, -1]) await expect(activity(wrong)).rejects.toMatchObject({ problems: [{ path: 'saranaPengumpulan' }] });
    await expect(activity('banyak')).rejects.toMatchObject({ problems: [{ path: 'saranaPengumpulan', message: { en: expect.stringContaining('right form') } }] });
    await expect(create(PEOPLE.operator, { kind: 'variable', content: { ...STATUS, aturan: { pola: '(a+)+' } } })).rejects.toMatchObject({ problems: [{ path: 'aturan.pola' }] });
  });

  it('asks only what applies, and names what is missing', () => {
    const missing = (kind: 'activity' | 'indicator', content: object) => completeness(kind, { ...content }).missing.map(({ id }) => id);
    expect([missing('activity', { caraPengumpulan: 'survei' }).includes('Rancangan sampel'), missing('activity', { caraPengumpulan: 'sensus' }).includes('Rancangan sampel')]).toEqual([true, false]);
    expect(missing('indicator', { komposit: true }).filter((one) => one.endsWith('pembangun'))).toEqual(['Indikator pembangun']);
    expect(missing('indicator', { komposit: false, variabelPembangun: [{ nama: 'x' }] }).filter((one) => one.endsWith('pembangun'))).toEqual([]);
  });

  it('makes a variable that is described once a column: of the template, of verification', async () => {
    expect((await use(PEOPLE.staf, variable)).columns.at(-1)).toBe('status');
    expect(await use(PEOPLE.staf, variable)).toEqual({ columns: [...dataset.variables.map(({ name }) => name), 'status'] });
    // The list's own form, saved once more, loses nothing of it.
    await world.submit('daftar-data', PEOPLE.staf, {});
    const changed = await world.database.read.findOneByOrFail(DatasetEntity, { id: dataset.id });
    expect(changed.variables.at(-1)).toMatchObject({ name: 'status', required: true, codes: ['T', 'S'], definition: 'Tetap atau masih sementara' });
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await world.app.get(TemplateService).write(changed)) as unknown as ArrayBuffer);
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
