import { IsNull } from 'typeorm';
import { PEOPLE, satuDataWorld, type SatuDataWorld } from '../../../test/support/satu-data-world.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { DeliveryTableEntity } from '../deliveries/delivery-table.entity.js';
import { PeriodEntity } from '../periods/period.entity.js';
import { ListEntity, ListRowEntity } from './data-list.entities.js';
import { HandIn } from './hand-in.service.js';
import { ListEdit } from './list-edit.service.js';
import { ListTrialEntity } from './list-trial.entity.js';
import { ListTrials } from './list-trials.service.js';
import { ListViews } from './list-view.service.js';
import { RulesTried } from './rules-tried.service.js';

describe('rules that are new or changed when the list is handed in', () => {
  let world: SatuDataWorld;
  const { staf, kasi } = PEOPLE;
  const rule = (kiri: string, kanan: string, tingkat = 'kesalahan') => ({ kiri, pembanding: '≤', kanan, toleransi: '', tingkat });
  const rows = () => world.database.read.find(ListRowEntity, { where: { periodId: world.caseId, removedAt: IsNull() }, order: { position: 'ASC' } });
  const write = async (at: number, values: object) => {
    const row = (await rows())[at] as ListRowEntity;
    await world.as(staf, () => world.app.get(ListEdit).apply(world.caseId, { changes: [{ id: row.id, version: row.version, values }], added: [] } as never));
  };
  const handIn = () => world.submit('daftar-data', staf, {});
  const shownNow = async (language: 'id' | 'en' = 'id') => (await world.formData('koreksi', { ...kasi, language }))['aturan'];
  /** Once all have been tried: on a busy machine that is later than the form waits. */
  const shown = async (language: 'id' | 'en' = 'id') => {
    await world.app.get(ListTrials).begin(world.caseId);
    return shownNow(language);
  };

  /** The first row was there last year too, with a table; the others were not. */
  beforeEach(async () => {
    world = await satuDataWorld();
    await world.work('period.open', { judul: 'Data 2026', tahun: 2026, batasWaktu: '2026-03-31T09:00:00Z', tanggalRilis: '2026-05-01' });
    await world.as(staf, () => world.app.get(ListViews).list(world.caseId));
    await write(0, { aturanSendiri: [rule('perempuan', '100')] });
    await handIn();
    await world.app.get(HandIn).giveBack(world.caseId);
    const [first] = await rows();
    const now = await world.database.read.findOneByOrFail(DatasetEntity, { id: first?.id ?? '' });
    const last = [{ laki_laki: '5', perempuan: '900' }, { laki_laki: '12', perempuan: null }];
    await world.database.tx(async (db) => {
      await db.insert(PeriodEntity, { ...(await db.findOneByOrFail(PeriodEntity, { id: world.caseId })), id: 'p-before', year: 2024 });
      await db.insert(DatasetEntity, { ...now, id: 'd-before', periodId: 'p-before', deliveryId: 't-before' });
      await db.insert(DeliveryTableEntity, { deliveryId: 't-before', rowCount: 2, rows: last, layout: { source: 'csv', columns: { laki_laki: 'B', perempuan: 'C' }, rowNumbers: [2, 3], unreadable: [], unknown: [], templateFits: true } });
      await db.update(ListEntity, { periodId: world.caseId }, { fromPeriodId: 'p-before' });
      await db.update(ListRowEntity, { id: now.id }, { sourceId: 'd-before', comparedTo: null });
    });
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await world.app.get(ListTrials).onModuleDestroy();
    await world.close();
  });

  it('are tried on last year’s table, and what they found is before whoever corrects the list; a rule of last year is not', async () => {
    await write(0, { aturanSendiri: [rule('perempuan', '100'), rule('laki_laki', '100'), rule('laki_laki', '10'), rule('laki_laki', 'perempuan', 'peringatan')] });
    await write(1, { aturanSendiri: [] });
    await handIn();
    // Nobody has opened the form yet.
    await world.app.get(ListTrials).begin(world.caseId);
    expect(await world.database.read.findOneByOrFail(ListTrialEntity, { count: 3 })).toMatchObject({ deliveryId: 't-before', periodId: world.caseId });
    const nama = (await rows())[0]?.values['nama'];
    // First what was broken, then what some row could not be judged by.
    expect(await shown()).toEqual([
      { baris: 1, nama, aturan: 'Laki-laki ≤ 10', hasil: 'Dilanggar oleh 1 dari 2 baris periode lalu.' },
      { baris: 1, nama, aturan: 'Laki-laki ≤ Perempuan', hasil: 'Dilanggar oleh 0 dari 1 baris periode lalu yang dapat dinilai; 1 baris lain kosong atau tidak berisi angka yang benar.' },
      { baris: 1, nama, aturan: 'Laki-laki ≤ 100', hasil: 'Dilanggar oleh 0 dari 2 baris periode lalu.' },
    ]);
    expect(await shown('en')).toMatchObject([{ hasil: 'Broken by 1 of 2 rows of the last period.' }, {}, {}]);
  });

  it('are said not to be tried where there is no table of last year', async () => {
    const [, second] = await rows();
    const columns = (second as ListRowEntity).values['variabel'] as { kolom: string; tipe: string }[];
    await write(1, { aturanSendiri: [rule(columns.find(({ tipe }) => tipe === 'integer')?.kolom ?? '', '7')] });
    await handIn();
    expect(await shown()).toMatchObject([{ baris: 2, aturan: expect.stringContaining('≤ 7'), hasil: 'Belum ada tabel periode lalu untuk dicoba.' }]);
  });

  it('are tried once for each version of a row, and anew once it has changed', async () => {
    const own = jest.spyOn(world.app.get(RulesTried), 'own');
    await write(0, { aturanSendiri: [rule('laki_laki', '10')] });
    await handIn();
    await shown();
    const first = own.mock.calls.length;
    await shown();
    expect(own.mock.calls.length).toBe(first);
    await world.app.get(HandIn).giveBack(world.caseId);
    await write(0, { aturanSendiri: [rule('laki_laki', '3')] });
    await handIn();
    expect(await shown()).toMatchObject([{ aturan: 'Laki-laki ≤ 3', hasil: 'Dilanggar oleh 2 dari 2 baris periode lalu.' }]);
    expect(own.mock.calls.length).toBe(first + 1);
  });

  it('keep nobody from his form: what takes long goes on, and what failed is said and tried again', async () => {
    const own = jest.spyOn(world.app.get(RulesTried), 'own');
    let finish = (): void => undefined;
    own.mockImplementationOnce(() => new Promise((_, reject) => (finish = () => reject(new Error('the disk is full')))));
    await write(0, { aturanSendiri: [rule('laki_laki', '10')] });
    await handIn();
    expect(await shownNow()).toMatchObject([{ baris: '–', hasil: 'Aturan lain masih dicoba. Buka lagi tugas ini sebentar lagi.' }]);
    own.mockRejectedValue(new Error('the disk is full'));
    finish();
    expect(await shown('en')).toMatchObject([{ hasil: expect.stringContaining('could not be tried') }]);
    own.mockRestore();
    expect(await shown()).toMatchObject([{ aturan: 'Laki-laki ≤ 10' }]);
  });

  it('are not asked for in the first period of an office', async () => {
    await world.database.tx((db) => db.update(ListEntity, { periodId: world.caseId }, { fromPeriodId: null }));
    await write(0, { aturanSendiri: [rule('laki_laki', '10')] });
    await handIn();
    expect(await shown()).toEqual([]);
    expect(await world.database.read.countBy(ListTrialEntity, {})).toBe(0);
  });
});
