import { Completion, TaskAccess, type TaskForms } from '../../src/platform/tasks/index.js';
import { Acceptance } from '../../src/platform/tasks/acceptance.js';
import { TaskLinkEntity } from '../../src/platform/tasks/links/task-link.entity.js';
import { TaskLinksService } from '../../src/platform/tasks/links/task-links.service.js';
import type { NextTask } from '../../src/platform/tasks/next-task.js';
import { CaseAccess, CaseEntity, CommandEntity, InstanceEntity, Outbox, SubmissionEntity, TaskEntity, type Deliverer } from '../../src/platform/cases/index.js';
import type { FormDefinition, FormValidator } from '../../src/platform/forms/index.js';
import { requestContext } from '../../src/platform/kernel/index.js';
import { HandlerRegistry, type Asker, type Principal } from '../../src/sdk/index.js';
import { caseRow, caseWorld, person, producer, taskRow, type CaseWorld } from '../support/case-world.js';

const FORM = 'validasi-pimpinan';
const HOUR = 3_600_000;
const form = { key: FORM, title: { id: 'V', en: 'V' }, display: 'form', components: [] } satisfies FormDefinition;
/** The asker of a request: whoever its context names. */
const asker = { current: () => requestContext.principal(), required: () => requestContext.principal() as Principal, can: async () => true } satisfies Asker;

/** What somebody may try who has a leader's link, a part of it, or none. */
describe("A leader's one-time link", () => {
  let world: CaseWorld;
  let links: TaskLinksService;
  let registry: HandlerRegistry;
  const operator = person('operator', ['operator'], producer('dukcapil'));

  const as = <T>(principal: Principal, work: () => Promise<T>): Promise<T> => requestContext.run({ correlationId: 'x', language: 'id', principal, own: true }, work);
  const issue = (taskId = 't1', who = operator) => as(who, () => links.issue(taskId, FORM, { name: 'Dra. Sari', title: 'Kepala Dinas' }));
  const decide = (key: { token: string; pin: string }, formKey = FORM, within?: () => Promise<void>) => links.complete(key, formKey, { hasilValidasi: 'setuju' }, within);
  const look = (key: { token: string; pin: string }) => links.open(key, FORM, async ({ context }) => context);
  const other = (pin: string) => (pin === '000000' ? '111111' : '000000');
  const stored = async () => ({ submissions: await world.database.read.count(SubmissionEntity), commands: await world.database.read.count(CommandEntity) });
  const rows = () => world.database.read.find(TaskLinkEntity, { order: { id: 'ASC' } });

  beforeEach(async () => {
    world = await caseWorld();
    registry = new HandlerRegistry();
    const { database, clock, events, audit, offices } = world;
    const access = new TaskAccess(database, asker, new CaseAccess(database, asker, audit));
    const validator = { validate: async (_: unknown, data: object) => ({ ok: true, data, variables: data }) } as unknown as FormValidator;
    const forms = {
      of: async (task: TaskEntity) => ({ releaseId: 'rilis-1', processKey: 'p', form, instance: { id: task.instanceId, definitionId: 'd1' }, context: { formKey: FORM, caseId: task.caseId, taskId: task.id, elementId: task.elementId, processInstanceId: task.instanceId, officeId: task.officeId, variables: {}, user: asker.required() } }),
      initial: async () => ({}),
    } as unknown as TaskForms;
    const completion = new Completion(access, forms, new Acceptance(validator, registry), database, new Outbox(database, clock, { nudge: () => undefined } as unknown as Deliverer), { after: async () => null } as unknown as NextTask, clock, audit, events);
    links = new TaskLinksService(database, access, forms, completion, offices, asker, clock, audit);
    const mine = { role: 'pimpinan', recordedBy: 'operator', officeId: 'office-dukcapil', formKey: FORM };
    await database.tx(async (db) => {
      await db.insert(CaseEntity, caseRow('case-1', clock.now()));
      await db.insert(InstanceEntity, { id: 'instance-case-1', caseId: 'case-1', parentId: null, definitionId: 'd1', processKey: 'p', superElementId: null, state: 'active', startedAt: clock.now(), endedAt: null, variables: {}, officeId: null, label: null });
      await db.insert(TaskEntity, [taskRow('t1', 'case-1', clock.now(), mine), taskRow('t2', 'case-1', clock.now(), { ...mine, officeId: 'office-dinkes' }), taskRow('t3', 'case-1', clock.now(), { ...mine, formKey: 'penyampaian-data' })]);
    });
  });
  afterEach(() => world.close());

  it('completes its own task once, as its receiver, by name, post and office', async () => {
    const key = await issue();
    expect(await look(key)).toMatchObject({ taskId: 't1', user: { name: 'Dra. Sari, Kepala Dinas (lewat tautan)', roles: ['pimpinan'], officeId: 'office-dukcapil' } });
    await decide(key);
    expect(await world.database.read.find(SubmissionEntity)).toMatchObject([{ taskId: 't1', officeId: 'office-dukcapil', userName: 'Dra. Sari, Kepala Dinas (lewat tautan)', data: { hasilValidasi: 'setuju' } }]);
    expect(world.audit.entries).toContainEqual(expect.objectContaining({ action: 'task-link.used', officeId: 'office-dukcapil', detail: { taskId: 't1', name: 'Dra. Sari', title: 'Kepala Dinas', sentBy: 'operator' } }));
    expect((await world.database.read.findOneByOrFail(TaskEntity, { id: 't1' })).state).toBe('completing');
    await expect(decide(key)).rejects.toMatchObject({ code: 'link-over', status: 410, extra: { reason: 'used' } });
    expect(await stored()).toEqual({ submissions: 1, commands: 1 });
  });

  it('of fifty who use it at once, one does', async () => {
    const key = await issue();
    const answers = await Promise.allSettled(Array.from({ length: 50 }, () => decide(key)));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await stored()).toEqual({ submissions: 1, commands: 1 });
  });

  it('is not guessed: five wrong PINs lock it, also when they are sent all at once, and the right one comes too late', async () => {
    for (const parallel of [false, true]) {
      const key = await issue();
      const wrong = { token: key.token, pin: other(key.pin) };
      const answers: PromiseSettledResult<unknown>[] = [];
      if (parallel) answers.push(...(await Promise.allSettled(Array.from({ length: 20 }, () => look(wrong)))));
      else for (let index = 0; index < 6; index++) answers.push(...(await Promise.allSettled([look(wrong)])));
      const codes = answers.map((answer) => (answer.status === 'rejected' ? (answer.reason as { code: string }).code : 'in'));
      expect(codes).not.toContain('in');
      expect(codes.filter((code) => code === 'link-pin-wrong').length).toBeLessThanOrEqual(4);
      for (const attempt of [look, decide]) await expect(attempt(key)).rejects.toMatchObject({ code: 'link-over', extra: { reason: 'locked' } });
    }
    expect(await stored()).toEqual({ submissions: 0, commands: 0 });
  });

  it('gives a thief no new tries when its receiver opens it', async () => {
    const key = await issue();
    for (let index = 0; index < 4; index++) await expect(look({ ...key, pin: other(key.pin) })).rejects.toMatchObject({ code: 'link-pin-wrong', extra: { left: 4 - index } });
    await look(key);
    await expect(look({ ...key, pin: other(key.pin) })).rejects.toMatchObject({ code: 'link-over', extra: { reason: 'locked' } });
  });

  it('is nothing without its token, with another’s, or for another form', async () => {
    const [one, two] = [await issue('t1'), await issue('t2', person('kasi', ['kasi']))];
    await expect(look({ token: '', pin: one.pin })).rejects.toMatchObject({ code: 'link-unknown' });
    await expect(look({ token: one.id, pin: one.pin })).rejects.toMatchObject({ code: 'link-unknown' });
    await expect(decide({ token: two.token, pin: one.pin === two.pin ? other(two.pin) : one.pin })).rejects.toMatchObject({ code: 'link-pin-wrong' });
    await expect(decide(one, 'penyampaian-data')).rejects.toMatchObject({ code: 'link-unknown' });
    await decide(one);
    expect((await world.database.read.findOneByOrFail(TaskEntity, { id: 't2' })).state).toBe('open');
  });

  it('is good for nothing after its end, after it was taken back, and after a newer one', async () => {
    const first = await issue();
    const second = await issue();
    await expect(look(first)).rejects.toMatchObject({ code: 'link-over', extra: { reason: 'revoked' } });
    await as(operator, () => links.revoke(second.id));
    await expect(decide(second)).rejects.toMatchObject({ code: 'link-over', extra: { reason: 'revoked' } });
    await expect(as(operator, () => links.revoke(second.id))).rejects.toMatchObject({ status: 404 });
    const third = await issue();
    world.clock.step(72 * HOUR - 1);
    await look(third);
    world.clock.step(1);
    await expect(decide(third)).rejects.toMatchObject({ code: 'link-over', extra: { reason: 'expired' } });
    expect(await stored()).toEqual({ submissions: 0, commands: 0 });
  });

  it('says that it has been decided in another way', async () => {
    const key = await issue();
    await world.database.tx((db) => db.update(TaskEntity, { id: 't1' }, { state: 'completed' }));
    await expect(look(key)).rejects.toMatchObject({ code: 'link-task-over', status: 409 });
    await expect(issue()).rejects.toMatchObject({ code: 'task-over' });
  });

  it('stays good where something refuses what was sent', async () => {
    const key = await issue();
    await expect(decide(key, FORM, () => Promise.reject(new Error('the deadline')))).rejects.toThrow('the deadline');
    registry.addSubmissionRule(FORM, () => Promise.reject(new Error('a rule')), 'Rule');
    await expect(decide(key)).rejects.toThrow('a rule');
    expect([await stored(), (await rows()).map(({ usedAt, tries }) => [usedAt, tries])]).toEqual([{ submissions: 0, commands: 0 }, [[null, 0]]]);
  });

  it('is made and taken back by nobody of another office, nor for another step', async () => {
    const stranger = person('operator2', ['operator'], producer('dinkes'));
    const { id } = await issue();
    await expect(issue('t1', stranger)).rejects.toMatchObject({ status: 404 });
    await expect(as(stranger, () => links.revoke(id))).rejects.toMatchObject({ status: 404 });
    await expect(as(operator, () => links.revoke('none'))).rejects.toMatchObject({ status: 404 });
    await expect(issue('t3')).rejects.toMatchObject({ status: 404 });
    expect((await as(stranger, () => links.waiting(FORM))).map(({ taskId }) => taskId)).toEqual(['t2']);
    expect(await as(operator, () => links.waiting(FORM))).toMatchObject([{ taskId: 't1', link: { id, state: 'open' } }]);
  });

  it('is in the database, the audit trail and the list only as what cannot be turned back', async () => {
    const { token, pin } = await issue();
    await expect(look({ token, pin: other(pin) })).rejects.toMatchObject({ code: 'link-pin-wrong' });
    await decide({ token, pin });
    const kept = JSON.stringify([await rows(), world.audit.entries, await world.database.read.find(SubmissionEntity), await world.database.read.find(CommandEntity), await as(operator, () => links.waiting(FORM))]);
    expect(kept).not.toContain(token);
    expect(kept).not.toContain(`"${pin}"`);
    const [{ tokenHash, pinHash }] = (await rows()) as [TaskLinkEntity];
    expect([tokenHash, pinHash]).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/), expect.stringMatching(/^[0-9a-f]{64}$/)]);
  });
});
