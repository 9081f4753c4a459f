import { caseRow, caseWorld, taskRow, type CaseWorld } from '../../../test/support/case-world.js';
import { randomFrom } from '../../../test/support/random.js';
import type { Principal } from '../../sdk/index.js';
import { CaseEntity, TaskEntity } from '../cases/index.js';
import { waitsFor } from './inbox-places.js';
import { TaskList } from './task-list.js';

const ROLES = ['kasi', 'staf', 'operator', 'bps'];
const OFFICES = [null, 'kominfo', 'dukcapil', 'dinkes', 'bps-kab'];
const KINDS: Readonly<Record<string, Principal['officeKind']>> = { kominfo: 'walidata', dukcapil: 'produsen', dinkes: 'produsen', 'bps-kab': 'bps' };
const TITLE = { id: 'Plh.', en: 'Acting' };

describe('whether a task waits for somebody', () => {
  let world: CaseWorld;
  beforeEach(async () => (world = await caseWorld()));
  afterEach(() => world.close());

  it.each([1, 2, 3])('is the same for one task as in the database for all, with substitutes and delegates (seed %d)', async (seed) => {
    const random = randomFrom(seed);
    const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
    const people = Array.from({ length: 25 }, (_, index): Principal => {
      const officeId = pick(OFFICES);
      const role = pick(ROLES);
      const standsIn = random() < 0.4 ? [{ role, title: TITLE, untilDay: '2026-12-31', ...(random() < 0.6 && { forUserId: `p${Math.floor(random() * 25)}` }) }] : [];
      return { id: `p${index}`, username: `p${index}`, name: `p${index}`, roles: [...new Set([role, pick(ROLES)])], standsIn, officeId, officeKind: officeId === null ? null : (KINDS[officeId] ?? null), language: 'id' };
    });
    const tasks = Array.from({ length: 60 }, (_, index) => taskRow(`t${index}`, 'c1', world.clock.now(), { role: pick([...ROLES, null]), officeId: pick(OFFICES), assigneeId: random() < 0.5 ? null : `p${Math.floor(random() * 25)}` }));
    await world.database.tx(async (db) => {
      await db.insert(CaseEntity, caseRow('c1', world.clock.now()));
      await db.insert(TaskEntity, tasks);
    });
    const list = new TaskList(world.database, world.asker, world.offices, world.clock);
    let found = 0;
    for (const one of people) {
      const inInbox = (await list.waitingFor(one, 100)).first.map(({ id }) => id).toSorted();
      expect(tasks.filter((task) => waitsFor(one, task)).map(({ id }) => id).toSorted()).toEqual(inInbox);
      found += inInbox.length;
    }
    expect(found).toBeGreaterThan(0);
  });
});
