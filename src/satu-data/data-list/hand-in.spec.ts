import { In, IsNull } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { PEOPLE, satuDataWorld, type SatuDataWorld } from '../../../test/support/satu-data-world.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { DatasetStateEntity } from '../datasets/dataset-state.entity.js';
import { DataListService } from '../datasets/data-list.service.js';
import { ListKeeping } from '../datasets/list-keeping.js';
import { insertRows } from '../shared/insert-rows.js';
import { ListEntity, ListRowEntity } from './data-list.entities.js';
import { HandIn } from './hand-in.service.js';
import { ListEdit, type Edit } from './list-edit.service.js';
import { textOf } from './list-fields.js';
import { ListViews } from './list-view.service.js';
import { ReadyLists } from './ready-list.service.js';
import { RowHistories } from './row-history.service.js';
import { tableOf } from './table-description.js';

const EDITED = {
  code: 'data-list-edited', status: 409,
  text: { id: expect.stringContaining('lalu serahkan lagi'), en: expect.stringContaining('then hand it in again') },
};

describe('handing in the data list', () => {
  let world: SatuDataWorld;
  beforeEach(async () => {
    world = await satuDataWorld();
    await world.work('period.open', { judul: 'Data 2026', tahun: 2026, batasWaktu: '2026-03-31T09:00:00Z', tanggalRilis: '2026-05-01' });
    await world.as(PEOPLE.staf, () => world.app.get(ListViews).list(world.caseId));
  });
  afterEach(() => {
    jest.restoreAllMocks();
    return world.close();
  });

  const rows = () => world.database.read.find(ListRowEntity, { where: { periodId: world.caseId, removedAt: IsNull() }, order: { position: 'ASC' } });
  const kept = () => world.database.read.find(DatasetEntity, { where: { periodId: world.caseId }, order: { position: 'ASC' } });
  const state = async () => (await world.database.read.findOneByOrFail(ListEntity, { periodId: world.caseId })).state;
  const apply = (edit: Partial<Edit>) => world.as(PEOPLE.staf, () => world.app.get(ListEdit).apply(world.caseId, { changes: [], added: [], ...edit }));
  const prepare = () => world.app.get(ReadyLists).of(world.caseId);
  const handIn = (ready: Awaited<ReturnType<typeof prepare>>) => world.app.get(HandIn).handIn(world.caseId, ready);
  const submit = () => world.submit('daftar-data', PEOPLE.staf, {});
  const same = async () => {
    const [list, datasets] = [await rows(), await kept()];
    expect(datasets.map(({ id, title, unit }) => [id, title, unit])).toEqual(list.map(({ id, values }) => [id, textOf(values, 'nama'), textOf(values, 'satuan')]));
    expect(datasets.map(({ slug }) => slug)).not.toContainEqual(expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-/));
    const states = await world.database.read.findBy(DatasetStateEntity, { datasetId: In(datasets.map(({ id }) => id)) });
    expect(states.map(({ datasetId }) => datasetId).sort()).toEqual(datasets.map(({ id }) => id).sort());
  };
  /** Twelve more rows that are ready. */
  const longer = async () => {
    const [first] = (await rows()) as [ListRowEntity];
    const more = Array.from({ length: 12 }, (_, number) => ({ ...first, id: uuidv7(), position: 10 + number, version: 1, values: { ...first.values, nama: `Data sintetis ${number}`, idDdd: '' } }));
    await world.database.tx((db) => insertRows(db, ListRowEntity, more));
  };

  it.each([
    ['changes a row', async (row: ListRowEntity) => apply({ changes: [{ id: row.id, version: row.version, values: { satuan: '' } }] })],
    ['takes a row out', async (row: ListRowEntity) => apply({ changes: [{ id: row.id, version: row.version, removed: true }] })],
    ['adds a row', async () => apply({ added: [{ nama: 'Belum siap' }] })],
    ['changes their order', async () => world.setList((await world.listRows()).toReversed())],
  ])('is refused where somebody %s after the check, and says what to do', async (_, act) => {
    const ready = await prepare();
    await act((await rows())[0] as ListRowEntity);
    await expect(handIn(ready)).rejects.toMatchObject(EDITED);
    expect(await state()).toBe('open');
  });

  it('is refused where a region must be there that its column does not take at that time: nobody could deliver it', async () => {
    const [first] = (await rows()) as [ListRowEntity];
    const say = (text: string) => ({ path: 'ringkasan', message: expect.objectContaining({ id: `Baris 1 (${textOf(first.values, 'nama')}), Kolom tabel dan pemeriksaan: Wilayah yang harus ada: ${text}` }) });
    const { values, version } = first;
    await apply({ changes: [{ id: first.id, version, values: { ...tableOf(values), wilayahDiharapkan: '15.06 99.99 1506' } }] });
    await expect(submit()).rejects.toMatchObject({ problems: [
      say('“99.99” tidak ada dalam daftar “Wilayah (kode Kemendagri)”.'),
      say('“1506” adalah kode Kabupaten Tanjung Jabung Timur dalam daftar “Wilayah (kode BPS)”. Kolom ini memakai daftar “Wilayah (kode Kemendagri)”: tulis 15.07.'),
    ] });
    await apply({ changes: [{ id: first.id, version: version + 1, values: { ...tableOf(values), wilayahDiharapkan: '15.06' } }] });
    await submit();
    expect(await state()).toBe('handed-in');
  });

  it('is refused while its data sets are written, and right the next time', async () => {
    await longer();
    const keep = jest.spyOn(ListKeeping.prototype, 'keep');
    const [first] = await rows();
    // Between the check and the first part.
    jest.spyOn(ListKeeping.prototype, 'renamed').mockImplementationOnce(async () => {
      await apply({ changes: [{ id: first?.id ?? '', version: 1, values: { satuan: 'orang' } }] });
      return [];
    });
    await expect(submit()).rejects.toMatchObject(EDITED);
    expect(keep).not.toHaveBeenCalled();
    expect(await kept()).toEqual([]);
    await submit();
    await same();
  });

  it('broken off half way is not handed in, and the next time does what is left', async () => {
    await submit();
    await world.app.get(HandIn).giveBack(world.caseId);
    await longer();
    const [one, two] = await rows();
    // They exchange their names, and with them what they are called in public.
    await apply({ changes: [{ id: one?.id ?? '', version: one?.version ?? 0, values: { nama: two?.values['nama'] } }, { id: two?.id ?? '', version: two?.version ?? 0, values: { nama: one?.values['nama'] } }] });
    const before = (await kept()).map(({ id, slug }) => [id, slug]);
    jest.spyOn(ListKeeping.prototype, 'keep').mockRejectedValueOnce(new Error('the power went'));
    await expect(submit()).rejects.toThrow('the power went');
    expect(await state()).toBe('open');
    jest.spyOn(DataListService.prototype, 'dropOthers').mockRejectedValueOnce(new Error('the power went again'));
    await expect(submit()).rejects.toThrow('the power went again');
    expect(await state()).toBe('open');
    await submit();
    expect(await state()).toBe('handed-in');
    await same();
    expect((await kept()).slice(0, 2).map(({ id, slug }) => [id, slug])).toEqual([[before[0]?.[0], before[1]?.[1]], [before[1]?.[0], before[0]?.[1]]]);
  });

  describe('gives each row an ID DDD of its own', () => {
    const ids = async () => (await rows()).map(({ values }) => textOf(values, 'idDdd'));
    const setIds = async (...given: string[]) => {
      const all = await rows();
      await apply({ changes: given.map((idDdd, index) => ({ id: all[index]?.id ?? '', version: all[index]?.version ?? 0, values: { idDdd } })) });
    };
    /** A row as somebody adds it, like the first one. */
    const like = async (more: object) => {
      const [{ values }] = (await rows()) as [ListRowEntity];
      return { ...Object.fromEntries(Object.entries(values).filter(([key]) => !/^(datasetId|kodeMetadata|tautan)/.test(key))), ...more };
    };
    const own = async (position: number) => (await rows())[position] as ListRowEntity;

    it('the next number of its office, after those of this list and of earlier ones, and writes it into the row', async () => {
      await longer();
      await setIds('dukcapil-006', '-', 'B/7');
      const removed = await apply({ added: [await like({ nama: 'Dikeluarkan', idDdd: 'DUKCAPIL-009' })] });
      await apply({ changes: [{ id: removed[0] ?? '', version: 1, removed: true }] });
      await submit();
      const given = await ids();
      expect(given.slice(0, 4)).toEqual(['dukcapil-006', 'DINKES-001', 'B/7', expect.stringMatching(/^[A-Z]+-0/)]);
      const ofDukcapil = (await rows()).filter((row) => textOf(row.values, 'produsen') === 'o-dukcapil').map((row) => textOf(row.values, 'idDdd'));
      expect(ofDukcapil).toEqual(['dukcapil-006', 'B/7', ...Array.from({ length: ofDukcapil.length - 2 }, (_, index) => `DUKCAPIL-${String(10 + index).padStart(3, '0')}`)]);
      expect((await kept()).map(({ code }) => code)).toEqual(given);
      expect(new Set(given.map((one) => one.toLowerCase())).size).toBe(given.length);
      await same();
      const second = await own(1);
      const history = await world.as(PEOPLE.staf, () => world.app.get(RowHistories).of(world.caseId, second.id));
      expect(history[0]).toMatchObject({ version: 3, field: 'idDdd', before: { en: '-' }, after: { en: 'DINKES-001' }, by: 'Tertib' });
    });

    it('once: the next round leaves it, and a new row goes on from there', async () => {
      await setIds('');
      await submit();
      const before = await ids();
      expect(before[0]).toBe('DUKCAPIL-001');
      await world.app.get(HandIn).giveBack(world.caseId);
      const gone = await own(0);
      await apply({ changes: [{ id: gone.id, version: gone.version, removed: true }], added: [await like({ nama: 'Data baru', idDdd: '' })] });
      await submit();
      expect((await ids()).slice(0, -1)).toEqual(before.slice(1));
      expect((await ids()).at(-1)).toBe('DUKCAPIL-002');
    });

    it('not one that a data set of an earlier period had', async () => {
      await submit();
      const [{ values: _, ...first }] = (await kept()).map((one) => ({ ...one, values: null })) as [DatasetEntity & { values: null }];
      await world.database.tx((db) => db.insert(DatasetEntity, { ...first, id: uuidv7(), periodId: uuidv7(), slug: 'dulu', code: `${first.officeCode}-041` } as never));
      await world.app.get(HandIn).giveBack(world.caseId);
      await apply({ added: [await like({ nama: 'Data baru', idDdd: '' })] });
      await submit();
      expect((await ids()).at(-1)).toBe(`${first.officeCode}-042`);
    });

    it('the one that its data set has already, where a list was handed in before rows were given one', async () => {
      await submit();
      const [row] = (await rows()) as [ListRowEntity];
      await world.app.get(HandIn).giveBack(world.caseId);
      await apply({ changes: [{ id: row.id, version: row.version, values: { idDdd: '' } }] });
      await world.database.tx((db) => db.update(DatasetEntity, { id: row.id }, { code: 'LAMA-001' }));
      await submit();
      expect((await ids())[0]).toBe('LAMA-001');
    });

    it('is refused where two rows have the same one, and names the other row', async () => {
      await longer();
      await setIds('A-1', '', ' a-1 ');
      const [{ values }] = (await rows()) as [ListRowEntity];
      await expect(submit()).rejects.toMatchObject({ problems: [{ message: {
        id: expect.stringMatching(new RegExp(`^Baris 3 .*, ID DDD: “a-1” sudah menjadi ID baris 1 \\(${textOf(values, 'nama')}`)),
        en: expect.stringMatching(/^Row 3 .*, DDD ID: “a-1” is the ID of row 1 \(/),
      } }] });
      expect(await ids()).toContain('');
    });
  });

  it('raises the revision of what the list says otherwise, and of nothing else', async () => {
    await longer();
    await submit();
    await world.app.get(HandIn).giveBack(world.caseId);
    const revisions = async () => (await kept()).map(({ revision }) => revision);
    expect(new Set(await revisions())).toEqual(new Set([1]));
    await submit();
    expect(new Set(await revisions())).toEqual(new Set([1]));
    await world.app.get(HandIn).giveBack(world.caseId);
    const [, second, third] = await rows();
    await apply({ changes: [{ id: second?.id ?? '', version: 1, values: { satuan: 'orang' } }, { id: third?.id ?? '', version: 1, values: { definisi: 'Lain dari yang lalu.' } }] });
    await submit();
    expect((await revisions()).slice(0, 4)).toEqual([1, 2, 2, 1]);
    await same();
  });

  it('lets nobody write who was told just before that the list is open', async () => {
    await longer();
    const ready = await prepare();
    const all = await rows();
    const edit = world.app.get(ListEdit);
    const [handed, ...edits] = await world.as(PEOPLE.staf, () => Promise.allSettled([handIn(ready), ...all.map(({ id, version }) => edit.apply(world.caseId, { changes: [{ id, version, values: { satuan: '' } }], added: [] }))]));
    const written = edits.filter(({ status }) => status === 'fulfilled').length;
    // Either all were too late, or the list was not handed in.
    expect(handed?.status === 'fulfilled' ? written : await state()).toBe(handed?.status === 'fulfilled' ? 0 : 'open');
    if (handed?.status === 'fulfilled') await same();
  });
});
