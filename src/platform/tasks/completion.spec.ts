import { caseRow, caseWorld, person, producer, taskRow, type CaseWorld } from '../../../test/support/case-world.js';
import { HandlerRegistry, Problem, SubmissionRejected, type Asker } from '../../sdk/index.js';
import { CaseAccess, CaseEntity, CommandEntity, InstanceEntity, Outbox, SubmissionEntity, TaskEntity, type Deliverer } from '../cases/index.js';
import { requestContext } from '../kernel/index.js';
import type { FormDefinition, FormValidator } from '../forms/index.js';
import { Acceptance } from './acceptance.js';
import { Claims } from './claims.service.js';
import { Completion } from './completion.service.js';
import { DraftEntity } from './draft.entity.js';
import { TaskDrafts } from './drafts.service.js';
import type { NextTask } from './next-task.js';
import { TaskAccess } from './task-access.js';
import type { TaskForms } from './task-forms.js';

const form = { key: 'verifikasi', title: { id: 'V', en: 'V' }, display: 'form', components: [] } satisfies FormDefinition;
const statuses = (results: readonly PromiseSettledResult<unknown>[]) =>
  results.map((result) => (result.status === 'fulfilled' ? 200 : result.reason instanceof Problem ? result.reason.status : 500)).sort();

describe('Completing, claiming and drafting', () => {
  let world: CaseWorld;
  let registry: HandlerRegistry;
  let completion: Completion;
  let claims: Claims;
  let drafts: TaskDrafts;
  let nudges: number;

  beforeEach(async () => {
    world = await caseWorld();
    registry = new HandlerRegistry();
    nudges = 0;
    const { database, clock, events, audit, asker } = world;
    asker.principal = person('kasi', ['kasi']);
    const access = new TaskAccess(database, asker, new CaseAccess(database, asker, audit));
    const validator = { validate: async (_: unknown, data: Record<string, unknown>) => ('wrong' in data ? { ok: false, errors: [{ path: 'wrong', component: 'wrong', message: { id: 'salah', en: 'wrong' } }] } : { ok: true, data, variables: { hasil: data['hasil'] ?? null } }) } as unknown as FormValidator;
    const forms = {
      of: async (task: TaskEntity) => ({ releaseId: 'rilis-1', processKey: 'p', form, instance: { id: task.instanceId, definitionId: 'd1' }, context: { formKey: 'verifikasi', caseId: task.caseId, taskId: task.id, elementId: task.elementId, processInstanceId: task.instanceId, officeId: task.officeId, variables: {}, user: asker.required() } }),
      initial: async () => ({}),
    } as unknown as TaskForms;
    const outbox = new Outbox(database, clock, { nudge: () => nudges++ } as unknown as Deliverer);
    const next = { after: async () => null } as unknown as NextTask;
    completion = new Completion(access, forms, new Acceptance(validator, registry), database, outbox, next, clock, audit, events);
    claims = new Claims(access, database, asker, audit, events);
    drafts = new TaskDrafts(access, database, asker, clock);
    await database.tx(async (db) => {
      await db.insert(CaseEntity, caseRow('case-1', clock.now()));
      await db.insert(InstanceEntity, { id: 'instance-case-1', caseId: 'case-1', parentId: null, definitionId: 'd1', processKey: 'p', superElementId: null, state: 'active', startedAt: clock.now(), endedAt: null, variables: {}, officeId: null, label: null });
      await db.insert(TaskEntity, [taskRow('t1', 'case-1', clock.now()), taskRow('t2', 'case-1', clock.now(), { role: 'operator', officeId: 'office-dukcapil' })]);
    });
  });
  afterEach(() => world.close());

  const stored = async () => {
    const { read } = world.database;
    return { submissions: await read.count(SubmissionEntity), commands: await read.count(CommandEntity), state: (await read.findOneByOrFail(TaskEntity, { id: 't1' })).state };
  };

  it('stores submission, audit entry and command together, with the rule’s variables, and removes the draft', async () => {
    registry.addSubmissionRule('verifikasi', async ({ submissionId, data }) => ({ dari: submissionId.length, hasil2: data['hasil'] as string }), 'Rule');
    await drafts.save('t1', { hasil: 'l' }, 0);
    const { submissionId } = await completion.complete('t1', { hasil: 'lengkap' });
    expect(await world.database.read.findOneByOrFail(SubmissionEntity, { id: submissionId })).toMatchObject({ caseId: 'case-1', taskId: 't1', userName: 'kasi', data: { hasil: 'lengkap' }, hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const [command] = await world.database.read.find(CommandEntity);
    expect(command).toMatchObject({ key: 'complete:t1', kind: 'complete', payload: { taskId: 't1', variables: { hasil: 'lengkap', dari: 36, hasil2: 'lengkap' } } });
    expect(world.audit.entries.at(-1)).toMatchObject({ action: 'task.completed', subject: 't1' });
    expect(await world.database.read.count(DraftEntity)).toBe(0);
    expect(nudges).toBe(1);
  });

  it('is of the moment at which it came, however long it waited for its turn', async () => {
    const came = world.clock.now();
    const { submissionId } = await requestContext.run({ correlationId: 'c', language: 'id', principal: null, received: performance.now() - 5_000 }, () => completion.complete('t1', {}));
    const { at } = await world.database.read.findOneByOrFail(SubmissionEntity, { id: submissionId });
    expect(Math.round((came.getTime() - at.getTime()) / 1_000)).toBe(5);
  });

  it('takes one of fifty at once', async () => {
    const results = await Promise.allSettled(Array.from({ length: 50 }, () => completion.complete('t1', {})));
    expect(statuses(results)).toEqual([200, ...Array.from({ length: 49 }, () => 409)]);
    expect(await stored()).toEqual({ submissions: 1, commands: 1, state: 'completing' });
  });

  it('stores nothing of what does not fit, or what a rule rejects, or what fails on the way', async () => {
    await expect(completion.complete('t1', { wrong: 1 })).rejects.toMatchObject({ code: 'submission-invalid', status: 422, extra: { errors: [{ path: 'wrong', component: 'wrong', message: 'salah' }] } });
    let failure: Error = new SubmissionRejected([{ path: 'hasil', message: { id: 'tidak', en: 'no' } }]);
    registry.addSubmissionRule('verifikasi', async () => Promise.reject(failure), 'Rule');
    await expect(completion.complete('t1', {})).rejects.toBe(failure);
    failure = new Error('the database is full');
    await expect(completion.complete('t1', {})).rejects.toBe(failure);
    expect(await stored()).toEqual({ submissions: 0, commands: 0, state: 'open' });
    expect(nudges).toBe(0);
  });

  it('stores nothing of a form that was checked on one version while the case went to another, and keeps the draft', async () => {
    await drafts.save('t1', { hasil: 'l' }, 0);
    await world.database.tx((db) => db.update(InstanceEntity, { id: 'instance-case-1' }, { definitionId: 'd2' }));
    await expect(completion.complete('t1', { hasil: 'lengkap' })).rejects.toMatchObject({ status: 409, code: 'form-changed' });
    expect(await stored()).toEqual({ submissions: 0, commands: 0, state: 'open' });
    expect(await world.database.read.count(DraftEntity)).toBe(1);
  });

  it('does not know another office’s task, and writes down that someone asked', async () => {
    world.asker.principal = person('operator', ['operator'], producer('dinkes'));
    for (const attempt of [() => completion.complete('t2', {}), () => claims.claim('t2'), () => claims.release('t2'), () => drafts.save('t2', {}, 0)]) await expect(attempt()).rejects.toMatchObject({ status: 404 });
    expect(world.audit.entries.filter((entry) => entry.action === 'access.denied')).toHaveLength(4);
    await expect(completion.complete('nothing', {})).rejects.toMatchObject({ status: 404 });
  });

  it('lets nobody do what is not their role’s, or what another has claimed', async () => {
    await expect(claims.claim('t2')).rejects.toMatchObject({ status: 403 });
    await claims.claim('t1');
    world.asker.principal = person('kasi-2', ['kasi']);
    await expect(completion.complete('t1', {})).rejects.toMatchObject({ status: 409, code: 'task-taken' });
    await expect(claims.release('t1')).rejects.toMatchObject({ status: 409 });
  });

  it('gives a task to one of fifty, and back', async () => {
    const people = Array.from({ length: 50 }, (_, index) => person(`kasi-${index}`, ['kasi']));
    // Each request has its own asker. Whoever reads after the first has taken it is refused there, the others where they write.
    const results = await Promise.allSettled(people.map((principal) => {
      const asker: Asker = { current: () => principal, required: () => principal, can: () => Promise.resolve(false) };
      return new Claims(new TaskAccess(world.database, asker, new CaseAccess(world.database, asker, world.audit)), world.database, asker, world.audit, world.events).claim('t1');
    }));
    expect(statuses(results)).toEqual([200, ...Array.from({ length: 49 }, () => 409)]);
    const { assigneeId } = await world.database.read.findOneByOrFail(TaskEntity, { id: 't1' });
    world.asker.principal = people.find((one) => one.id === assigneeId) ?? null;
    expect(await claims.release('t1')).toMatchObject({ assigneeId: null });
  });

  it('gives what another holds to his substitute, who signs in his place', async () => {
    const kasi = world.asker.principal;
    await claims.claim('t1');
    const title = { id: 'Plh. Kepala Seksi', en: 'Plh. Head of section' };
    world.asker.principal = { ...person('staf', ['staf', 'kasi']), standsIn: [{ role: 'kasi', title, untilDay: '2026-03-03' }] };
    await expect(completion.complete('t1', {})).rejects.toMatchObject({ status: 409, code: 'task-taken' });
    expect(await claims.claim('t1')).toMatchObject({ assigneeName: 'staf' });
    expect(world.audit.entries.at(-1)).toMatchObject({ action: 'task.taken-over', subject: 't1', detail: { from: 'kasi' } });
    const substitute = world.asker.principal;
    world.asker.principal = kasi;
    for (const attempt of [() => completion.complete('t1', {}), () => claims.claim('t1')]) await expect(attempt()).rejects.toMatchObject({ status: 409, code: 'task-taken' });
    world.asker.principal = substitute;
    const { submissionId } = await completion.complete('t1', {});
    expect(await world.database.read.findOneByOrFail(SubmissionEntity, { id: submissionId })).toMatchObject({ userName: 'staf (Plh. Kepala Seksi)' });
  });

  it('lets an administrator give back what somebody who is away holds', async () => {
    await claims.claim('t1');
    world.asker.principal = person('admin', ['admin']);
    expect(await claims.release('t1')).toMatchObject({ assigneeId: null });
    await expect(claims.release('t1')).rejects.toMatchObject({ status: 409, code: 'task-not-claimed' });
  });

  it('takes a double click on claiming for one claim', async () => {
    const twice = await Promise.all([claims.claim('t1'), claims.claim('t1')]);
    expect(twice.map(({ assigneeId }) => assigneeId)).toEqual(Array(2).fill(world.asker.principal?.id));
    expect(world.audit.entries.filter((entry) => entry.action === 'task.claimed')).toHaveLength(1);
  });

  it('takes the same draft again where its answer was lost', async () => {
    for (const version of [0, 1]) for (const time of ['first', 'again']) expect({ time, ...(await drafts.save('t1', { a: version, b: [1] }, version)) }).toMatchObject({ version: version + 1 });
    await expect(drafts.save('t1', { a: 7 }, 1)).rejects.toMatchObject({ status: 409 });
  });

  it('refuses a draft that does not know the last one', async () => {
    expect(await drafts.save('t1', { a: 1 }, 0)).toMatchObject({ version: 1 });
    expect(await drafts.save('t1', { a: 2 }, 1)).toMatchObject({ version: 2 });
    world.clock.step(5);
    for (const version of [0, 1, 3]) await expect(drafts.save('t1', { a: 9 }, version)).rejects.toMatchObject({ status: 409, code: 'draft-changed', extra: { version: 2 } });
    expect((await world.database.read.findOneByOrFail(DraftEntity, { taskId: 't1' })).data).toEqual({ a: 2 });
  });
});
