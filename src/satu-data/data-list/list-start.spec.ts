import { PEOPLE, satuDataWorld, type SatuDataWorld } from '../../../test/support/satu-data-world.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { PeriodEntity } from '../periods/period.entity.js';
import { ListEntity, ListRowEntity } from './data-list.entities.js';
import { ListEdit } from './list-edit.service.js';
import { ListSheets } from './list-sheets.service.js';
import { ListViews } from './list-view.service.js';
import { ReadyLists } from './ready-list.service.js';

describe('a list that begins', () => {
  let world: SatuDataWorld;
  const { staf } = PEOPLE;
  beforeAll(async () => {
    world = await satuDataWorld();
    await world.work('period.open', { judul: 'Data 2026', tahun: 2026, batasWaktu: '2026-03-31T09:00:00Z', tanggalRilis: '2026-05-01' });
    await world.as(staf, () => world.app.get(ListViews).list(world.caseId));
  });
  afterAll(() => world.close());

  it('carries over from the newest period that has one, with what is known of its columns', async () => {
    await world.submit('daftar-data', staf, {});
    const [last] = await world.database.read.find(DatasetEntity, { where: { periodId: world.caseId }, order: { position: 'ASC' } });
    const [, ...others] = last?.variables ?? [];
    const means = { ...last?.variables[0], definition: 'Kode dan Data Wilayah' };
    const period = (id: string, after: number) => ({ id, title: id, year: 2027, scope: null, deadline: world.state.now, releaseDate: world.state.now, state: 'open', openedAt: new Date(world.state.now.getTime() + after) });
    await world.database.tx(async (db) => {
      await db.update(DatasetEntity, last?.id ?? '', { variables: [means, ...others] as never });
      await db.insert(PeriodEntity, [period('p-q1', 1), period('p-q2', 2)] as never);
      // Its list was begun, and handing it in was broken off.
      await db.insert(ListEntity, { periodId: 'p-q1', state: 'open', fromPeriodId: world.caseId, startedAt: world.state.now, handedInAt: null });
      await db.insert(DatasetEntity, { ...last, id: 'd-q1', periodId: 'p-q1', title: 'Setengah jadi' } as never);
    });
    const next = await world.as(staf, async () => {
      await world.app.get(ListViews).list('p-q2');
      return (await world.app.get(ListViews).page('p-q2', -1, 500)).items;
    });
    expect([await world.database.read.findOneByOrFail(ListEntity, { periodId: 'p-q2' }), next[0]?.values['nama'], next.length]).toEqual([expect.objectContaining({ fromPeriodId: world.caseId }), last?.title, 2]);
    for (const _ of [1, 2]) {
      await world.app.get(ReadyLists).of('p-q2');
      const { variables } = await world.database.read.findOneByOrFail(DatasetEntity, { id: next[0]?.id ?? '' });
      expect(variables.map(({ definition }) => definition)).toEqual(['Kode dan Data Wilayah', ...others.map(() => undefined)]);
    }
  });
});

describe('the first list of an office', () => {
  let world: SatuDataWorld;
  const { staf } = PEOPLE;
  beforeEach(async () => {
    world = await satuDataWorld();
    await world.work('period.open', { judul: 'Data 2026', tahun: 2026, batasWaktu: '2026-03-31T09:00:00Z', tanggalRilis: '2026-05-01' });
  });
  afterEach(() => world.close());
  const list = () => world.as(staf, () => world.app.get(ListViews).list(world.caseId));

  it('has examples where nothing is real', async () => {
    expect(await list()).toMatchObject({ state: 'open', from: null, rows: 2 });
  });

  it('is empty everywhere else, cannot be handed in so, goes out as an empty workbook, and takes rows', async () => {
    world.state.exampleData = false;
    expect(await list()).toMatchObject({ state: 'open', from: null, rows: 0 });
    expect(await world.formData('daftar-data', staf)).toEqual({ ringkasan: [{ baris: 0, belumSiap: 0, mirip: 0, koreksi: 0 }], koreksi: [] });
    await expect(world.submit('daftar-data', staf, {})).rejects.toMatchObject({ message: expect.stringContaining('still empty') });
    expect((await world.as(staf, () => world.app.get(ListSheets).write(world.caseId, 'https://data.example.test'))).subarray(0, 2).toString()).toBe('PK');
    await world.as(staf, () => world.app.get(ListEdit).apply(world.caseId, { changes: [], added: [{ nama: 'Jumlah murid' }] }));
    expect((await list()).rows).toBe(1);
  });

  it('stays as it began', async () => {
    world.state.exampleData = false;
    await list();
    world.state.exampleData = true;
    expect([(await list()).rows, await world.database.read.count(ListRowEntity)]).toEqual([0, 0]);
  });
});
