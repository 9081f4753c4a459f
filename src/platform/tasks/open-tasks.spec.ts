import { caseRow, caseWorld, person, producer, taskRow, type CaseWorld } from '../../../test/support/case-world.js';
import { HandlerRegistry, type TaskFilter } from '../../sdk/index.js';
import { CaseEntity, InstanceEntity, TaskEntity } from '../cases/index.js';
import type { FormDefinition } from '../forms/index.js';
import { DraftEntity } from './draft.entity.js';
import { OpenTasksService } from './open-tasks.service.js';
import { TaskForms } from './task-forms.js';

describe('the open tasks of a form', () => {
  let world: CaseWorld;
  let tasks: OpenTasksService;
  const ids = async (...cases: string[]) => (await tasks.ofForm('kelayakan', cases)).map(({ taskId }) => taskId);
  beforeEach(async () => {
    world = await caseWorld();
    const { database, asker, clock } = world;
    tasks = new OpenTasksService(database, asker);
    const now = clock.now();
    await database.tx(async (db) => {
      await db.insert(CaseEntity, [caseRow('case-1', now), caseRow('case-2', now)]);
      await db.insert(InstanceEntity, { id: 'instance-case-1', caseId: 'case-1', parentId: null, definitionId: 'd1', processKey: 'p', superElementId: null, state: 'active', startedAt: now, endedAt: null, variables: { dataset: 'd-9' }, officeId: null, label: null });
      await db.insert(TaskEntity, [
        taskRow('t1', 'case-1', now, { role: 'bps', recordedBy: 'kasi', formKey: 'kelayakan' }), taskRow('t2', 'case-2', now, { role: 'bps', formKey: 'kelayakan', assigneeId: 'somebody', assigneeName: 'Ibu BPS' }),
        taskRow('t3', 'case-1', now, { role: 'bps', formKey: 'lain' }), taskRow('t4', 'case-1', now, { role: 'bps', formKey: 'kelayakan', state: 'completed' }), taskRow('t5', 'case-1', now, { role: 'kasi', formKey: 'kelayakan' }),
      ]);
    });
  });
  afterEach(() => world.close());

  it('come with what they are about, and whether the asker may complete them', async () => {
    world.asker.principal = { ...person('bps', ['bps']), officeKind: 'bps' };
    expect(await tasks.ofForm('kelayakan', ['case-1', 'case-2'])).toMatchObject([{ taskId: 't1', variables: { dataset: 'd-9' }, canComplete: true, assigneeName: null }, { taskId: 't2', variables: {}, canComplete: false, assigneeName: 'Ibu BPS' }]);
    world.asker.principal = person('kasi', ['kasi']);
    expect((await tasks.ofForm('kelayakan', ['case-1'])).map(({ taskId, canComplete }) => [taskId, canComplete])).toEqual([['t1', true], ['t5', true]]);
  });

  it('are found by a variable of theirs, or by their office', async () => {
    const { database, clock } = world;
    await database.tx((db) => db.insert(TaskEntity, taskRow('t6', 'case-2', clock.now(), { role: 'operator', formKey: 'kelayakan', officeId: 'o-1' })));
    const found = async (only: TaskFilter) => (await tasks.ofForm('kelayakan', ['case-1', 'case-2'], only)).map(({ taskId }) => taskId);
    world.asker.principal = person('kasi', ['kasi']);
    const dataset = (...values: string[]) => found({ variable: { name: 'dataset', values } });
    expect([await dataset('d-9', 'x'), await dataset('x'), await dataset(), await found({ officeId: 'o-1' })]).toEqual([['t1', 't5'], [], [], ['t6']]);
  });

  it('are those that the asker may see, of the cases that were named', async () => {
    world.asker.principal = person('staf', ['staf']);
    expect([await ids('case-2'), await ids()]).toEqual([['t2'], []]);
    world.asker.principal = person('operator', ['operator'], producer('dukcapil'));
    expect(await ids('case-1', 'case-2')).toEqual([]);
  });

  it('say whom a case waits for, by form: the oldest first, counted, and none that nobody can do', async () => {
    const { database, clock } = world;
    const later = new Date(clock.now().getTime() + 60_000);
    await database.tx((db) => db.insert(TaskEntity, [taskRow('t6', 'case-1', later, { role: 'bps', formKey: 'kelayakan' }), taskRow('t7', 'case-1', later, { role: 'staf' }), taskRow('t8', 'case-1', later, { role: null, formKey: 'lain' })]));
    expect(await tasks.waiting('case-1')).toEqual([
      ...[{ role: 'bps', formKey: 'kelayakan', count: 2 }, { role: 'bps', formKey: 'lain', count: 1 }, { role: 'kasi', formKey: 'kelayakan', count: 1 }].map((one) => expect.objectContaining({ ...one, since: clock.now() })),
      { role: 'staf', formKey: null, count: 1, since: later },
    ]);
    expect(await tasks.waiting('case-9')).toEqual([]);
  });

  it('are read since a moment, of whatever form, oldest first and some at a time', async () => {
    const { database, clock } = world;
    const later = (minutes: number) => new Date(clock.now().getTime() + minutes * 60_000);
    await database.tx((db) => db.insert(TaskEntity, [taskRow('t6', 'case-1', later(2), { formKey: 'lain' }), taskRow('t7', 'case-1', later(1), { formKey: null }), taskRow('t8', 'case-2', later(2)), taskRow('t9', 'case-1', later(3), { state: 'completing' })]));
    const arrived = async (from: Date) => {
      const found = [];
      for await (const some of tasks.arrived('case-1', from)) found.push(some);
      return found;
    };
    expect(await arrived(later(1))).toMatchObject([[{ taskId: 't7', formKey: null, variables: {} }, { taskId: 't6', formKey: 'lain', createdAt: later(2) }]]);
    expect([(await arrived(clock.now())).flat().map(({ taskId }) => taskId), await arrived(later(4))]).toEqual([['t1', 't3', 't5', 't7', 't6'], []]);
    await database.tx((db) => db.insert(TaskEntity, Array.from({ length: 500 }, (_, index) => taskRow(`m${index}`, 'case-1', later(5)))));
    expect((await arrived(clock.now())).map(({ length }) => length)).toEqual([500, 5]);
    // Those that are done meanwhile are open no more.
    const lengths: number[] = [];
    for await (const some of tasks.arrived('case-1', later(1))) {
      lengths.push(some.length);
      await database.tx((db) => db.update(TaskEntity, { caseId: 'case-1' }, { state: 'completed' }));
    }
    expect(lengths).toEqual([500]);
  });

  it('leave behind what was typed and never sent, of the one that ended last: not of those that are open or were sent', async () => {
    const { database, clock } = world;
    const draft = (taskId: string, minutes: number) => ({ taskId, data: { nama: taskId }, version: 1, userId: 'u-1', savedAt: new Date(clock.now().getTime() + minutes * 60_000) });
    const over = (id: string, more: Partial<TaskEntity> = {}) => taskRow(id, 'case-1', clock.now(), { role: 'operator', formKey: 'kelayakan', state: 'cancelled', officeId: 'o-1', ...more });
    await database.tx(async (db) => {
      await db.insert(TaskEntity, [over('t6'), over('t7'), over('t8', { officeId: 'o-2' }), over('t9', { formKey: 'lain' }), over('t10', { caseId: 'case-2' }), over('t11')]);
      await db.insert(DraftEntity, [draft('t6', 2), draft('t7', 1), draft('t8', 3), draft('t9', 9), draft('t10', 9), draft('t1', 9), draft('t4', 9)]);
    });
    const left = async (only?: TaskFilter) => (await tasks.unsent('case-1', 'kelayakan', only))?.taskId ?? null;
    expect([await left(), await left({ officeId: 'o-1' }), await left({ officeId: 'o-3' }), await left({ variable: { name: 'dataset', values: ['d-9'] } }), await left({ variable: { name: 'dataset', values: ['x'] } })]).toEqual(['t8', 't6', null, 't8', null]);
    expect(await tasks.unsent('case-1', 'kelayakan', { officeId: 'o-1' })).toEqual({ taskId: 't6', userId: 'u-1', savedAt: draft('t6', 2).savedAt, data: { nama: 't6' } });
  });

  it('of a form of before are filled only with what it has a field for', async () => {
    const registry = new HandlerRegistry();
    registry.addFormData('kelayakan', async () => ({ surat: [], faktaAkurasi: [{ ukuran: 'a', hasil: 'b' }] }), 'Source');
    const forms = new TaskForms(world.database, {} as never, {} as never, registry, world.asker, { rows: async () => ({}) } as never);
    const field = (key: string) => ({ key, type: 'panel', components: [{ key: `${key}Isi`, type: 'textfield' }] });
    const form = { key: 'kelayakan', title: { id: 'K', en: 'K' }, display: 'form', components: [{ key: 'surat', type: 'surat' }, field('lain')] } as unknown as FormDefinition;
    const filled = (given: FormDefinition | null) => forms.initial({ form: given, releaseId: 'r', context: { formKey: 'kelayakan' } as never });
    expect([await filled(form), await filled(null)]).toEqual([{ surat: [] }, {}]);
  });
});
