import { diagramOf, END, flows, formOf, START, userTask, work } from '../../../../test/support/paper.js';
import { operateWorld, type OperateWorld } from '../../../../test/support/operate-world.js';
import { HeavyReads } from '../../kernel/index.js';
import { DrawnDiagrams } from './drawn-diagrams.service.js';
import { OverviewService } from './overview.service.js';
import { ProcedureList } from './procedure-list.service.js';
import { SearchFields } from './search-fields.service.js';

const OLD = [diagramOf('uji', START + userTask('periksa', 'periksa') + userTask('paraf') + END + flows(['mulai', 'periksa'], ['periksa', 'paraf'], ['paraf', 'selesai'])), formOf('periksa', 'lama')];
const NEW = [diagramOf('uji', START + userTask('periksa', 'periksa') + work('hitung') + END + flows(['mulai', 'periksa'], ['periksa', 'hitung'], ['hitung', 'selesai'])), formOf('periksa', 'nomor'), formOf('lain', 'tidak')];
const HOURS = 3_600;

describe('all cases of a procedure at once', () => {
  let world: OperateWorld;
  let overview: OverviewService;
  let reads: HeavyReads;
  let procedures: ProcedureList;

  beforeAll(async () => {
    world = await operateWorld();
    const { database, clock, releases, facts, offices } = world;
    reads = new HeavyReads(database);
    const drawn = new DrawnDiagrams(releases, database);
    overview = new OverviewService(reads, clock, drawn, facts, { all: () => Promise.resolve(new Map([['kasi', { id: 'Kepala Seksi', en: 'Head of section' }]])) }, offices, new SearchFields(releases));
    procedures = new ProcedureList(database, releases, drawn);
    await world.release('r1', 1, 'retired', OLD);
    await world.release('r2', 2, 'live', NEW);
    // Ten were examined, for 1 to 10 hours each, the last two too late; one long before the period.
    for (let hours = 1; hours <= 10; hours++) {
      await world.tell(`k${hours}`, { release: 'r2', row: { state: 'ended', endedAt: world.ago(20), startedAt: world.ago(50) }, passed: [{ element: 'periksa', from: 30, to: 30 - hours, task: { dueAt: world.ago(30 - 8), officeId: hours > 5 ? 'office-dinkes' : null } }] });
    }
    await world.tell('dahulu', { release: 'r1', row: { state: 'ended', endedAt: world.ago(2_400) }, passed: [{ element: 'periksa', from: 3_000, to: 2_500 }] });
    await world.tell('batal', { release: 'r2', row: { state: 'cancelled', endedAt: world.ago(5) }, passed: [{ element: 'periksa', from: 30, to: 5, canceled: true }] });
    await world.tell('jalan', { release: 'r2', row: { startedAt: world.ago(24 * 40) }, passed: [{ element: 'periksa', from: 4, to: null, task: { dueAt: world.ago(1) } }] });
    await world.tell('tersangkut', { release: 'r2', row: { startedAt: world.ago(3) }, passed: [{ element: 'hitung', from: 2, to: null, type: 'serviceTask' }, { element: 'lama#multiInstanceBody', from: 2, to: null, type: 'multiInstanceBody' }] });
    await world.tell('lama', { release: 'r1', row: { startedAt: world.ago(24 * 200), state: 'starting' }, passed: [{ element: 'paraf', from: 6, to: null }] });
    await world.incident('i1', 'tersangkut');
    await world.incident('i2', 'tersangkut', { endedAt: world.ago(0) });
  });
  afterAll(async () => {
    await reads.onModuleDestroy();
    await world.close();
  });

  it('are counted by state and age', async () => {
    const { cases, onTime, late, overdue } = await overview.of({ procedure: 'uji', days: '90' });
    expect(cases).toEqual({ running: 3, ended: 10, cancelled: 1, troubled: 1, ages: [{ upTo: 7, count: 1 }, { upTo: 30, count: 0 }, { upTo: 90, count: 1 }, { upTo: null, count: 1 }] });
    expect([onTime, late, overdue]).toEqual([8, 2, 1]);
    expect((await overview.of({ procedure: 'uji', days: 'all' })).cases.ended).toBe(11);
  });

  it('tell how long each step takes and what waits there, where it hangs most first', async () => {
    const { steps } = await overview.of({ procedure: 'uji', days: '90' });
    expect(steps.map(({ elementId, name, drawn }) => [elementId, name, drawn])).toEqual([['paraf', 'PARAF', false], ['periksa', 'PERIKSA', true], ['hitung', 'HITUNG', true]]);
    const [, examined, counted] = steps;
    expect(examined?.done).toEqual({ count: 10, median: 5 * HOURS, most: 9 * HOURS, total: 55 * HOURS });
    expect(examined?.waiting).toEqual({ count: 1, median: 4 * HOURS, most: 4 * HOURS, total: 4 * HOURS });
    expect(counted).toMatchObject({ done: null, incidents: 1, waiting: { count: 1 } });
    expect((await overview.of({ procedure: 'uji', days: 'all' })).steps[1]?.done?.count).toBe(11);
  });

  it('tell it of roles and offices too', async () => {
    const { roles, offices } = await overview.of({ procedure: 'uji', days: '90' });
    expect(roles).toMatchObject([{ role: 'kasi', title: { id: 'Kepala Seksi' }, done: { count: 10 }, waiting: { count: 2 }, onTime: 8, late: 2, overdue: 1 }]);
    expect(offices.map(({ name, done, late }) => [name, done?.count, done?.median, late])).toEqual([[null, 5, 3 * HOURS, 0], ['dinkes', 5, 8 * HOURS, 2]]);
  });

  it('are drawn on the diagram in force, and searched by the fields of its forms', async () => {
    const { diagrams, fields } = await overview.of({ procedure: 'uji', days: '90' });
    expect(diagrams.map(({ processKey, version, name }) => [processKey, version, name])).toEqual([['uji', 2, 'Uji uji']]);
    expect(fields).toEqual([{ name: 'nomor', label: { id: 'Isian nomor', en: 'Isian nomor' } }]);
    await expect(overview.of({ procedure: 'tidak-ada', days: '90' })).rejects.toMatchObject({ status: 404 });
  });

  it('are of the procedures that run or may be started', async () => {
    expect(await procedures.all()).toEqual([{ key: 'uji', name: 'Uji uji', cases: 15, running: 3 }]);
  });

  it('stay to be seen when the procedure is no longer in force', async () => {
    await world.release('r3', 3, 'failed', []);
    await world.database.tx((db) => db.query("UPDATE releases SET state = 'retired' WHERE id = 'r2'"));
    const { diagrams, steps } = await overview.of({ procedure: 'uji', days: '90' });
    expect(diagrams.map(({ version }) => version)).toEqual([2]);
    expect(steps).toHaveLength(3);
  });
});
