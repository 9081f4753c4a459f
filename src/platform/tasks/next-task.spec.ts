import { caseRow, caseWorld, person, producer, taskRow, type CaseWorld } from '../../../test/support/case-world.js';
import type { Deliverer, Feed } from '../cases/index.js';
import { CaseEntity, TaskEntity } from '../cases/index.js';
import { NextTask } from './next-task.js';
import { TaskList } from './task-list.js';

describe('what somebody can do next', () => {
  let world: CaseWorld;
  beforeEach(async () => {
    world = await caseWorld();
    const row = (id: string, more: Partial<TaskEntity>) => taskRow(id, 'c1', world.clock.now(), { role: 'operator', ...more });
    await world.database.tx(async (db) => {
      await db.insert(CaseEntity, caseRow('c1', world.clock.now()));
      await db.insert(TaskEntity, [
        ...Array.from({ length: 30 }, (_, number) => row(`a${number}`, { officeId: `office-${number}`, recordedBy: 'staf@walidata' })),
        row('b-own', { officeId: 'office-dukcapil' }), row('c-all', { officeId: null }), row('d-recorded', { officeId: 'office-7', recordedBy: 'operator@walidata' }), row('e-taken', { officeId: 'office-dukcapil', assigneeId: 'other' }),
      ]);
    });
  });
  afterEach(() => world.close());
  const next = async (who: ReturnType<typeof person>, gone: readonly string[] = []) => {
    world.asker.principal = who;
    if (gone.length > 0) await world.database.tx((db) => db.delete(TaskEntity, [...gone]));
    const nextTask = new NextTask(world.database, new TaskList(world.database, world.asker, world.offices, world.clock), { settled: async () => undefined } as unknown as Deliverer, { sync: async () => undefined } as unknown as Feed, world.asker);
    return nextTask.after(taskRow('done', 'c1', world.clock.now()), 'command');
  };

  it('is of the own office or of none, whatever others have to do', async () => {
    const operator = person('operator', ['operator'], producer('dukcapil'));
    expect(await next(operator)).toBe('b-own');
    expect(await next(operator, ['b-own'])).toBe('c-all');
    expect(await next(operator, ['c-all'])).toBeNull();
  });

  it('is another office’s for whoever records for a kind of office', async () => {
    expect(await next(person('pencatat', ['operator']), ['c-all'])).toBe('d-recorded');
    expect(await next(person('pencatat', ['operator'], producer('dinkes')))).toBeNull();
  });
});
