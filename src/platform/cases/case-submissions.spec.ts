import { caseWorld, type CaseWorld } from '../../../test/support/case-world.js';
import { CasesService } from './cases.service.js';
import { SubmissionEntity } from './entities/index.js';

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
    ['none of an instance that sent nothing', undefined, { processInstanceId: 'p3' }, ''],
  ])('%s', async (_, keys, of, ids) => {
    expect((await cases.submissions('c1', keys, of)).map(({ id }) => id).join('')).toBe(ids);
  });
});
