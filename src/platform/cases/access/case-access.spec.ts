import { caseRow, caseWorld, person, producer, taskRow, type CaseWorld } from '../../../../test/support/case-world.js';
import { CaseEntity, TaskEntity } from '../entities/index.js';
import { EventFilter } from '../events/event-filter.js';
import { CaseAccess } from './case-access.js';
import { sightOf } from './sight.js';

describe('Whether an office has a part in a case', () => {
  let world: CaseWorld;
  let access: CaseAccess;
  beforeEach(async () => {
    world = await caseWorld();
    access = new CaseAccess(world.database, world.asker, world.audit);
    await world.database.tx(async (db) => {
      await db.insert(CaseEntity, [caseRow('case-1', world.clock.now()), caseRow('case-2', world.clock.now())]);
      await db.insert(TaskEntity, [taskRow('t1', 'case-1', world.clock.now(), { role: 'operator', officeId: 'office-dukcapil' })]);
    });
  });
  afterEach(() => world.close());

  it('is asked of the database once: a thousand open browsers ask it at each event', async () => {
    const filter = new EventFilter(access);
    const reads = jest.spyOn(world.database.read, 'existsBy');
    const operator = person('operator', ['operator'], producer('dukcapil'));
    for (let browser = 0; browser < 1_000; browser += 1) expect(await filter.allows(operator, 'case.changed', { caseId: 'case-1' })).toBe(true);
    expect(reads.mock.calls.length).toBeLessThanOrEqual(3);
  });

  it('is kept apart by case and office, and learned when it begins', async () => {
    const answers = () => Promise.all([['case-1', 'dukcapil'], ['case-1', 'dinkes'], ['case-2', 'dukcapil']].map(([caseId = '', office = '']) => access.hasPart(caseId, sightOf(person('x', [], producer(office))))));
    expect(await answers()).toEqual([true, false, false]);
    expect(await answers()).toEqual([true, false, false]);
    await world.database.tx((db) => db.insert(TaskEntity, [taskRow('t2', 'case-2', world.clock.now(), { role: 'operator', officeId: 'office-dukcapil' })]));
    expect(await answers()).toEqual([true, false, true]);
  });
});
