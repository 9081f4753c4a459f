import { setTimeout as sleep } from 'node:timers/promises';
import { startProduct, type Product } from '../support/app.js';
import { Person } from '../support/people.js';
import { openRecords, type Records } from '../support/records.js';
import { randomFrom } from '../support/random.js';

const number = (name: string, fallback: number): number => Number(process.env[name] ?? fallback);
/** The whole measure is MIGRATED=1000; what is asked of every run is less, because most of its time goes into starting them. */
const CASES = number('MIGRATED', 100);
const KILLS = number('MIGRATION_KILLS', 2);
const SEED = number('SEED', Math.floor(Math.random() * 2 ** 31));
const LIMIT = 120_000 + CASES * 1_000;
/** Every such case has something typed that the new form has no place for. */
const EVERY = 10;

const diagram = (name: string) => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="definisi-pindah" targetNamespace="https://tertib.id/bpmn">
  <bpmn:process id="pindah" name="Pindah" isExecutable="true" camunda:candidateStarterGroups="kadis">
    <bpmn:startEvent id="mulai"><bpmn:outgoing>a</bpmn:outgoing></bpmn:startEvent><bpmn:sequenceFlow id="a" sourceRef="mulai" targetRef="periksa" />
    <bpmn:userTask id="periksa" name="${name}" camunda:formKey="pindah" camunda:candidateGroups="kadis"><bpmn:incoming>a</bpmn:incoming><bpmn:outgoing>b</bpmn:outgoing></bpmn:userTask><bpmn:sequenceFlow id="b" sourceRef="periksa" targetRef="selesai" />
    <bpmn:endEvent id="selesai"><bpmn:incoming>b</bpmn:incoming></bpmn:endEvent>
  </bpmn:process>
</bpmn:definitions>`;
const form = (...fields: string[]) => JSON.stringify({ key: 'pindah', title: { id: 'Pindah', en: 'Move' }, display: 'form', components: fields.map((key) => ({ key, type: 'textfield', label: key, input: true })) });

/** The app is killed with -9 while it migrates; every case comes out right, and nothing that was typed is lost. */
describe(`${CASES} cases migrated, ${KILLS} kills of the app in the middle (SEED=${SEED})`, () => {
  let product: Product;
  let records: Records;
  let admin: Person;
  let head: Person;
  let orderId: string;
  let kills = 0;
  const ids: string[] = [];
  const drafted: string[] = [];

  const signIn = (role: string) => Person.signIn(product.url, product.accounts.find((account) => account.role === role) ?? { username: role, password: '' });
  const version = async (note: string, name: string, ...fields: string[]) => {
    const put = async (path: string, content: string) => {
      const now = await admin.send('GET', `/api/drafts/${path}`);
      const etag = (now.json as { etag?: string }).etag;
      const answer = await admin.send('PUT', `/api/drafts/${path}`, { content }, now.status === 200 && etag ? { 'if-match': etag } : {});
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.bytes.toString().slice(0, 500)}`);
    };
    await put('forms/pindah', form(...fields));
    await put('diagrams/pindah', diagram(name));
    return admin.post<{ id: string }>('/api/drafts/publish', { note });
  };
  const states = async () => Object.fromEntries((await records.query<{ state: string; n: number }>('SELECT state, COUNT(*) AS n FROM migration_cases WHERE "orderId" = ? GROUP BY state', [orderId])).map(({ state, n }) => [state, Number(n)]));

  beforeAll(async () => {
    product = await startProduct({ demo: true });
    records = await openRecords(product);
    admin = await signIn('admin');
    head = await signIn('kadis');
    const { id: from } = await version('Pertama', 'Memeriksa', 'catatan', 'alasan');
    for (let begun = 0; begun < CASES; begun += 8) ids.push(...(await Promise.all(Array.from({ length: Math.min(8, CASES - begun) }, () => head.start('pindah', {})))));
    for (const caseId of ids.filter((_, index) => index % EVERY === 0)) {
      const task = await head.waitForTask((one) => one.caseId === caseId, 60_000);
      await head.claim(task.id);
      await head.put(`/api/tasks/${task.id}/draft`, { data: { catatan: `catatan ${caseId}`, alasan: `alasan ${caseId}` }, version: 0 });
      drafted.push(task.id);
    }
    while (Number((await records.query(`SELECT COUNT(*) AS n FROM tasks WHERE "formKey" = 'pindah' AND state = 'open'`))[0]?.['n']) < CASES) await sleep(200);
    const { id: to } = await version('Kedua', 'Memeriksa berkas', 'catatan', 'dasar');

    const began = Date.now();
    const wanted = { to, caseIds: null, instructions: [] };
    const { lossHash, going } = await admin.post<{ lossHash: string; going: number }>(`/api/releases/${from}/migration-preview`, wanted);
    if (going !== CASES) throw new Error(`Only ${going} of ${CASES} could go`);
    ({ id: orderId } = await admin.post<{ id: string }>(`/api/releases/${from}/migrations`, { ...wanted, reason: 'Uji kill', consent: lossHash }));
    const random = randomFrom(SEED);
    for (;;) {
      const { waiting = 0, moved = 0 } = await states();
      if (waiting === 0) break;
      // Spread over the whole order, each at a random moment within what a case takes.
      if (kills < KILLS && moved >= (CASES * (kills + 1)) / (KILLS + 2)) {
        await sleep(random() * 150);
        await product.killApp();
        kills += 1;
        await product.startApp();
      }
      await sleep(20);
    }
    while ((await records.query<{ state: string }>('SELECT state FROM migration_orders WHERE id = ?', [orderId]))[0]?.state === 'running') await sleep(50);
    console.info(`SEED=${SEED}: ${CASES} cases, ${kills} kills, ${((Date.now() - began) / 1_000).toFixed(0)} s from the preview to the end`);
    head = await signIn('kadis');
  }, LIMIT);

  afterAll(async () => {
    await records?.close();
    await product?.stop();
  }, 60_000);

  it('was killed while some were there and some were not', () => {
    expect(kills).toBe(KILLS);
  });

  it('has moved every one of them, once', async () => {
    expect(await states()).toEqual({ moved: CASES });
    const audited = await records.query<{ caseId: string; n: number }>(`SELECT "caseId", COUNT(*) AS n FROM audit_entries WHERE action = 'case.migrated' GROUP BY "caseId"`);
    expect(audited.filter(({ n }) => Number(n) !== 1)).toEqual([]);
    expect(audited).toHaveLength(CASES);
  });

  it('knows each on the version that the engine has it on', async () => {
    const rows = await records.query<{ id: string; definitionId: string }>(`SELECT i.id, i."definitionId" FROM case_instances i JOIN cases c ON c.id = i."caseId" JOIN migration_orders o ON o."toReleaseId" = c."releaseId" WHERE o.id = ?`, [orderId]);
    expect(rows).toHaveLength(CASES);
    const known = new Map(rows.map((row) => [row.id, row.definitionId]));
    const engine = await product.engine.client.runtime.processInstances({ processDefinitionKey: 'pindah' });
    expect(engine).toHaveLength(CASES);
    expect(engine.filter(({ id, definitionId }) => known.get(id) !== definitionId)).toEqual([]);
    expect(new Set(engine.map(({ definitionId }) => definitionId)).size).toBe(1);
  });

  it('has each task once, with the new form', async () => {
    const tasks = await records.query<{ name: string; n: number }>(`SELECT name, COUNT(*) AS n FROM tasks WHERE "formKey" = 'pindah' GROUP BY name`);
    expect(tasks.map(({ name, n }) => [name, Number(n)])).toEqual([['Memeriksa berkas', CASES]]);
  });

  it('has kept what was typed, and notes what has no place', async () => {
    expect(drafted).toHaveLength(Math.ceil(CASES / EVERY));
    for (const id of drafted) {
      const task = (await head.open(id)) as unknown as { caseId: string; data: Record<string, unknown>; leftovers: { label: string; value: string }[]; form: { components: { key: string }[] } };
      expect(task.form.components.map(({ key }) => key)).toEqual(['catatan', 'dasar']);
      expect(task.data['catatan']).toBe(`catatan ${task.caseId}`);
      expect(task.leftovers).toEqual([{ label: 'alasan', value: `alasan ${task.caseId}`, version: expect.any(Number) }]);
    }
  });

  it('goes on: a task of theirs is completed by the new form, and its case ends', async () => {
    const [id = ''] = drafted;
    const { caseId } = await head.open(id);
    await head.complete(id, { catatan: 'Selesai', dasar: 'Aturan' });
    for (let tries = 0; tries < 300 && (await records.query<{ state: string }>('SELECT state FROM cases WHERE id = ?', [caseId]))[0]?.state !== 'ended'; tries += 1) await sleep(100);
    expect((await records.query<{ state: string }>('SELECT state FROM cases WHERE id = ?', [caseId]))[0]?.state).toBe('ended');
  });
});
