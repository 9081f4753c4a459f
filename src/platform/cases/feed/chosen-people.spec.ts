import { caseRow, caseWorld, person, producer, summaryOf, taskRow, type CaseWorld } from '../../../../test/support/case-world.js';
import type { HistoricActivityInstance, Principal } from '../../../sdk/index.js';
import type { UsersRepository } from '../../identity/index.js';
import { CaseEntity, SubmissionEntity, TaskEntity } from '../entities/index.js';
import { ChosenPeople } from './chosen-people.js';
import type { EngineReader } from './engine-reader.js';
import { LostHolders } from './lost-holders.js';
import type { ReleaseFacts } from './release-facts.js';

const at = (minute: number) => `2026-03-02T10:${String(minute).padStart(2, '0')}:00.000+0700`;
const passage = (id: string, activityId: string, parent: string, minute: number, more: Partial<HistoricActivityInstance> = {}): HistoricActivityInstance => ({ id, parentActivityInstanceId: parent, activityId, activityName: null, activityType: 'userTask', processInstanceId: 'root', rootProcessInstanceId: 'root', processDefinitionId: 'd1', executionId: 'e', taskId: `tugas-${id}`, calledProcessInstanceId: null, startTime: at(minute), endTime: at(minute + 1), canceled: false, completeScope: false, ...more });
const group = (id: string, activityId: string, parent: string) => passage(id, activityId, parent, 0, { activityType: 'subProcess', taskId: null, endTime: null });

/** A case of two data sets, each in a run of its own of the group `data`; the step before it is everybody's. */
const PASSAGES = [
  passage('a', 'menerima', 'root', 1),
  group('badan', 'data#multiInstanceBody', 'root'),
  group('satu', 'data', 'badan'),
  group('dua', 'data', 'badan'),
  passage('b1', 'memeriksa', 'satu', 2),
  passage('b2', 'memeriksa', 'dua', 4),
  passage('b3', 'memeriksa', 'satu', 5, { canceled: true }),
];
const open = (parent: string) => passage('c', 'menyetujui', parent, 6, { endTime: null });

describe('whom a diagram chose for a task', () => {
  let world: CaseWorld;
  let accounts: Map<string, { principal: Principal; active: boolean }>;
  const users = {
    byUsername: (username: string) => Promise.resolve(accounts.get(username)?.principal ?? null),
    byId: (id: string) => Promise.resolve(accounts.get(id)?.principal ?? null),
    principal: (id: string) => Promise.resolve(accounts.get(id)?.active ? accounts.get(id)?.principal : null),
  } as unknown as UsersRepository;
  const summary = summaryOf('prosedur', [{ id: 'menerima', name: 'Menerima' }, { id: 'data', type: 'SubProcess' }, { id: 'memeriksa', name: 'Memeriksa', group: 'data' }]);
  const facts = { ofDefinition: () => Promise.resolve({ summary }), element: (_: string, id: string) => Promise.resolve(summary.elements.get(id) ?? null) } as unknown as ReleaseFacts;
  const reader = { activitiesOf: () => Promise.resolve(PASSAGES) } as unknown as EngineReader;
  const people = () => new ChosenPeople(users, reader, facts, world.database, world.clock);
  const given = (properties: Record<string, string>, where = 'satu', task = {}) => {
    const element = [...summaryOf('x', [{ id: 'menyetujui', name: 'Menyetujui', group: where === 'root' ? null : 'data', properties }]).elements.values()][0] ?? null;
    return people().of(element, open(where), { role: 'kasi', recordedBy: null, officeId: null, ...task });
  };
  const answered = async (id: string, userId: string) => world.database.tx((db) => db.insert(SubmissionEntity, { id: `jawaban-${id}`, caseId: 'c1', taskId: `tugas-${id}`, instanceId: 'root', formKey: 'f', releaseId: 'r', elementId: 'x', taskName: 'x', step: null, officeId: null, userId, userName: userId, at: world.clock.now(), data: {}, hash: '' }));

  beforeEach(async () => {
    world = await caseWorld();
    accounts = new Map([['budi', { principal: person('budi', ['kasi']), active: true }], ['sari', { principal: person('sari', ['kasi']), active: true }], ['tono', { principal: person('tono', ['kabid']), active: true }]]);
    await world.database.tx((db) => db.insert(CaseEntity, caseRow('c1', world.clock.now())));
    for (const [id, who] of [['a', 'budi'], ['b1', 'sari'], ['b2', 'budi']] as const) await answered(id, who);
  });
  afterEach(() => world.close());

  it('is anybody of the role where it chose nobody', async () => {
    expect(await given({})).toEqual({ assigneeId: null, assigneeName: null, chosen: null });
  });

  it('is the person named, who holds it from the start', async () => {
    expect(await given({ person: 'budi' })).toEqual({ assigneeId: 'budi', assigneeName: 'budi', chosen: { name: 'budi', sameAs: null, missed: null, missedAt: null } });
  });

  it('is whoever did the other step of the same data set, not of another that did it later', async () => {
    expect(await given({ sameAs: 'memeriksa' }, 'satu')).toMatchObject({ assigneeId: 'sari', chosen: { name: 'sari', sameAs: 'Memeriksa', missed: null } });
    expect(await given({ sameAs: 'memeriksa' }, 'dua')).toMatchObject({ assigneeId: 'budi' });
    expect(await given({ sameAs: 'menerima' }, 'satu')).toMatchObject({ assigneeId: 'budi', chosen: { sameAs: 'Menerima' } });
  });

  it('is whoever did it last, seen from outside the group', async () => {
    expect(await given({ sameAs: 'memeriksa' }, 'root')).toMatchObject({ assigneeId: 'budi' });
  });

  const MISSED = [
    ['has no account', { person: 'nihil' }, {}, 'unknown', 'nihil'],
    ['is locked', { person: 'sari' }, {}, 'locked', 'sari'],
    ['has another role', { person: 'tono' }, {}, 'role', 'tono'],
    ['works at another office', { person: 'budi' }, { officeId: producer('dukcapil').id }, 'office', 'budi'],
    ['did the step and is locked now', { sameAs: 'memeriksa' }, {}, 'locked', 'sari'],
    ['does not exist, because the step was not done', { sameAs: 'lain' }, {}, 'not-done', ''],
  ] as const;
  it.each(MISSED)('falls to the role where the person %s', async (_, properties, task, missed, name) => {
    const sameAs = 'sameAs' in properties ? (properties.sameAs === 'memeriksa' ? 'Memeriksa' : properties.sameAs) : null;
    Object.assign(accounts.get('sari') ?? {}, { active: false });
    expect(await given(properties, 'satu', task)).toEqual({ assigneeId: null, assigneeName: null, chosen: { name, sameAs, missed, missedAt: world.clock.now().toISOString() } });
  });

  it('falls to the role where nobody signed the step, as after a move', async () => {
    await world.database.tx((db) => db.delete(SubmissionEntity, { taskId: 'tugas-b1' }));
    expect(await given({ sameAs: 'memeriksa' }, 'satu')).toMatchObject({ assigneeId: null, chosen: { missed: 'by-nobody' } });
  });

  describe('and who leaves later', () => {
    const chosen = { name: 'budi', sameAs: null, missed: null, missedAt: null };
    const holders = () => new LostHolders(people(), world.database, world.audit, world.events, world.clock);
    const task = (id: string) => world.database.read.findOneByOrFail(TaskEntity, { id });
    beforeEach(() => world.database.tx((db) => db.insert(TaskEntity, [taskRow('t1', 'c1', world.clock.now(), { assigneeId: 'budi', assigneeName: 'budi', chosen }), taskRow('t2', 'c1', world.clock.now(), { assigneeId: 'budi', assigneeName: 'budi' })])));

    it('loses nothing while he may work', async () => {
      await holders().run();
      expect(await task('t1')).toMatchObject({ assigneeId: 'budi', chosen });
      expect(world.audit.entries).toEqual([]);
    });

    it('leaves it to the role, which is written down; what he took himself stays for the administrator', async () => {
      Object.assign(accounts.get('budi') ?? {}, { active: false });
      await holders().run();
      expect(await task('t1')).toMatchObject({ assigneeId: null, chosen: { name: 'budi', missed: 'locked', missedAt: world.clock.now().toISOString() } });
      expect(await task('t2')).toMatchObject({ assigneeId: 'budi' });
      expect(world.audit.entries).toMatchObject([{ action: 'task.fell-to-role', subject: 't1', detail: { from: 'budi', why: 'locked' } }]);
      await holders().run();
      expect(world.audit.entries).toHaveLength(1);
    });
  });
});
