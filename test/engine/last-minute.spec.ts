import { dataList, delivered } from '../support/answers.js';
import { startProduct, type Product } from '../support/app.js';
import type { FileRecord, TaskDetail } from '../support/people.js';
import { Stage } from '../support/stage.js';
import { populationRows } from '../support/tables.js';
import { askProducers, datasetOf, openPeriod } from './loops/procedure.js';

jest.setTimeout(240_000);

const DAY = 86_400_000;
const RACERS = 60;
/** So many surely before and surely after; the rest race the deadline. */
const SURE = 5;
const HANDS = 8;
const CODES = Array.from({ length: RACERS }, (_, index) => `PACU${String(index + 1).padStart(2, '0')}`);
type Row = Readonly<Record<string, unknown>>;
interface Sent { readonly officeId: string; readonly status: number; readonly notice: string | null }

/** Sixty producers whose data are validated in the last seconds, recorded from papers by staff, over HTTP; and data that are taken back. */
describe('The last minute', () => {
  let product: Product;
  let stage: Stage;
  let caseId: string;
  const deadline = new Date(Date.now() + 10 * DAY);
  const tasks = (elementId: string) => stage.records.query<{ id: string; officeId: string }>(`SELECT t.id, t."officeId" FROM tasks t JOIN offices o ON o.id = t."officeId" WHERE t."caseId" = ? AND t."elementId" = ? AND t.state = 'open' AND o.code LIKE 'PACU%' ORDER BY o.code`, [caseId, elementId]);

  beforeAll(async () => {
    product = await startProduct({ demo: true });
    stage = await Stage.of(product);
    const admin = await stage.who('admin.demo');
    for (const code of CODES) await admin.post('/api/offices', { code, name: `Dinas ${code} (sintetis)`, kind: 'produsen', email: null });
    caseId = await openPeriod(stage, 'Menit terakhir (sintetis)', { batasWaktu: deadline.toISOString() });
    await stage.act(caseId, 'staf', 'menyusun-daftar', { answer: dataList((rows) => { const like = rows.find(({ nama }) => /penduduk/i.test(nama)) ?? {}; return [like, ...CODES.map((produsen) => ({ ...like, datasetId: '', idDdd: '', nama: `Penduduk ${produsen} (sintetis)`, produsen }))]; }) });
    await askProducers(stage, caseId);
    await stage.until('all are asked', async () => (await tasks('menyampaikan-data')).length === RACERS);
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

  it('is in time by the server’s clock, or told that it is late: none both, none lost', async () => {
    const staff = await stage.who('staf');
    const [first] = await tasks('menyampaikan-data');
    const scan: FileRecord = await stage.upload({ id: first?.id, caseId } as TaskDetail, 'staf', 'berkas.pdf', Buffer.from('%PDF-1.4\n%%EOF'));
    for (const { id } of await tasks('menyampaikan-data')) {
      const { data } = await staff.open(id);
      await staff.complete(id, { caraPenyampaian: 'kertas', berkasKertas: [scan], tanggalDiterima: new Date(Date.now() - DAY).toISOString(), dataset: (data['dataset'] as Row[]).map((row) => delivered(row, populationRows())) });
    }
    await stage.until('all wait for their leaders', async () => (await tasks('memvalidasi')).length === RACERS);
    const waiting = await tasks('memvalidasi');
    const sent: Sent[] = [];
    const validate = async ({ id, officeId }: { id: string; officeId: string }) => {
      const { status, json } = await (await stage.who('staf')).send('POST', `/api/tasks/${id}/complete`, { data: { hasilValidasi: 'setuju', caraValidasi: 'kertas', namaPenandatangan: 'Contoh Pimpinan', jabatanPenandatangan: 'Kepala Dinas' } });
      sent.push({ officeId, status, notice: (json as { notice: string | null }).notice });
    };
    await stage.moveApp(new Date(deadline.getTime() - 60_000));
    for (const task of waiting.splice(0, SURE)) await validate(task);
    await stage.moveApp(new Date(deadline.getTime() - 1_500));
    const racing = waiting.splice(0, RACERS - 2 * SURE);
    await Promise.all(Array.from({ length: HANDS }, async () => { for (let task = racing.shift(); task; task = racing.shift()) await validate(task); }));
    await stage.moveApp(new Date(deadline.getTime() + 1_000));
    for (const task of waiting) await validate(task);

    const stored = await stage.records.query<{ officeId: string; status: string; inTime: number | boolean; validatedAt: string; table: string | null }>(
      `SELECT d."officeId", d.status, d."inTime", d."validatedAt", t."deliveryId" AS "table" FROM satu_data_deliveries d JOIN offices o ON o.id = d."officeId" LEFT JOIN satu_data_delivery_tables t ON t."deliveryId" = d.id WHERE o.code LIKE 'PACU%'`,
    );
    expect([sent.length, sent.filter(({ status }) => status !== 200), stored.length]).toEqual([RACERS, [], RACERS]);
    const told = new Set(sent.filter(({ notice }) => notice?.includes('tercatat terlambat')).map(({ officeId }) => officeId));
    const wrong = stored.filter(({ officeId, status, inTime, validatedAt, table }) => {
      const late = told.has(officeId);
      return late !== validatedAt >= deadline.toISOString() || late === Boolean(inTime) || status !== (late ? 'late' : 'validated') || late !== (table === null);
    });
    expect(wrong).toEqual([]);
    expect(told.size).toBeGreaterThanOrEqual(SURE);
    expect(RACERS - told.size).toBeGreaterThanOrEqual(SURE);
    const states = async () => Object.fromEntries((await stage.records.query<{ state: string; n: number | string }>(`SELECT r.state, COUNT(*) AS n FROM satu_data_requests r JOIN offices o ON o.id = r."officeId" WHERE o.code LIKE 'PACU%' GROUP BY r.state`)).map(({ state, n }) => [state, Number(n)]));
    await stage.until('every producer is settled', async () => { const now = await states(); return now['late'] === told.size && now['verifying'] === RACERS - told.size; });
  });

  it('leaves no incident and no command that waits', async () => {
    expect(await stage.records.query('SELECT * FROM case_incidents')).toEqual([]);
    expect(await stage.records.query(`SELECT kind, state, error FROM engine_commands WHERE state <> 'done'`)).toEqual([]);
  });
});
