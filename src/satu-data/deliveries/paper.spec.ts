import { collectionWorld, DUKCAPIL, ROWS, type CollectionWorld } from '../../../test/support/collection-world.js';
import { PEOPLE } from '../../../test/support/satu-data-world.js';
import { RoomService } from '../room/room.service.js';
import { DeliveryEntity } from './delivery.entity.js';
import { paperSource } from './paper-source.js';

describe('papers that the office’s staff record', () => {
  let world: CollectionWorld;
  beforeEach(async () => {
    world = await collectionWorld(1);
  });
  afterEach(() => world.close());

  const scan = () => world.put({ name: 'berkas.pdf', type: 'application/pdf', content: Buffer.from('paper'), officeId: 'o-dukcapil' });
  const record = async (user = PEOPLE.staf, more: object = {}) => {
    const [datasetId] = await world.datasets();
    const file = await scan();
    await world.deliver([{ datasetId, status: 'disampaikan', tabel: { rows: ROWS } }], user, { caraPenyampaian: 'kertas', berkasKertas: [file], tanggalDiterima: '2026-03-01T02:00:00Z', ...more });
    return file.id;
  };
  const validate = (user = PEOPLE.staf, more: object = {}) => world.submit('validasi-pimpinan', user, { hasilValidasi: 'setuju', caraValidasi: 'kertas', namaPenandatangan: 'Dra. Sari', jabatanPenandatangan: 'Kepala Dinas', ...more }, { officeId: 'o-dukcapil' });
  const delivery = () => world.database.read.findOneByOrFail(DeliveryEntity, { officeId: 'o-dukcapil' });

  it('are marked as such wherever the delivery is shown', async () => {
    const fileId = await record();
    expect(await delivery()).toMatchObject({ status: 'draft', submittedByName: 'staf', paper: { fileId, receivedOn: '2026-03-01T02:00:00.000Z' } });
    expect((await world.formData('validasi-pimpinan', PEOPLE.pimpinan))['dataset']).toMatchObject([{ status: 'Data disampaikan, dicatat oleh staf dari berkas kertas' }]);
    await world.approve();
    await world.work('submission.register', DUKCAPIL);
    expect(world.letters.at(-1)?.data).toMatchObject({ pengirim: 'dicatat oleh staf dari berkas kertas', pimpinan: 'pimpinan' });
    await world.work('data.verify', DUKCAPIL);
    expect((await world.formData('verifikasi', PEOPLE.kasi, { variables: { producer: 'o-dukcapil' } }))['dataset']).toMatchObject([{ ringkasan: expect.stringContaining('dicatat oleh staf dari berkas kertas') }]);
    const room = await world.as({ ...PEOPLE.kasi, language: 'en' }, async () => world.app.get(RoomService).of(await world.request()));
    expect(room.datasets[0]?.delivered).toMatchObject({ by: 'recorded by staf from papers', scans: [{ fileId, what: 'paper' }] });
  });

  it('are offered to staff alone, who find it chosen', async () => {
    const filled = (user = PEOPLE.staf) => world.formData('penyampaian-data', user, { officeId: 'o-dukcapil' });
    expect(await filled()).toMatchObject({ pengisi: 'petugas', caraPenyampaian: 'kertas' });
    const own = await filled(PEOPLE.operator);
    expect([own['pengisi'], 'caraPenyampaian' in own]).toEqual(['produsen', false]);
  });

  it('are validated by the signature on them only where staff say so', async () => {
    const fileId = await record();
    expect(await world.states()).toEqual(['delivered']);
    await validate();
    expect(await delivery()).toMatchObject({ status: 'validated', inTime: true, validatedByName: 'Dra. Sari, Kepala Dinas', validation: { by: 'paper', fileId, code: null, recordedByName: 'staf' } });
  });

  it('are late by the server’s clock, whenever they came', async () => {
    world.state.now = (await world.request()).deadline;
    await record();
    expect(await delivery()).toMatchObject({ status: 'late', inTime: false, paper: { receivedOn: '2026-03-01T02:00:00.000Z' } });
    expect([await world.states(), await world.tables()]).toEqual([['late'], 0]);
    expect(world.told).toEqual([expect.stringContaining('tercatat terlambat')]);
  });

  it('need their scan and a day that has come, and are nobody’s own data', async () => {
    await expect(record(PEOPLE.staf, { caraPenyampaian: 'langsung', berkasKertas: undefined, tanggalDiterima: undefined })).rejects.toMatchObject({ problems: [{ path: 'caraPenyampaian' }] });
    await expect(record(PEOPLE.operator)).rejects.toMatchObject({ problems: expect.arrayContaining([expect.objectContaining({ path: 'caraPenyampaian', message: expect.objectContaining({ id: expect.stringContaining('tidak sedang ditampilkan') }) })]) });
    await expect(record(PEOPLE.staf, { tanggalDiterima: '2026-03-09T02:00:00Z' })).rejects.toMatchObject({ problems: [{ path: 'tanggalDiterima' }] });
    await expect(record(PEOPLE.staf, { berkasKertas: [] })).rejects.toMatchObject({ problems: [{ path: 'berkasKertas' }] });
    expect(await world.states()).toEqual(['asked']);
  });

  it('are refused where an office’s own form still offers them to everybody', () => {
    const how = (user: typeof PEOPLE.staf, caraPenyampaian: 'langsung' | 'kertas') => () => paperSource({ user, officeId: 'o-dukcapil', at: new Date() }, { caraPenyampaian, berkasKertas: [] });
    for (const [attempt, said] of [[how(PEOPLE.staf, 'langsung'), 'Anda mencatat untuk produsen'], [how(PEOPLE.operator, 'kertas'), 'data kantor sendiri']] as const) {
      expect(attempt).toThrow(expect.objectContaining({ problems: [{ path: 'caraPenyampaian', message: expect.objectContaining({ id: expect.stringContaining(said) }) }] }));
    }
  });

  it('cannot be made of what the producer typed himself', async () => {
    const [datasetId] = await world.datasets();
    await world.deliver([{ datasetId, status: 'disampaikan', tabel: { rows: ROWS } }]);
    await expect(validate()).rejects.toMatchObject({ problems: [{ path: 'caraValidasi' }] });
    await expect(validate(PEOPLE.operator)).rejects.toMatchObject({ problems: [{ path: 'caraValidasi' }] });
    // An official decides nothing in the leader's place without paper.
    await expect(validate(PEOPLE.staf, { caraValidasi: 'langsung', namaPenandatangan: undefined, jabatanPenandatangan: undefined })).rejects.toMatchObject({ problems: [{ path: 'caraValidasi' }] });
    expect(await world.states()).toEqual(['delivered']);
  });
});
