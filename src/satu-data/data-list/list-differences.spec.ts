import { In, IsNull } from 'typeorm';
import { randomFrom } from '../../../test/support/random.js';
import { PEOPLE, satuDataWorld, type SatuDataWorld } from '../../../test/support/satu-data-world.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { PeriodEntity } from '../periods/period.entity.js';
import { ListRowEntity } from './data-list.entities.js';
import { changedFields } from './list-changes.js';
import { ListComparison } from './list-comparison.service.js';
import { ListEdit } from './list-edit.service.js';
import { textOf } from './list-fields.js';
import { valuesOf } from './list-start.service.js';
import { ListViews } from './list-view.service.js';

const NEXT = 'p-next';

describe('how a list differs from the last period', () => {
  let world: SatuDataWorld;
  beforeEach(async () => {
    world = await satuDataWorld();
    await world.work('period.open', { judul: 'Data 2026', tahun: 2026, batasWaktu: '2026-03-31T09:00:00Z', tanggalRilis: '2026-05-01' });
    const { caseId } = world;
    await world.as(PEOPLE.staf, () => world.app.get(ListViews).list(caseId));
    await world.submit('daftar-data', PEOPLE.staf, {});
    const [first] = await world.database.read.find(DatasetEntity, { where: { periodId: caseId }, order: { position: 'ASC' } });
    const many = Array.from({ length: 40 }, (_, number) => ({ ...first, id: `d${number}`, position: 10 + number, slug: `data-${number}`, title: `Data sintetis ${number}` }) as DatasetEntity);
    await world.database.tx(async (db) => {
      await db.insert(DatasetEntity, many as never);
      await db.insert(PeriodEntity, { id: NEXT, title: 'Data 2027', year: 2027, scope: null, deadline: world.state.now, releaseDate: world.state.now, state: 'open', openedAt: new Date(world.state.now.getTime() + 1) } as never);
    });
    await world.as(PEOPLE.staf, () => world.app.get(ListViews).list(NEXT));
  });
  afterEach(() => world.close());

  const rows = () => world.database.read.find(ListRowEntity, { where: { periodId: NEXT, removedAt: IsNull() }, order: { position: 'ASC' } });
  const compare = () => world.as(PEOPLE.staf, () => world.app.get(ListComparison).withLast(NEXT));

  /** Every row beside its source, as the definition says. */
  async function plainly() {
    const last = await world.database.read.find(DatasetEntity, { where: { periodId: world.caseId }, order: { position: 'ASC' } });
    const [all, sources] = [await rows(), new Map(last.map((one) => [one.id, one]))];
    const added = all.filter(({ sourceId }) => !sources.has(sourceId ?? ''));
    const changed = all.flatMap(({ values, sourceId }) => { const source = sources.get(sourceId ?? ''); return source && changedFields(valuesOf(source), values).length > 0 ? [textOf(values, 'nama')] : []; });
    const kept = new Set(all.map(({ sourceId }) => sourceId));
    const dropped = last.filter(({ id }) => !kept.has(id)).map(({ title }) => title);
    return { counts: { added: added.length, dropped: dropped.length, changed: changed.length, same: all.length - added.length - changed.length }, added: added.map(({ values }) => textOf(values, 'nama')), dropped, changed };
  }
  const found = async () => {
    const { counts, added, dropped, changed } = await compare();
    return { counts, added: added.map(({ name }) => name), dropped: dropped.map(({ name }) => name), changed: changed.map(({ name }) => name) };
  };

  it.each([1, 2, 3, 4])('is what comparing all rows anew would say, whatever was done to list and last period (seed %i)', async (seed) => {
    const random = randomFrom(seed);
    const any = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
    const edit = (changes: object[], added: object[] = []) => world.as(PEOPLE.staf, () => world.app.get(ListEdit).apply(NEXT, { changes, added } as never));
    const one = async () => any(await rows());
    const source = async () => any(await world.database.read.findBy(DatasetEntity, { periodId: world.caseId }));
    const acts: (() => Promise<unknown>)[] = [
      async () => { const { id, version } = await one(); await edit([{ id, version, values: { satuan: any(['orang', 'jiwa', 'ton']) } }]); },
      async () => { const { id, version } = await one(); await edit([{ id, version, removed: true }]); },
      async () => { const gone = await world.database.read.findOneBy(ListRowEntity, { periodId: NEXT, id: In([...removed]) }); if (gone?.removedAt) await edit([{ id: gone.id, version: gone.version, removed: false }]); },
      () => edit([], [{ nama: `Baru ${seed}` }]),
      async () => { const { id } = await source(); await world.database.tx((db) => db.update(DatasetEntity, { id }, { definition: any(['Lain', 'Lain lagi']) })); },
      async () => { const { id } = await source(); await world.database.tx((db) => db.delete(DatasetEntity, { id })); },
    ];
    const removed = new Set((await rows()).map(({ id }) => id));
    expect(await found()).toEqual(await plainly());
    for (let round = 0; round < 12; round += 1) {
      for (let act = 0; act < 1 + random() * 4; act += 1) await any(acts)();
      expect(await found()).toEqual(await plainly());
    }
  });

  it('is worked out only for what was changed', async () => {
    await compare();
    const [row] = await rows();
    await world.as(PEOPLE.staf, () => world.app.get(ListEdit).apply(NEXT, { changes: [{ id: row?.id ?? '', version: 1, values: { satuan: 'ton' } }], added: [] }));
    await world.database.tx((db) => db.update(DatasetEntity, { id: 'd3' }, { unit: 'kg' }));
    const old = (await world.database.read.find(ListRowEntity, { where: { periodId: NEXT, comparedTo: IsNull() } })).map(({ id }) => id);
    expect(old).toEqual([row?.id]);
    expect((await compare()).changed.map(({ fields }) => fields.map(({ before, after }) => [before.id, after.en]))).toEqual([[['jiwa', 'ton']], [['kg', 'jiwa']]]);
    expect(await world.database.read.countBy(ListRowEntity, { periodId: NEXT, comparedTo: IsNull() })).toBe(0);
  });
});
