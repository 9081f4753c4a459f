import { ExternalTask, Handlers, type Principal } from '../../src/sdk/index.js';
import { ActivityEntity, CommandEntity, InstanceEntity, MigratedInstances, Outbox, TaskEntity } from '../../src/platform/cases/index.js';
import { OrderView } from '../../src/platform/migration/orders/order-view.js';
import { Orders } from '../../src/platform/migration/orders/orders.service.js';
import { Previews, type Wanted } from '../../src/platform/migration/preview.service.js';
import { RunningCases } from '../../src/platform/migration/running-cases.js';
import { Moves } from '../../src/platform/operate/moves/moves.service.js';
import { ReleaseEntity } from '../../src/platform/releases/release.entity.js';
import { Completion, DraftEntity, TaskView } from '../../src/platform/tasks/index.js';
import { Claims } from '../../src/platform/tasks/claims.service.js';
import { TaskDrafts } from '../../src/platform/tasks/drafts.service.js';
import { migrationWorld, someone, type MigrationWorld } from '../support/migration-world.js';
import { FIRST, SECOND, THIRD } from './migration/procedure.js';

let release: () => void = () => undefined;
let gate: Promise<void> = Promise.resolve();

@Handlers()
class Work {
  @ExternalTask('uji.kerja', { title: 'Work', retries: [] })
  async work() {
    await gate;
  }

  @ExternalTask('uji.lain', { title: 'Other work', retries: [] })
  async other() {}
}

const ADMIN: Principal = someone('admin', ['admin']);
const KASI: Principal = someone('kasi', ['kasi']);
const RENAMED = [{ processKey: 'anak', from: 'isi', to: 'isi-baru' }];

describe('Running cases from one version to another, on a real engine', () => {
  let world: MigrationWorld;
  let first: string;
  let second: string;
  let third: string;

  beforeAll(async () => {
    world = await migrationWorld(Work);
    first = await world.publish(FIRST);
  }, 300_000);
  afterAll(() => world?.close(), 60_000);

  const preview = (from: string, wanted: Partial<Wanted> & { to: string }) => world.as(ADMIN, () => world.app.get(Previews).of(from, { caseIds: null, instructions: [], ...wanted }));
  const give = (from: string, wanted: Partial<Wanted> & { to: string; consent?: string | null }) => world.as(ADMIN, () => world.app.get(Orders).give(from, { caseIds: null, instructions: [], reason: 'Uji coba', consent: null, ...wanted }));
  const ended = async (id: string) => {
    await world.until(`order ${id}`, async () => (await world.app.get(OrderView).one(id)).state !== 'running');
    return world.app.get(OrderView).one(id);
  };
  const reasons = async (id: string) => (await world.app.get(OrderView).cases(id, { limit: 200 })).items.flatMap((item) => item.reasons.map(({ id: text }) => text));
  const complete = (task: TaskEntity, data: object) => world.as(KASI, () => world.app.get(Completion).complete(task.id, data));
  const detail = (task: TaskEntity) => world.as(KASI, () => world.app.get(TaskView).detail(task));
  const engineDefinitions = async (caseId: string) => {
    const instances = await world.database.read.findBy(InstanceEntity, { caseId, state: 'active' });
    return Promise.all(instances.map(async ({ id, definitionId }) => (await world.engine.client.runtime.processInstance(id)).definitionId === definitionId));
  };
  let drafted: string;
  let plain: string;

  it('shows per case what would be lost, and gives no order without consent to just that', async () => {
    drafted = await world.begin('izin', 'Berkonsep');
    plain = await world.begin('izin', 'Polos');
    const task = await world.task(drafted, 'periksa');
    await world.task(plain, 'periksa');
    await world.as(KASI, () => world.app.get(TaskDrafts).save(task.id, { catatan: 'Lengkap', alasan: 'Menurut aturan', jumlah: 'banyak' }, 0));
    second = await world.publish(SECOND);

    expect(await world.app.get(RunningCases).versions()).toMatchObject([{ version: 2, cases: 0, state: 'live' }, { version: 1, cases: 2, state: 'retired' }]);
    const { items } = await world.app.get(RunningCases).page(first, { limit: 50 });
    expect(items).toMatchObject([{ title: 'Berkonsep', procedureName: 'Izin', steps: ['Memeriksa'] }, { title: 'Polos' }]);

    const { verdicts, steps, lossHash } = await preview(first, { to: second });
    expect(steps).toMatchObject([{ processKey: 'izin', elementId: 'periksa', name: 'Memeriksa', to: { elementId: 'periksa', name: 'Memeriksa berkas' }, count: 2, choices: [], chosen: false, problem: null }]);
    expect(verdicts.map(({ refusals }) => refusals)).toEqual([[], []]);
    const losses = verdicts.map((verdict) => verdict.losses.map(({ text }) => text.id));
    expect(losses).toEqual([[expect.stringContaining('Batas waktu “Batas pemeriksaan”'), expect.stringContaining('isian “Alasan”'), expect.stringContaining('isian “Jumlah”')], [expect.stringContaining('Batas waktu “Batas pemeriksaan”')]]);

    await expect(give(first, { to: second })).rejects.toMatchObject({ code: 'consent-needed' });
    await expect(give(first, { to: second, consent: 'what was seen yesterday' })).rejects.toMatchObject({ code: 'preview-outdated' });
    // What is lost by one case is not agreed to by what was shown of the other.
    const one = await preview(first, { to: second, caseIds: [plain] });
    await expect(give(first, { to: second, consent: one.lossHash })).rejects.toMatchObject({ code: 'preview-outdated' });
    expect(lossHash).not.toBeNull();
    expect((await world.row(plain)).releaseId).toBe(first);
  });

  it('migrates them: the new form with what was typed before, and a note of what has no place in it', async () => {
    const { lossHash } = await preview(first, { to: second });
    const order = await ended((await give(first, { to: second, consent: lossHash })).id);
    expect(order).toMatchObject({ state: 'done', moved: 2, refused: 0, waiting: 0, fromVersion: 1, toVersion: 2, orderedByName: 'admin' });
    const of = world.app.get(OrderView);
    expect((await of.cases(order.id, { limit: 1 })).next).not.toBeNull();
    expect((await of.cases(order.id, { limit: 50, state: 'moved', losing: '1' })).items).toMatchObject([{ caseId: drafted, title: 'Berkonsep', losses: expect.arrayContaining([{ id: expect.stringContaining('Alasan'), en: expect.stringContaining('Grounds') }]) }, { caseId: plain }]);
    expect((await of.cases(order.id, { limit: 50, state: 'refused', losing: '1' })).items).toEqual([]);
    expect((await world.row(drafted)).releaseId).toBe(second);
    expect(await engineDefinitions(drafted)).toEqual([true]);
    const task = await world.task(drafted, 'periksa');
    expect(task).toMatchObject({ name: 'Memeriksa berkas', formKey: 'periksa', role: 'kasi' });
    const { form, data, leftovers, releaseId } = await detail(task);
    expect(releaseId).toBe(second);
    expect((form as unknown as { components: { label: string }[] }).components.map(({ label }) => label)).toEqual(['Catatan', 'Dasar hukum', 'Jumlah']);
    expect(data).toMatchObject({ catatan: 'Lengkap' });
    expect(leftovers).toEqual([{ label: 'Alasan', value: 'Menurut aturan', version: 1 }, { label: 'Jumlah', value: 'banyak', version: 1 }]);
    expect(await world.database.read.findOneBy(DraftEntity, { taskId: task.id })).toMatchObject({ data: { alasan: 'Menurut aturan' } });
    expect((await detail(await world.task(plain, 'periksa'))).leftovers).toEqual([]);
    // What was passed before is still told as it was then.
    expect((await world.database.read.findBy(ActivityEntity, { instanceId: task.instanceId })).filter(({ endedAt }) => endedAt !== null).map(({ definitionId }) => definitionId?.startsWith('izin:1'))).toEqual([true]);
  });

  it('goes on by the new diagram, which reads a variable that the old one did not have', async () => {
    const task = await world.task(plain, 'periksa');
    await complete(task, { catatan: 'Baik' });
    await world.task(plain, 'isi-baru');
    const other = await world.begin('izin', 'Ditolak');
    await complete(await world.task(other, 'periksa'), { dasar: 'ditolak' });
    await world.until('the end', async () => (await world.row(other)).state === 'ended');
    expect(await world.database.read.countBy(TaskEntity, { caseId: other })).toBe(1);
  });

  it('asks where a token goes whose step is gone, in a called part too, and takes only what fits', async () => {
    const [caseId] = (await beginOn(first, 1)) as [string];
    await complete(await world.task(caseId, 'periksa'), {});
    await world.task(caseId, 'isi');
    const wanted = { to: second, caseIds: [caseId] };
    const asked = await preview(first, wanted);
    expect(asked.steps).toMatchObject([{ processKey: 'anak', elementId: 'isi', to: null, choices: [{ elementId: 'isi-baru', name: 'Mengisi bagian lengkap' }] }, { elementId: 'panggil', to: { elementId: 'panggil' } }]);
    expect(asked.verdicts[0]?.refusals.map(({ text }) => text.id)).toEqual(['Langkah “Mengisi bagian” tidak ada lagi dalam versi tujuan. Pilih langkah penggantinya.']);
    const refused = await ended((await give(first, wanted)).id);
    expect(refused).toMatchObject({ moved: 0, refused: 1 });
    expect(await reasons(refused.id)).toEqual([expect.stringContaining('Pilih langkah penggantinya')]);
    expect(await world.row(caseId)).toMatchObject({ releaseId: first });

    const wrong = await preview(first, { ...wanted, instructions: [{ processKey: 'anak', from: 'isi', to: 'selesai' }] });
    expect(wrong.steps[0]).toMatchObject({ to: null, chosen: true, problem: { id: expect.stringContaining('berbeda jenis') } });

    const order = await ended((await give(first, { ...wanted, instructions: RENAMED })).id);
    expect(order).toMatchObject({ moved: 1, refused: 0 });
    const task = await world.task(caseId, 'isi-baru');
    expect(task.name).toBe('Mengisi bagian lengkap');
    expect(await engineDefinitions(caseId)).toEqual([true, true]);
    await complete(task, {});
    await world.task(caseId, 'setuju');
  });

  it('lets an automatic step that the other version does differently end first', async () => {
    third = await world.publish(THIRD);
    gate = new Promise((done) => (release = done));
    const [caseId] = (await beginOn(second, 1)) as [string];
    await complete(await world.task(caseId, 'periksa'), {});
    await complete(await world.task(caseId, 'isi-baru'), {});
    await world.until('it works', async () => (await world.engine.client.externalTasks.externalTasks({ topicName: 'uji.kerja', locked: true })).length === 1);
    const { verdicts } = await preview(second, { to: third, caseIds: [caseId] });
    expect(verdicts[0]?.refusals).toMatchObject([{ passing: true, text: { id: expect.stringContaining('“Menghitung” sedang berjalan') } }]);
    // To a version that does the same it goes at once, and is done there.
    const back = await beginOn(first, 1);
    expect(back).toHaveLength(1);
    const { id } = await give(second, { to: third, caseIds: [caseId] });
    await expect(give(second, { to: third })).rejects.toMatchObject({ code: 'migration-under-way' });
    await world.until('it was tried', async () => (await reasons(id)).length > 0);
    release();
    expect(await ended(id)).toMatchObject({ moved: 1, refused: 0 });
    expect((await world.row(caseId)).releaseId).toBe(third);
    await world.task(caseId, 'setuju');
  });

  it('takes a locked automatic step along to a version that does the same', async () => {
    gate = new Promise((done) => (release = done));
    const [caseId] = (await beginOn(first, 1)) as [string];
    await complete(await world.task(caseId, 'periksa'), {});
    await complete(await world.task(caseId, 'isi'), {});
    await world.until('it works', async () => (await world.engine.client.externalTasks.externalTasks({ topicName: 'uji.kerja', locked: true })).length === 1);
    expect(await ended((await give(first, { to: second, caseIds: [caseId] })).id)).toMatchObject({ moved: 1 });
    release();
    expect(await world.task(caseId, 'setuju')).toMatchObject({ name: 'Menyetujui' });
  });

  it('goes on where it was cut short after the engine had migrated, and loses nothing of what was typed', async () => {
    const [caseId] = (await beginOn(first, 1)) as [string];
    const task = await world.task(caseId, 'periksa');
    await world.as(KASI, () => world.app.get(TaskDrafts).save(task.id, { alasan: 'Jangan hilang' }, 0));
    const wanted = { to: second, caseIds: [caseId] };
    const { lossHash } = await preview(first, wanted);
    const cut = jest.spyOn(world.app.get(MigratedInstances), 'follow').mockRejectedValueOnce(new Error('killed'));
    const order = await ended((await give(first, { ...wanted, consent: lossHash })).id);
    cut.mockRestore();
    expect(order).toMatchObject({ moved: 1, refused: 0 });
    expect(await detail(await world.task(caseId, 'periksa'))).toMatchObject({ releaseId: second, leftovers: [{ label: 'Alasan', value: 'Jangan hilang' }] });
  });

  it('loses nothing that came after the preview', async () => {
    const [caseId] = (await beginOn(first, 1)) as [string];
    const task = await world.task(caseId, 'periksa');
    const wanted = { to: second, caseIds: [caseId] };
    const { lossHash } = await preview(first, wanted);
    await world.as(KASI, () => world.app.get(TaskDrafts).save(task.id, { alasan: 'Baru' }, 0));
    await expect(give(first, { ...wanted, consent: lossHash })).rejects.toMatchObject({ code: 'preview-outdated' });
  });

  it('is stopped: what is there stays, the rest does not go', async () => {
    const ids = await beginOn(first, 60);
    await Promise.all(ids.map((id) => world.task(id, 'periksa')));
    const wanted = { to: second, caseIds: ids };
    const { lossHash } = await preview(first, wanted);
    const { id } = await give(first, { ...wanted, consent: lossHash });
    await world.until('some are there', async () => (await world.app.get(OrderView).one(id)).moved > 0);
    await world.as(ADMIN, () => world.app.get(Orders).cancel(id));
    await world.until('what was begun is over', async () => (await world.app.get(OrderView).one(id)).waiting === 0);
    const there = async () => (await Promise.all(ids.map((caseId) => world.row(caseId)))).filter(({ releaseId }) => releaseId === second).length;
    // Those that the engine had been asked to migrate are written down a moment later.
    await world.until('all that went are written down', async () => (await there()) === (await world.app.get(OrderView).one(id)).moved);
    const order = await world.app.get(OrderView).one(id);
    expect(order).toMatchObject({ state: 'cancelled' });
    expect(order.moved + order.cancelled).toBe(60);
    expect(order.cancelled).toBeGreaterThan(0);
    expect(await there()).toBe(order.moved);
    await expect(world.as(ADMIN, () => world.app.get(Orders).cancel(id))).rejects.toMatchObject({ code: 'migration-over' });
    await expect(world.as(ADMIN, () => world.app.get(Orders).cancel('unknown'))).rejects.toMatchObject({ status: 404 });
  });

  it('says what cannot be ordered at all', async () => {
    await expect(preview(first, { to: first })).rejects.toMatchObject({ code: 'same-version' });
    await expect(preview(first, { to: 'unknown' })).rejects.toMatchObject({ status: 404 });
    await expect(preview(first, { to: second, caseIds: [plain] })).rejects.toMatchObject({ code: 'nothing-to-migrate' });
    const failed = { ...(await world.database.read.findOneByOrFail(ReleaseEntity, { id: third })), id: 'gagal', version: 99, state: 'failed' as const };
    await world.database.tx((db) => db.insert(ReleaseEntity, failed));
    await expect(preview(first, { to: 'gagal' })).rejects.toMatchObject({ code: 'version-not-published' });
    await expect(world.app.get(RunningCases).page('unknown', { limit: 1 })).rejects.toMatchObject({ status: 404 });
    await expect(world.app.get(OrderView).one('unknown')).rejects.toMatchObject({ status: 404 });
  });

  it('takes a token to another step, tells before what comes of it, and is not moved by what was read too early', async () => {
    const [id = ''] = await beginOn(first, 1);
    const task = await world.task(id, 'periksa');
    const moves = world.app.get(Moves);
    const [place] = await moves.places(id);
    expect(place).toMatchObject({ elementId: 'periksa', name: 'Memeriksa', why: null, targets: [{ elementId: 'periksa' }, { elementId: 'panggil' }, { elementId: 'kerja' }, { elementId: 'setuju' }] });
    const activity = place?.activityId ?? '';
    const to = 'setuju';
    const { sentences, hash } = await moves.preview(id, { activity, to });
    expect(sentences.map(({ en }) => en)).toEqual([
      '“Memeriksa” ends now without being finished, and “Menyetujui” begins.',
      'No longer waited for: Batas pemeriksaan.',
      'Possibly skipped: Bagian, Menghitung. What would be filled in there stays empty.',
      'What was filled in, and letters and mails that were sent, stay; nothing is taken back.',
    ]);
    const move = (seen: string, target = to) => world.as(ADMIN, () => moves.move(id, { activity, to: target, reason: 'Sudah diperiksa di luar', seen }));
    await world.as(KASI, () => world.app.get(Claims).claim(task.id));
    await expect(move(hash)).rejects.toMatchObject({ code: 'move-outdated', status: 409 });
    await expect(move(hash, 'mulai')).rejects.toMatchObject({ code: 'no-target', status: 422 });
    const again = await moves.preview(id, { activity, to });
    expect(again.sentences[1]?.en).toBe('The task is with kasi and disappears from their list.');
    expect(await move(again.hash)).toEqual({ state: 'done' });
    expect(await world.task(id, 'setuju')).toMatchObject({ name: 'Menyetujui', role: 'kasi' });
    expect(await world.database.read.findOneByOrFail(TaskEntity, { id: task.id })).toMatchObject({ state: 'cancelled' });
    await expect(move(again.hash)).rejects.toMatchObject({ status: 404 });
    const late = async (key: string) => {
      const command = await world.app.get(Outbox).enqueue({ key, caseId: id, kind: 'move', payload: { instanceId: task.instanceId, activityId: activity, to, reason: 'Terlambat' } });
      const state = async () => (await world.database.read.findOneByOrFail(CommandEntity, { id: command })).state;
      await world.until('settled', async () => (await state()) !== 'pending');
      return state();
    };
    expect(await late('move:late')).toBe('conflict');
    const [entry] = await world.database.read.query(`SELECT "userName", detail FROM audit_entries WHERE action = 'case.step-moved' AND "caseId" = '${id}'`) as { detail: string }[];
    expect(JSON.parse(entry?.detail ?? '{}')).toMatchObject({ from: 'periksa', to: 'setuju', reason: 'Sudah diperiksa di luar' });
    await complete(await world.task(id, 'setuju'), { paraf: 'a' });
    await world.until('ended', async () => (await world.row(id)).state === 'ended');
    expect(await late('move:too-late')).toBe('conflict');
  });

  it('waits for an engine that is away, and says so in the preview', async () => {
    const ids = await beginOn(second, 3);
    await Promise.all(ids.map((id) => world.task(id, 'periksa')));
    const away = world.engine.killAndRestart();
    await expect(preview(second, { to: first, caseIds: ids })).rejects.toMatchObject({ code: 'engine-away', status: 503 });
    await away;
    const order = await give(second, { to: first, caseIds: ids });
    expect(await ended(order.id)).toMatchObject({ moved: 3 });
    expect(await world.task(ids[0] as string, 'periksa')).toMatchObject({ name: 'Memeriksa' });
  });

  /** Cases on a version that need not be the newest: it is made the one in force for a moment. */
  async function beginOn(releaseId: string, count: number): Promise<string[]> {
    const live = await world.database.read.findOneByOrFail(ReleaseEntity, { state: 'live' });
    const inForce = (id: string) => world.database.tx(async (db) => {
      await db.update(ReleaseEntity, { state: 'live' }, { state: 'retired' });
      await db.update(ReleaseEntity, { id }, { state: 'live' });
    });
    await inForce(releaseId);
    const ids: string[] = [];
    for (let index = 0; index < count; index += 1) ids.push(await world.begin('izin', `Proses ${index}`));
    await inForce(live.id);
    return ids;
  }
});
