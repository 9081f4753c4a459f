import { caseRow, caseWorld, summaryOf, type CaseWorld } from '../../../../test/support/case-world.js';
import type { HistoricActivityInstance, HistoricProcessInstance, HistoricVariable, UserTask } from '../../../sdk/index.js';
import { ActivityEntity, CaseEntity, IncidentEntity, InstanceEntity, TaskEntity } from '../entities/index.js';
import type { UsersRepository } from '../../identity/index.js';
import { ChosenPeople } from './chosen-people.js';
import type { EngineReader } from './engine-reader.js';
import { FeedWriter } from './feed-writer.js';
import { InstanceSync } from './instance-sync.js';
import { MigratedInstances } from './migrated-instances.js';
import type { ReleaseFacts } from './release-facts.js';
import { TaskRows } from './task-rows.js';

const START = '2026-03-02T10:00:00.000+0700';
const END = '2026-03-02T10:05:00.000+0700';

const instance = (id: string, more: Partial<HistoricProcessInstance> = {}): HistoricProcessInstance => ({
  id,
  rootProcessInstanceId: id,
  superProcessInstanceId: null,
  processDefinitionId: 'd1',
  processDefinitionKey: 'prosedur',
  businessKey: 'case-1',
  startTime: START,
  endTime: null,
  state: 'ACTIVE',
  deleteReason: null,
  ...more,
});

const passage = (id: string, more: Partial<HistoricActivityInstance> = {}): HistoricActivityInstance => ({
  id,
  parentActivityInstanceId: 'root',
  activityId: 'menyampaikan',
  activityName: 'Menyampaikan data',
  activityType: 'userTask',
  processInstanceId: 'root',
  rootProcessInstanceId: 'root',
  processDefinitionId: 'd1',
  executionId: 'e1',
  taskId: 't1',
  calledProcessInstanceId: null,
  startTime: START,
  endTime: null,
  canceled: false,
  completeScope: false,
  ...more,
});

describe('FeedWriter', () => {
  let world: CaseWorld;
  let writer: FeedWriter;
  let engine: { instances: HistoricProcessInstance[]; variables: Partial<HistoricVariable>[]; tasks: Partial<UserTask>[]; open: HistoricActivityInstance[] };
  let announced: string[];

  const reader = {
    instances: async (ids: string[]) => engine.instances.filter(({ id }) => ids.includes(id)),
    variables: async () => engine.variables,
    tasks: async () => engine.tasks,
    openActivitiesOf: async () => engine.open,
    incidentsOf: async () => [{ id: 'macet', processInstanceId: 'root', activityId: 'memeriksa', failedActivityId: null }],
  } as unknown as EngineReader;
  const users = {} as UsersRepository;
  const elements = [{ id: 'menyampaikan', name: 'Menyampaikan', formKey: 'penyampaian-data', role: 'operator', office: 'producer', step: '8', properties: { recordedBy: 'kasi' } }];
  const definition = { releaseId: 'rilis-1', processKey: 'prosedur', summary: summaryOf('prosedur', elements) };
  const next = { ...definition, releaseId: 'rilis-2', summary: summaryOf('prosedur', [{ id: 'memeriksa', name: 'Memeriksa data', formKey: 'pemeriksaan', role: 'kasi' }]) };
  const of = async (id: string) => (id === 'd2' ? next : definition);
  const facts = { ofDefinition: of, element: async (definitionId: string, id: string) => (await of(definitionId)).summary.elements.get(id) ?? null } as unknown as ReleaseFacts;

  const build = () => {
    const instances = new InstanceSync(reader, facts, world.offices, world.database);
    const rows = new TaskRows(facts, instances, new ChosenPeople(users, reader, facts, world.database, world.clock));
    return new FeedWriter(reader, instances, rows, world.database, world.events, new MigratedInstances(reader, facts, rows, world.database, world.events));
  };

  beforeEach(async () => {
    world = await caseWorld();
    engine = { instances: [instance('root')], variables: [{ name: 'producer', value: 'dukcapil', type: 'String', processInstanceId: 'root', valueInfo: {} }], tasks: [{ id: 't1', name: 'Menyampaikan data', due: END }], open: [] };
    announced = [];
    world.events.onAny((name, payload) => announced.push(`${name} ${JSON.stringify(payload)}`));
    writer = build();
    await world.database.tx((db) => db.insert(CaseEntity, { ...caseRow('case-1', world.clock.now()), state: 'starting', rootInstanceId: null }));
  });
  afterEach(() => world.close());

  const task = () => world.database.read.findOneBy(TaskEntity, { id: 't1' });
  const row = () => world.database.read.findOneByOrFail(CaseEntity, { id: 'case-1' });

  it('makes a task of a passage: role, office, form, step and due date', async () => {
    await writer.write({ activities: [passage('a1')], instances: [] });
    expect(await task()).toMatchObject({ caseId: 'case-1', role: 'operator', recordedBy: 'kasi', officeId: 'office-dukcapil', formKey: 'penyampaian-data', step: '8', state: 'open', dueAt: new Date(END.replace('+0700', '+07:00')) });
    expect(await world.database.read.findOneByOrFail(InstanceEntity, { id: 'root' })).toMatchObject({ officeId: 'office-dukcapil', label: 'dukcapil', variables: { producer: 'dukcapil' } });
    expect(await row()).toMatchObject({ state: 'running', rootInstanceId: 'root' });
    expect(announced).toContain('task.changed {"taskId":"t1","caseId":"case-1","role":"operator","officeId":"office-dukcapil"}');
  });

  it('says nothing twice, and after a restart changes nothing', async () => {
    await writer.write({ activities: [passage('a1')], instances: [] });
    const first = announced.length;
    await writer.write({ activities: [passage('a1')], instances: [] });
    expect(announced).toHaveLength(first);
    const before = await task();
    await build().write({ activities: [passage('a1')], instances: [] });
    expect(await task()).toEqual(before);
  });

  it('does not open again what a person has completed while the engine has not heard of it', async () => {
    await writer.write({ activities: [passage('a1')], instances: [] });
    await world.database.tx((db) => db.update(TaskEntity, { id: 't1' }, { state: 'completing' }));
    await build().write({ activities: [passage('a1')], instances: [] });
    expect(await task()).toMatchObject({ state: 'completing' });
    await writer.write({ activities: [passage('a1', { endTime: END })], instances: [] });
    expect(await task()).toMatchObject({ state: 'completed' });
  });

  it('cancels what the diagram interrupted', async () => {
    await writer.write({ activities: [passage('a1', { endTime: END, canceled: true })], instances: [] });
    expect(await task()).toMatchObject({ state: 'cancelled' });
  });

  it('follows the root to the end: ended, or cancelled where that was asked for', async () => {
    await writer.write({ activities: [passage('a1')], instances: [] });
    await world.database.tx((db) => db.update(CaseEntity, { id: 'case-1' }, { cancelReason: 'salah periode' }));
    await writer.write({ activities: [], instances: [instance('root', { endTime: END, state: 'COMPLETED' })] });
    expect(await row()).toMatchObject({ state: 'cancelled', endedAt: new Date('2026-03-02T03:05:00.000Z') });
  });

  it('knows for which call an instance runs, whichever is read first', async () => {
    engine.instances.push(instance('child', { superProcessInstanceId: 'root' }));
    await writer.write({ activities: [passage('a2', { processInstanceId: 'child', taskId: null, activityType: 'startEvent', activityId: 'mulai' })], instances: [] });
    await writer.write({ activities: [passage('a3', { taskId: null, activityType: 'callActivity', activityId: 'penyampaian', calledProcessInstanceId: 'child' })], instances: [] });
    expect(await world.database.read.findOneByOrFail(InstanceEntity, { id: 'child' })).toMatchObject({ superElementId: 'penyampaian', parentId: 'root' });
  });

  describe('of an instance that was migrated', () => {
    const moved = () => passage('a1', { activityId: 'memeriksa', processDefinitionId: 'd2' });
    const migrate = () => {
      engine.instances = [instance('root', { processDefinitionId: 'd2' })];
      engine.open = [moved()];
    };
    beforeEach(async () => {
      await writer.write({ activities: [passage('a0', { taskId: null, activityType: 'startEvent', activityId: 'mulai', endTime: END }), passage('a1')], instances: [] });
      await world.database.tx(async (db) => {
        await db.update(TaskEntity, { id: 't1' }, { assigneeId: 'operator-1', assigneeName: 'Operator' });
        await db.insert(IncidentEntity, { id: 'macet', caseId: 'case-1', instanceId: 'root', elementId: 'menyampaikan', type: 'failedJob', message: '', configuration: null, createdAt: world.clock.now(), endedAt: null });
      });
      migrate();
    });

    /** All that must have followed. */
    const state = async () => {
      const { read } = world.database;
      const [entry, step, root, incident] = await Promise.all([read.findOneBy(ActivityEntity, { id: 'a0' }), read.findOneBy(ActivityEntity, { id: 'a1' }), read.findOneBy(InstanceEntity, { id: 'root' }), read.findOneBy(IncidentEntity, { id: 'macet' })]);
      return { row: await row(), task: await task(), entry, step, root, incident };
    };
    const followed = {
      row: { releaseId: 'rilis-2' },
      root: { definitionId: 'd2' },
      entry: { elementId: 'mulai', definitionId: 'd1' },
      step: { elementId: 'memeriksa', definitionId: 'd2' },
      // It is another role's now: whoever had taken it does not hold it back.
      task: { elementId: 'memeriksa', name: 'Memeriksa data', formKey: 'pemeriksaan', role: 'kasi', officeId: null, assigneeId: null, state: 'open' },
      incident: { elementId: 'memeriksa' },
    };

    it('takes the new diagram for what is open, and leaves what was passed on the old one', async () => {
      await writer.write({ activities: [moved()], instances: [] });
      expect(await state()).toMatchObject(followed);
      await build().write({ activities: [moved()], instances: [instance('root', { processDefinitionId: 'd2' })] });
      expect(await state()).toMatchObject(followed);
    });

    it('sees it by the instance where nothing of it is open', async () => {
      await writer.write({ activities: [], instances: [instance('root', { processDefinitionId: 'd2' })] });
      expect(await state()).toMatchObject(followed);
    });

    it('goes on from there when a slower node writes an older word', async () => {
      const slow = build();
      await writer.write({ activities: [moved()], instances: [] });
      await slow.write({ activities: [passage('a1')], instances: [] });
      expect(await state()).toMatchObject(followed);
    });
  });

  it('leaves instances of others on the same engine alone', async () => {
    engine.instances = [instance('foreign', { businessKey: 'theirs' })];
    await writer.write({ activities: [passage('a9', { processInstanceId: 'foreign' })], instances: [] });
    expect(await world.database.read.count(ActivityEntity)).toBe(0);
  });

  it('opens nothing again when a slower node writes an older word', async () => {
    const slow = build();
    await writer.write({ activities: [passage('a1', { endTime: END })], instances: [instance('root', { endTime: END, state: 'COMPLETED' })] });
    await slow.write({ activities: [passage('a1')], instances: [] });
    expect(await world.database.read.findOneByOrFail(ActivityEntity, { id: 'a1' })).toMatchObject({ endedAt: new Date('2026-03-02T03:05:00.000Z') });
    expect(await world.database.read.findOneByOrFail(InstanceEntity, { id: 'root' })).toMatchObject({ state: 'completed' });
    expect(await task()).toMatchObject({ state: 'completed' });
    expect(await row()).toMatchObject({ state: 'ended' });
  });

  it('comes back to what the engine could not show yet', async () => {
    engine.instances = [];
    await writer.write({ activities: [passage('a1')], instances: [] });
    engine.instances = [instance('root')];
    await writer.write({ activities: [passage('a1')], instances: [] });
    expect(await task()).not.toBeNull();
  });
});
