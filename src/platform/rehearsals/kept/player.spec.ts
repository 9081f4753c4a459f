import { CaseEntity, CommandEntity, Feed, IncidentEntity, InstanceEntity, ReleaseFacts, TaskEntity } from '../../cases/index.js';
import { Database } from '../../kernel/index.js';
import { Starting, TaskForms } from '../../tasks/index.js';
import type { OpenRehearsal } from '../rehearsal.js';
import type { RehearsalTime } from '../rehearsal-time.js';
import { TestFailed } from './failures.js';
import { Ids } from './ids.js';
import { KeptPlayer } from './player.js';
import type { Act, Ending, KeptScript, StartAct, TaskAct } from './script.js';
import type { StageAnswer, StageDoor } from './stage-door.js';

type Row = Record<string, unknown>;
interface World {
  tasks: Row[];
  cases: Row[];
  incidents: Row[];
  people: Row[];
  answers: Record<string, StageAnswer>;
}

const FILE = '11111111-1111-4111-8111-111111111111';
const CASE = '22222222-2222-4222-8222-222222222222';
const yes: StageAnswer = { ok: true, why: '', body: { id: FILE } };
const kasi = { id: 'u1', username: 'kasi', name: 'Siti', roles: ['kasi'], permissions: new Set<string>(), officeId: null };
const task = { id: 't1', caseId: CASE, instanceId: 'i1', elementId: 'periksa', name: 'Memeriksa', role: 'kasi', recordedBy: null, assigneeId: null, officeId: null, state: 'open' };
const ended: Ending = { cases: [{ id: CASE, title: 'Cuti', state: 'ended' }], tasks: [], incidents: 0 };
const checking: TaskAct = { do: 'task', by: 'kasi', role: 'kasi', caseId: CASE, taskId: 't0', instanceId: 'i0', elementId: 'periksa', name: 'Memeriksa', about: null, shown: {}, data: { catatan: 'ya' } };
const asking: StartAct = { do: 'start', by: 'kasi', procedure: 'cuti', title: 'Cuti', caseId: CASE, shown: {}, data: {} };

/** The stage as its tables and services would answer: one person, one task, one case that is over. */
async function again(acts: readonly Act[], change: Partial<World> = {}, script: Partial<KeptScript> = {}): Promise<void> {
  const world: World = { tasks: [task], cases: [{ id: CASE, title: 'Cuti', state: 'ended' }], incidents: [], people: [kasi], answers: {}, ...change };
  const rows = new Map<unknown, Row[]>([[TaskEntity, world.tasks], [CaseEntity, world.cases], [IncidentEntity, world.incidents], [InstanceEntity, [{ id: 'i1', label: null, definitionId: 'd' }]]]);
  // The task that is done is over by the end.
  let asked = false;
  const read = {
    find: async (entity: unknown) => (entity === TaskEntity && asked ? [] : (rows.get(entity) ?? [])),
    findOneBy: async (entity: unknown, { id }: { id: string }) => (rows.get(entity) ?? []).find((row) => row['id'] === id) ?? null,
    existsBy: async (entity: unknown) => entity === CommandEntity && false,
    count: async (entity: unknown) => (rows.get(entity) ?? []).length,
  };
  const parts = new Map<unknown, unknown>([
    [Database, { read }],
    [Feed, { sync: async () => undefined }],
    [ReleaseFacts, { element: async () => null }],
    [Starting, { form: async () => ({ data: {} }) }],
    [TaskForms, { of: async () => ({ context: {} }), initial: () => ({}) }],
  ]);
  const play = {
    part: (type: unknown) => parts.get(type),
    people: async () => world.people.map((principal) => ({ principal, office: null })),
    as: (_by: string, work: (principal: unknown) => Promise<unknown>) => work(kasi),
    stage: { engine: { jobs: { jobs: async () => [] }, externalTasks: { externalTasks: async () => [] } } },
  };
  const door = {
    ask: async (_by: string, _method: string, path: string) => {
      asked ||= path.endsWith('/complete');
      return world.answers[path] ?? yes;
    },
  };
  const time = { timers: async () => [], place: async () => ({}), fire: async () => undefined };
  await new KeptPlayer({
    play: play as unknown as OpenRehearsal,
    door: door as unknown as StageDoor,
    time: time as unknown as RehearsalTime,
    script: { startsAt: '2026-01-01T00:00:00.000Z', acts, steps: [], files: [], ending: ended, ...script },
    ids: new Ids(),
    contentOf: async () => Buffer.from('isi'),
    told: () => undefined,
    signal: AbortSignal.timeout(20_000),
  }).run();
}

const failure = async (run: Promise<void>): Promise<string> => {
  const error = await run.then(() => null, (reason: unknown) => reason);
  if (!(error instanceof TestFailed)) throw error instanceof Error ? error : new Error('It went as it went');
  expect(error.text.id).not.toBe(error.text.en);
  return error.text.en;
};

describe('a kept rehearsal that is done again', () => {
  it('passes where everything goes as it went', async () => {
    await expect(again([asking, checking])).resolves.toBeUndefined();
  });

  it.each<[string, readonly Act[], Partial<World>, string]>([
    ['who started it has left', [asking], { people: [] }, 'Nobody with the user name “kasi” is there and active any more. Rehearse again with somebody else, and keep that.'],
    ['nobody has the role any more', [checking], { people: [{ ...kasi, roles: ['staf'] }] }, 'There is nobody who can do “Memeriksa”.'],
    ['the step is not reached', [checking], { tasks: [] }, '“Memeriksa” waits for nobody. What waits: nothing.'],
    ['the answer is refused', [checking], { answers: { '/api/tasks/t1/complete': { ok: false, why: 'Catatan wajib diisi.', body: null } } }, '“Memeriksa” by Siti was refused: Catatan wajib diisi.'],
    ['the timer is gone', [{ do: 'timer', elementId: 'tunggu', name: 'Menunggu', about: 'Padi' }], {}, 'The timer “Menunggu” (Padi) is not there.'],
    ['a step fails that did not', [checking], { incidents: [{ message: 'Surat tidak terkirim' }] }, 'A step has failed: Surat tidak terkirim'],
    ['the case ends otherwise', [checking], { cases: [{ id: CASE, title: 'Cuti', state: 'running' }] }, 'In the end the process “Cuti” was done; now it is running.'],
    ['the case is not there', [checking], { cases: [] }, 'In the end the process “Cuti” was done; now it is not there.'],
  ])('fails with a sentence where %s', async (_why, acts, change, sentence) => {
    expect(await failure(again(acts, change))).toBe(sentence);
  });

  it('fails where something else waits in the end', async () => {
    const places = [{ elementId: 'arsip', name: 'Mengarsipkan', about: null }];
    expect(await failure(again([checking], {}, { ending: { ...ended, tasks: places } }))).toBe('In the end these waited: “Mengarsipkan”; now: nothing.');
  });

  it('fails where a file is not let in any more', async () => {
    const files = [{ id: FILE, name: 'surat.pdf', keptId: 'k1' }];
    const refused = { '/api/files': { ok: false, why: '', body: null } };
    expect(await failure(again([{ ...checking, data: { berkas: FILE } }], { answers: refused }, { files }))).toBe('The file “surat.pdf” could not be uploaded again.');
  });
});
