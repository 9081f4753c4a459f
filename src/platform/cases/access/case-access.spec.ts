import { caseRow, caseWorld, person, producer, taskRow, type CaseWorld } from '../../../../test/support/case-world.js';
import { CaseEntity, SubmissionEntity, TaskEntity } from '../entities/index.js';
import { EventFilter } from '../events/event-filter.js';
import { CaseList } from '../view/case-list.js';
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

describe('A list of cases', () => {
  it('is of one procedure, where that is asked for', async () => {
    const world = await caseWorld();
    const now = world.clock.now();
    await world.database.tx((db) => db.insert(CaseEntity, [caseRow('case-1', now), { ...caseRow('case-2', now), procedureKey: 'lain' }, caseRow('case-3', now)]));
    world.asker.principal = person('kasi', ['kasi']);
    const list = new CaseList(world.database, world.asker, { all: async () => [] } as never);
    const page = async (cursor?: string) => {
      const { items, next } = await list.page({ procedure: 'prosedur', limit: 1, cursor });
      return [items.map(({ id }) => id), next];
    };
    expect([await page(), await page('case-3'), (await list.page({ limit: 10 })).items.length]).toEqual([[['case-3'], 'case-3'], [['case-1'], null], 3]);
    await world.close();
  });
});

describe('What a guest sees of a case', () => {
  let world: CaseWorld;
  let access: CaseAccess;
  const bps = person('bps', ['bps'], { id: 'office-bps', kind: 'bps' });
  beforeEach(async () => {
    world = await caseWorld();
    access = new CaseAccess(world.database, world.asker, world.audit);
    const now = world.clock.now();
    const answered = (id: string, taskId: string) => ({ id, caseId: 'case-1', taskId, instanceId: 'instance-case-1', formKey: 'f', releaseId: 'r', elementId: null, taskName: id, step: null, officeId: null, userId: 'u', userName: 'u', at: now, data: {}, hash: '' });
    await world.database.tx(async (db) => {
      await db.insert(CaseEntity, [caseRow('case-1', now), caseRow('case-2', now)]);
      await db.insert(TaskEntity, [
        taskRow('t1', 'case-1', now, { role: 'bps', recordedBy: 'kasi' }), taskRow('t2', 'case-1', now, { role: 'kasi' }), taskRow('t3', 'case-1', now, { role: 'operator', officeId: 'office-dukcapil' }), taskRow('t4', 'case-2', now, { role: 'kasi' }),
      ]);
      await db.insert(SubmissionEntity, [answered('s1', 't1'), answered('s2', 't2')]);
    });
    world.asker.principal = bps;
  });
  afterEach(() => world.close());

  it('is what it was asked: cases that have a task of its role, that task, and how it was answered', async () => {
    const { row, sight } = await access.visible('case-1');
    expect([row.id, sight.whole, sight.passages]).toEqual(['case-1', false, false]);
    const { read } = world.database;
    expect((await read.findBy(TaskEntity, { caseId: 'case-1', ...sight.task })).map(({ id }) => id)).toEqual(['t1']);
    expect((await read.findBy(SubmissionEntity, { caseId: 'case-1', ...sight.submission })).map(({ id }) => id)).toEqual(['s1']);
    expect([...(await access.among(['case-1', 'case-2', 'none']))]).toEqual(['case-1']);
    const list = new CaseList(world.database, world.asker, { all: async () => [] } as never);
    expect((await list.page({ limit: 10 })).items.map(({ id, openTasks }) => [id, openTasks])).toEqual([['case-1', 1]]);
  });

  it('is nothing of a case that it was never asked about; that it tried is written down', async () => {
    await expect(access.visible('case-2')).rejects.toMatchObject({ status: 404 });
    expect(world.audit.entries.map(({ action }) => action)).toContain('access.denied');
  });

  it('is told to its browsers, and no more than that', async () => {
    const filter = new EventFilter(access);
    const hears = (role: string, officeId: string | null) => filter.allows(bps, 'task.changed', { taskId: 't', caseId: 'case-1', role, officeId });
    expect([await hears('bps', null), await hears('kasi', null), await hears('operator', 'office-dukcapil')]).toEqual([true, false, false]);
    expect([await filter.allows(bps, 'case.changed', { caseId: 'case-1' }), await filter.allows(bps, 'case.changed', { caseId: 'case-2' })]).toEqual([true, false]);
    expect(await filter.allows(bps, 'incident.changed', { caseId: 'case-1' } as never)).toBe(false);
  });
});
