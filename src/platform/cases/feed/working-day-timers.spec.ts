import { caseRow, caseWorld, summaryOf, type CaseWorld } from '../../../../test/support/case-world.js';
import { EngineUnavailable, type EngineClient, type Job, type WorkingDays } from '../../../sdk/index.js';
import { CaseEntity, InstanceEntity } from '../entities/index.js';
import type { ReleaseFacts } from './release-facts.js';
import { WorkingDayTimers } from './working-day-timers.js';

const DAY = 86_400_000;
const job = (id: string, dueDate: string): Job => ({ id, jobDefinitionId: null, processInstanceId: 'p1', executionId: null, processDefinitionId: 'd1', dueDate, retries: 3, suspended: false, exceptionMessage: null, createTime: '2026-03-02T10:00:00.000+0700' });

describe('timers in working days', () => {
  let world: CaseWorld;
  let timers: WorkingDayTimers;
  let jobs: Record<string, Job[]>;
  let variables: Record<string, unknown>;
  let away: boolean;
  let set: [string, string][];

  const engine = {
    jobs: {
      jobs: ({ activityId }: { activityId: string }) => (away ? Promise.reject(new EngineUnavailable('away')) : Promise.resolve(jobs[activityId] ?? [])),
      setDueDate: (id: string, due: Date) => {
        set.push([id, due.toISOString()]);
        for (const list of Object.values(jobs)) for (const one of list) if (one.id === id) Object.assign(one, { dueDate: due.toISOString().replace('Z', '+0000') });
        return Promise.resolve();
      },
    },
    runtime: { variables: () => Promise.resolve(variables) },
  } as unknown as EngineClient;
  /** A calendar in which every other day is a holiday. */
  const workingDays = { add: (from: Date, days: number) => Promise.resolve(new Date(from.getTime() + 2 * days * DAY)) } as unknown as WorkingDays;
  const summary = summaryOf('prosedur', [{ id: 'pengingat', workingDays: { days: 7, before: 'batas' } }, { id: 'tunggu', workingDays: { days: 3, before: null } }, { id: 'biasa' }]);
  const facts = { ofDefinition: (id: string) => Promise.resolve(id === 'd1' ? { summary } : null) } as unknown as ReleaseFacts;
  const open = () => world.database.read.find(InstanceEntity);

  beforeEach(async () => {
    world = await caseWorld();
    timers = new WorkingDayTimers(engine, facts, workingDays, world.database, world.events);
    jobs = { pengingat: [job('j1', '2026-03-30T00:00:00.000+0000')], tunggu: [job('j2', '2026-03-05T10:00:00.000+0700')], biasa: [job('j3', '2026-03-30T00:00:00.000+0000')] };
    [variables, away, set] = [{ batas: '2026-03-30T00:00:00.000Z' }, false, []];
    await world.database.tx(async (db) => {
      await db.insert(CaseEntity, caseRow('c1', world.clock.now()));
      await db.insert(InstanceEntity, { id: 'p1', caseId: 'c1', parentId: null, definitionId: 'd1', processKey: 'prosedur', superElementId: null, state: 'active', startedAt: world.clock.now(), endedAt: null, variables: {}, officeId: null, label: null });
    });
  });
  afterEach(() => world.close());

  it('are set to so many days before the date, or after they were reached, and left alone when asked again', async () => {
    await timers.set(await open());
    expect(set).toEqual([['j1', '2026-03-16T00:00:00.000Z'], ['j2', '2026-03-08T03:00:00.000Z']]);
    await timers.set(await open());
    expect(set).toHaveLength(2);
  });

  it('follow the date when it is moved', async () => {
    await timers.set(await open());
    variables = { batas: '2026-04-10T00:00:00.000Z' };
    await timers.set(await open());
    expect(set.at(-1)).toEqual(['j1', '2026-03-27T00:00:00.000Z']);
  });

  it.each([[null], ['besok'], [undefined]])('stay at what the engine made of them where the date is %p', async (batas) => {
    variables = { batas };
    await timers.set(await open());
    expect(set.map(([id]) => id)).toEqual(['j2']);
  });

  it('are set when a case moves, and after the engine was away', async () => {
    away = true;
    await expect(timers.set(await open())).rejects.toThrow('away');
    away = false;
    timers.onApplicationBootstrap();
    world.events.emit('case.changed', { caseId: 'c1' });
    while (set.length < 2) await new Promise((done) => setImmediate(done));
    await timers.beforeApplicationShutdown();
    expect(set.map(([id]) => id)).toEqual(['j1', 'j2']);
  });
});
