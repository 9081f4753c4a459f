import { caseWorld, type CaseWorld } from '../../../test/support/case-world.js';
import { CasesService } from './cases.service.js';
import { InstanceEntity, SubmissionEntity, TaskEntity } from './entities/index.js';

const nothing = {} as never;

describe('forms of a case', () => {
  let world: CaseWorld;
  let cases: CasesService;

  beforeAll(async () => {
    world = await caseWorld();
    cases = new CasesService(world.database, nothing, nothing, world.clock, world.asker, world.audit, world.events, nothing, nothing);
    // Which, in which instance, by whom; in the order of time, which is not that of their ids.
    const sent: [id: string, caseId: string, formKey: string, instanceId: string | null, userId: string][] = [
      ['e', 'c1', 'penugasan', null, 'kasi'], ['d', 'c1', 'verifikasi', 'p1', 'kasi'], ['c', 'c1', 'verifikasi', 'p2', 'staf'], ['b', 'c1', 'analisis', 'p1', 'staf'], ['a', 'c2', 'verifikasi', 'p1', 'kasi'],
    ];
    await world.database.tx(async (db) => {
      for (const [id, caseId, formKey, instanceId, userId] of sent) {
        await db.insert(SubmissionEntity, { id, caseId, formKey, instanceId, userId, taskId: null, releaseId: 'r', elementId: null, taskName: formKey, step: null, officeId: null, userName: userId, at: world.clock.now(), data: {}, hash: id });
        world.clock.step(1_000);
      }
      const instance = { parentId: null, definitionId: 'd', processKey: 'k', superElementId: null, state: 'active' as const, startedAt: world.clock.now(), endedAt: null, officeId: null, label: null };
      // The second one's variable only begins like the first one's, as text has it.
      await db.insert(InstanceEntity, [{ ...instance, id: 'p1', caseId: 'c1', variables: { producer: 'o_1' } }, { ...instance, id: 'p2', caseId: 'c1', variables: { producer: 'oX1' } }, { ...instance, id: 'p3', caseId: 'c2', variables: { producer: 'o_1' } }]);
      await db.insert(TaskEntity, { id: 't1', caseId: 'c1', instanceId: 'p1', elementId: 'e', name: 'n', formKey: 'verifikasi', role: 'kasi', recordedBy: null, officeId: null, step: null, state: 'completed', assigneeId: null, assigneeName: null, chosen: null, dueAt: null, sortKey: '9999', createdAt: world.clock.now(), completedAt: null });
      await db.update(SubmissionEntity, { id: 'd' }, { taskId: 't1' });
    });
  });
  afterAll(() => world.close());

  it.each([
    ['all, oldest first', undefined, undefined, 'edcb'],
    ['of some forms', ['verifikasi', 'penugasan'], undefined, 'edc'],
    ['of one instance', undefined, { processInstanceId: 'p1' }, 'db'],
    ['of no instance', undefined, { processInstanceId: null }, 'e'],
    ['of one sender', undefined, { userId: 'staf' }, 'cb'],
    ['the newest two, oldest first', undefined, { newest: 2 }, 'cb'],
    ['the newest of one sender and form', ['verifikasi'], { userId: 'kasi', newest: 1 }, 'd'],
    ['of the instances with a variable', undefined, { variable: { name: 'producer', value: 'o_1' } }, 'db'],
    ['none where no instance has the variable', undefined, { variable: { name: 'dataset', value: 'o_1' } }, ''],
    ['none of an instance that sent nothing', undefined, { processInstanceId: 'p3' }, ''],
  ])('%s', async (_, keys, of, ids) => {
    expect((await cases.submissions('c1', keys, of)).map(({ id }) => id).join('')).toBe(ids);
  });

  it('say whose task it was', async () => {
    expect((await cases.submissions('c1')).map(({ id, role }) => [id, role])).toEqual([['e', null], ['d', 'kasi'], ['c', null], ['b', null]]);
  });
});
