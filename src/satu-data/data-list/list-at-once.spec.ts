import { v7 as uuidv7 } from 'uuid';
import { randomFrom } from '../../../test/support/random.js';
import { PEOPLE, satuDataWorld, type SatuDataWorld } from '../../../test/support/satu-data-world.js';
import { insertRows } from '../shared/insert-rows.js';
import { ListRowEntity } from './data-list.entities.js';
import { ListDifferences } from './list-differences.service.js';
import { ListEdit } from './list-edit.service.js';
import { ListViews } from './list-view.service.js';

const ROWS = 250;
const ROUNDS = 6;

describe('a list that several people write and look at in the same moment', () => {
  let world: SatuDataWorld;
  beforeEach(async () => {
    world = await satuDataWorld();
    await world.work('period.open', { judul: 'Data 2026', tahun: 2026, batasWaktu: '2026-03-31T09:00:00Z', tanggalRilis: '2026-05-01' });
    await world.as(PEOPLE.staf, () => world.app.get(ListViews).list(world.caseId));
  });
  afterEach(() => world.close());

  const rows = () => world.database.read.find(ListRowEntity, { where: { periodId: world.caseId }, order: { position: 'ASC' } });

  it('compares it and changes many rows at once, in whatever order they are named, without waiting in a ring', async () => {
    const [first] = (await rows()) as [ListRowEntity];
    await world.database.tx((db) => insertRows(db, ListRowEntity, Array.from({ length: ROWS }, (_, number) => ({ ...first, id: uuidv7(), position: 10 + number, version: 1 }))));
    const random = randomFrom(7);
    const edit = world.app.get(ListEdit);
    const differences = world.app.get(ListDifferences);
    let changed = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const all = await rows();
      const mixed = all.map((row) => ({ row, at: random() })).sort((a, b) => a.at - b.at).map(({ row }) => row);
      // Two who change all rows, each in another order: the second is told that somebody was first.
      const edits = () => [mixed, mixed.toReversed()].map((some, who) => edit.apply(world.caseId, { changes: some.map(({ id, version }) => ({ id, version, values: { satuan: `${round} ${who}` } })), added: [] }));
      const done = await world.as(PEOPLE.staf, () => Promise.allSettled([...edits(), differences.bringUpToDate(world.caseId, ''), differences.bringUpToDate(world.caseId, '')]));
      const refused = done.flatMap((one) => (one.status === 'rejected' ? [one.reason as { code: string }] : []));
      expect(refused.map(({ code }) => code)).toEqual(['data-list-changed']);
      changed += all.length;
    }
    expect((await rows()).reduce((sum, { version }) => sum + version, 0)).toBe(changed + (await rows()).length);
    await differences.bringUpToDate(world.caseId, '');
    expect(new Set((await rows()).map(({ comparison, comparedTo }) => `${comparison} ${comparedTo}`))).toEqual(new Set(['new 0']));
  });
});
