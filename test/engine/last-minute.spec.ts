import { dataList, delivered } from '../support/answers.js';
import { startProduct, type Product } from '../support/app.js';
import type { FileRecord, TaskDetail } from '../support/people.js';
import { Stage } from '../support/stage.js';
import { populationRows } from '../support/tables.js';
import { datasetOf, openPeriod } from './loops/procedure.js';

jest.setTimeout(900_000);

const DAY = 86_400_000;
/** How long a letter for each, or as many steps of the engine, may take on a machine that is busy with all the other specs. */
const SLOW = 600_000;
/** RACERS=200 and more by hand; sixty are what fits into every run of the tests, on both databases. */
const RACERS = Number(process.env['RACERS'] ?? 60);
/** So many surely before and surely after; the rest race the deadline. */
const SURE = 5;
const HANDS = 40;
/** Milliseconds before the deadline at which the race begins: some of them are before it, some after. */
const AHEAD = 1_500;
const CODES = Array.from({ length: RACERS }, (_, index) => `PACU${String(index + 1).padStart(3, '0')}`);
type Row = Readonly<Record<string, unknown>>;
interface Task { readonly id: string; readonly officeId: string }
interface Sent { readonly officeId: string; readonly status: number; readonly notice: string | null }

/** Producers whose data are validated in the last seconds, recorded from papers by staff, over HTTP; and data that are taken back. */
describe('The last minute', () => {
  let product: Product;
  let stage: Stage;
  let caseId: string;
  const deadline = new Date(Date.now() + 10 * DAY);
  const later = new Date(deadline.getTime() + DAY);
  let firstHalf: ReadonlySet<string>;
  let others: ReadonlySet<string>;
  const tasks = (elementId: string) => stage.records.query<Task>(`SELECT t.id, t."officeId" FROM tasks t JOIN offices o ON o.id = t."officeId" WHERE t."caseId" = ? AND t."elementId" = ? AND t.state = 'open' AND o.code LIKE 'PACU%' ORDER BY o.code`, [caseId, elementId]);

  beforeAll(async () => {
    product = await startProduct({ demo: true });
    stage = await Stage.of(product);
    const admin = await stage.who('admin.demo');
    for (const code of CODES) await admin.post('/api/offices', { code, name: `Dinas ${code} (sintetis)`, kind: 'produsen', email: null });
    caseId = await openPeriod(stage, 'Menit terakhir (sintetis)', { batasWaktu: deadline.toISOString() });
    await stage.act(caseId, 'staf', 'menyusun-daftar', { answer: dataList((rows) => { const like = rows.find(({ nama }) => /penduduk/i.test(nama)) ?? {}; return [like, ...CODES.map((produsen) => ({ ...like, datasetId: '', idDdd: '', nama: `Penduduk ${produsen} (sintetis)`, produsen }))]; }) });
    await stage.acts(caseId, 'kasi mengoreksi-daftar', 'kasi mengirim-permintaan-bps', 'bps memeriksa-permintaan');
    await stage.until('each has a letter', async () => (await stage.records.query(`SELECT id FROM tasks WHERE "caseId" = ? AND "elementId" = 'mengirim-permintaan'`, [caseId])).length === 1, SLOW);
    await stage.acts(caseId, 'kasi mengirim-permintaan');
    await stage.until('all are asked', async () => (await tasks('menyampaikan-data')).length === RACERS, SLOW);
  });
  afterAll(async () => {
    await stage?.close();
    await product?.stop();
  });

  it('leads the engine back when data are taken back, from the leader and from verification', async () => {
    const { id: datasetId, officeId } = await datasetOf(stage, caseId, 'Jenis Kelamin');
    const [request] = await stage.records.query<{ id: string }>(`SELECT id FROM satu_data_requests WHERE "periodId" = ? AND "officeId" = ?`, [caseId, officeId]);
    const withdraw = async () => (await stage.who('operator.dukcapil')).post<{ datasetIds: string[] }>(`/api/satu-data/requests/${request?.id}/withdraw`, { reason: 'Angka kecamatan tertukar.' });
    await stage.act(caseId, 'operator.dukcapil', 'menyampaikan-data');
    await stage.task(caseId, 'memvalidasi', officeId);
    expect(await withdraw()).toEqual({ datasetIds: [datasetId] });
    // What was typed is there.
    const again = await stage.act(caseId, 'operator.dukcapil', 'menyampaikan-data', { answer: ({ data }) => ({ dataset: data['dataset'] as Row[] }) });
    expect((again.data['dataset'] as Row[]).map(({ status }) => status)).toEqual(['disampaikan']);
    await stage.act(caseId, 'pimpinan.dukcapil', 'memvalidasi');
    await stage.task(caseId, 'memverifikasi', officeId);
    expect(await withdraw()).toEqual({ datasetIds: [datasetId] });
    await stage.task(caseId, 'menyampaikan-data', officeId);
    expect(await stage.records.query(`SELECT id FROM tasks WHERE "caseId" = ? AND "elementId" = 'memverifikasi' AND state = 'open'`, [caseId])).toEqual([]);
  });

  /** All but a few decide in the last seconds, in the moment itself, or after it; the app is asked by many hands at once. */
  const race = async (officeIds: ReadonlySet<string>, until: Date): Promise<Sent[]> => {
    const waiting = (await tasks('memvalidasi')).filter(({ officeId }) => officeIds.has(officeId));
    const sent: Sent[] = [];
    const validate = async ({ id, officeId }: Task) => {
      const { status, json } = await (await stage.who('staf')).send('POST', `/api/tasks/${id}/complete`, { data: { hasilValidasi: 'setuju', caraValidasi: 'kertas', namaPenandatangan: 'Contoh Pimpinan', jabatanPenandatangan: 'Kepala Dinas' } });
      sent.push({ officeId, status, notice: (json as { notice: string | null }).notice });
    };
    await stage.moveApp(new Date(until.getTime() - 60_000));
    for (const task of waiting.splice(0, SURE)) await validate(task);
    await stage.who('staf');
    await stage.moveApp(new Date(until.getTime() - AHEAD));
    const racing = waiting.splice(0, waiting.length - SURE);
    await Promise.all(Array.from({ length: HANDS }, async () => { for (let task = racing.shift(); task; task = racing.shift()) await validate(task); }));
    await stage.moveApp(new Date(until.getTime() + 1_000));
    for (const task of waiting) await validate(task);
    return sent;
  };

  /** Each is recorded once, and as it was told; what is late has no table. */
  const expectOneAnswerEach = async (officeIds: ReadonlySet<string>, sent: readonly Sent[], until: Date): Promise<ReadonlySet<string>> => {
    const all = await stage.records.query<{ officeId: string; status: string; inTime: number | boolean; validatedAt: string; table: string | null }>(
      `SELECT d."officeId", d.status, d."inTime", d."validatedAt", t."deliveryId" AS "table" FROM satu_data_deliveries d JOIN offices o ON o.id = d."officeId" LEFT JOIN satu_data_delivery_tables t ON t."deliveryId" = d.id WHERE o.code LIKE 'PACU%'`,
    );
    const stored = all.filter(({ officeId }) => officeIds.has(officeId));
    expect([sent.length, sent.filter(({ status }) => status !== 200), stored.length, new Set(stored.map(({ officeId }) => officeId)).size]).toEqual([officeIds.size, [], officeIds.size, officeIds.size]);
    const told = new Set(sent.filter(({ notice }) => notice?.includes('tercatat terlambat')).map(({ officeId }) => officeId));
    const wrong = stored.filter(({ officeId, status, inTime, validatedAt, table }) => {
      const late = told.has(officeId);
      return late !== validatedAt >= until.toISOString() || late === Boolean(inTime) || status !== (late ? 'late' : 'validated') || late !== (table === null);
    });
    expect(wrong).toEqual([]);
    expect(told.size).toBeGreaterThanOrEqual(SURE);
    expect(officeIds.size - told.size).toBeGreaterThanOrEqual(SURE);
    return told;
  };

  const untilSettled = async (officeIds: ReadonlySet<string>, late: number): Promise<void> => {
    const states = async () => {
      const rows = await stage.records.query<{ officeId: string; state: string }>(`SELECT "officeId", state FROM satu_data_requests WHERE "periodId" = ?`, [caseId]);
      const of = (state: string) => rows.filter((row) => officeIds.has(row.officeId) && row.state === state).length;
      return of('late') === late && of('verifying') === officeIds.size - late;
    };
    await stage.until('every producer is settled', states, SLOW);
  };

  it('is handed in for all of them, from papers, by staff', async () => {
    const staff = await stage.who('staf');
    const [first] = await tasks('menyampaikan-data');
    const scan: FileRecord = await stage.upload({ id: first?.id, caseId } as TaskDetail, 'staf', 'berkas.pdf', Buffer.from('%PDF-1.4\n%%EOF'));
    for (const { id } of await tasks('menyampaikan-data')) {
      const { data } = await staff.open(id);
      await staff.complete(id, { caraPenyampaian: 'kertas', berkasKertas: [scan], tanggalDiterima: new Date(Date.now() - DAY).toISOString(), dataset: (data['dataset'] as Row[]).map((row) => delivered(row, populationRows())) });
    }
    await stage.until('all wait for their leaders', async () => (await tasks('memvalidasi')).length === RACERS);
    const offices = (await tasks('memvalidasi')).map(({ officeId }) => officeId);
    [firstHalf, others] = [new Set(offices.slice(0, RACERS / 2)), new Set(offices.slice(RACERS / 2))];
    expect([firstHalf.size, others.size]).toEqual([RACERS / 2, RACERS / 2]);
    await (await stage.who('kasi')).post('/api/satu-data/extend', { caseId, officeIds: [...others], until: later.toISOString(), reason: 'Kantor terendam banjir.' });
  });

  it('is in time by the server’s clock, or told that it is late: none both, none lost', async () => {
    const told = await expectOneAnswerEach(firstHalf, await race(firstHalf, deadline), deadline);
    await untilSettled(firstHalf, told.size);
  });

  it('is so too while the engine does not answer, and once it fires its timers much later', async () => {
    stage.product.engine.hang(true);
    const sent = await race(others, later).finally(() => stage.product.engine.hang(false));
    const told = await expectOneAnswerEach(others, sent, later);
    await stage.move(new Date(later.getTime() + 5 * 60_000));
    await untilSettled(others, told.size);
    // Whoever has sent nothing is late by the engine's timer.
    await stage.until('the silent are late', async () => (await stage.records.query(`SELECT id FROM satu_data_requests WHERE "periodId" = ? AND state NOT IN ('late', 'verifying')`, [caseId])).length === 0);
  });

  it('leaves no incident and no command that waits', async () => {
    expect(await stage.records.query('SELECT * FROM case_incidents')).toEqual([]);
    await stage.until('every command has reached the engine', async () => (await stage.records.query(`SELECT id FROM engine_commands WHERE state = 'pending'`)).length === 0, 240_000);
    // A late one that came to the engine after its timer had ended the task is a conflict: both say late.
    expect(await stage.records.query(`SELECT kind, state, error FROM engine_commands WHERE state = 'failed'`)).toEqual([]);
  }, 300_000);
});
