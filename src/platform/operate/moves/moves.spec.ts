import { diagramOf, END, flows, START, userTask, work } from '../../../../test/support/paper.js';
import { operateWorld, type OperateWorld } from '../../../../test/support/operate-world.js';
import { person } from '../../../../test/support/case-world.js';
import { CommandEntity, TaskEntity, type Deliverer, type Feed, type Outbox } from '../../cases/index.js';
import { DraftEntity } from '../../tasks/index.js';
import { Moves } from './moves.service.js';
import { CaseStanding } from './standing.service.js';

const LOOP = '<bpmn:multiInstanceLoopCharacteristics camunda:collection="daftar" camunda:elementVariable="satu" />';
const CALL = '<bpmn:callActivity id="panggil" name="Bagian" calledElement="anak" />';
const INNER = `<bpmn:subProcess id="kotak" name="Kotak">${userTask('dalam')}</bpmn:subProcess>`;
const DIAGRAM = diagramOf('uji', START + userTask('periksa') + CALL + work('hitung') + userTask('bagi', '', LOOP) + INNER + userTask('paraf') + END + flows(['mulai', 'periksa'], ['periksa', 'panggil'], ['panggil', 'hitung'], ['hitung', 'bagi'], ['bagi', 'kotak'], ['kotak', 'paraf'], ['paraf', 'selesai']));

describe('a token that is put at another step', () => {
  let world: OperateWorld;
  let moves: Moves;
  /** How the engine takes the next command. */
  let outcome: CommandEntity['state'];
  let given: unknown[];

  beforeEach(async () => {
    world = await operateWorld();
    outcome = 'done';
    given = [];
    const { database, releases, facts, audit, clock } = world;
    const outbox = {
      enqueue: async (command: { key: string; caseId: string; kind: 'move'; payload: never }) => {
        given.push(command.payload);
        await database.tx((db) => db.insert(CommandEntity, { ...command, id: 'm', state: outcome, attempts: 1, refusals: 0, nextAt: clock.now(), leaseOwner: null, leaseUntil: null, error: null, createdAt: clock.now(), doneAt: null, correlationId: null }));
        return 'm';
      },
    } as unknown as Outbox;
    moves = new Moves(new CaseStanding(database, releases, facts), database, outbox, { settled: () => Promise.resolve() } as unknown as Deliverer, { sync: () => Promise.resolve() } as unknown as Feed, audit);
    world.asker.principal = person('admin', ['admin']);
    await world.release('r1', 1, 'live', [DIAGRAM]);
  });
  afterEach(() => world.close());

  const stand = (element: string, type = 'userTask', task: Partial<TaskEntity> = {}) => world.tell('k', { passed: [{ element, from: 2, type, task }, { element: 'bagi#multiInstanceBody', from: 2, type: 'multiInstanceBody' }] });
  const activity = async () => (await moves.places('k'))[0]?.activityId ?? '';
  const told = async (to: string) => (await moves.preview('k', { activity: await activity(), to })).sentences.map(({ id }) => id);
  const move = async (to: string) => {
    const at = await activity();
    return moves.move('k', { activity: at, to, reason: 'Salah langkah', seen: (await moves.preview('k', { activity: at, to })).hash });
  };

  it('is offered the steps of its own scope, and goes with its reason', async () => {
    await stand('periksa');
    expect(await moves.places('k')).toMatchObject([{ name: 'PERIKSA', processName: 'Uji uji', why: null, targets: [{ elementId: 'periksa' }, { elementId: 'panggil' }, { elementId: 'hitung' }, { elementId: 'paraf' }] }]);
    expect(await move('paraf')).toEqual({ state: 'done' });
    expect(given).toEqual([{ instanceId: 'instance-k', activityId: 'periksa:k-0', to: 'paraf', reason: 'Salah langkah' }]);
    expect(world.audit.entries).toMatchObject([{ action: 'case.step-moved', caseId: 'k', detail: { from: 'periksa', to: 'paraf', reason: 'Salah langkah' } }]);
  });

  it('tells who loses a task, what was typed, which fault is closed, and what is done again', async () => {
    await stand('periksa', 'userTask', { assigneeName: 'Sari' });
    await world.database.tx((db) => db.insert(DraftEntity, { taskId: 'k-0', data: {}, version: 1, userId: 'u', savedAt: world.clock.now() }));
    await world.incident('i', 'k', { elementId: 'periksa' });
    expect((await told('hitung')).slice(1, -1)).toEqual([
      'Tugas ini sedang dipegang Sari dan hilang dari daftarnya.',
      'Yang sudah diketik di formulirnya tetapi belum dikirim tidak terpakai.',
      'Kendala pada langkah ini ditutup.',
      'Mungkin terlewati: Bagian. Isian yang seharusnya diisi di sana tetap kosong.',
    ]);
  });

  it('tells that a called part stops, and what comes again on the way', async () => {
    await stand('panggil', 'callActivity');
    expect((await told('periksa'))[1]).toBe('Bagian proses yang dijalankan langkah ini dihentikan, dengan semua tugas di dalamnya.');
    await world.database.tx((db) => db.query(`UPDATE case_activities SET "elementId" = 'paraf', type = 'userTask' WHERE "elementId" = 'panggil'`));
    expect((await told('hitung'))[1]).toBe('Dikerjakan lagi setelahnya: BAGI.');
  });

  it.each([
    ['dalam', {}, 'Langkah ini ada di dalam bagian diagram, sehingga tidak dapat dipindahkan sendiri.'],
    ['bagi', {}, 'Langkah ini dikerjakan beberapa kali sekaligus, sehingga tidak dapat dipindahkan sendiri.'],
    ['periksa', { state: 'completing' as const }, 'Tugas ini baru saja dikirim dan sedang diteruskan. Tunggu sebentar.'],
  ])('stays where it cannot be moved by itself: %s', async (element, task, why) => {
    await stand(element, 'userTask', task);
    expect(await moves.places('k')).toMatchObject([{ why: { id: why }, targets: [] }]);
    await expect(move('paraf')).rejects.toMatchObject({ code: 'not-movable', text: { id: why } });
    expect(given).toEqual([]);
  });

  it.each([
    ['conflict', { code: 'token-gone', status: 409 }],
    ['failed', { code: 'move-refused', status: 409 }],
  ] as const)('says so where the engine answers %s', async (state, problem) => {
    await stand('periksa');
    outcome = state;
    await expect(move('paraf')).rejects.toMatchObject(problem);
  });

  it('waits for an engine that is away', async () => {
    await stand('periksa');
    outcome = 'pending';
    expect(await move('paraf')).toEqual({ state: 'waiting' });
  });

  it('is nobody else’s target, and nothing where it has gone', async () => {
    await stand('periksa');
    for (const to of ['mulai', 'bagi', 'dalam', 'tidak-ada']) await expect(move(to)).rejects.toMatchObject({ code: 'no-target', status: 422 });
    await expect(moves.preview('k', { activity: 'lain', to: 'paraf' })).rejects.toMatchObject({ status: 404 });
    await expect(moves.move('k', { activity: await activity(), to: 'paraf', reason: 'x', seen: 'basi' })).rejects.toMatchObject({ code: 'move-outdated' });
    expect([given, world.audit.entries]).toEqual([[], []]);
  });
});
