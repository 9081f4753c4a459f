import { dataList, period, type Answers } from '../support/answers.js';
import { startProduct, type Product } from '../support/app.js';
import { drive, everybody, whoIs } from '../support/driver.js';
import type { Answer, Person } from '../support/people.js';
import { openRecords, type Records } from '../support/records.js';
import { allRoutes, fillPath, type Route } from '../support/routes.js';

const SECRET = 'RAHASIA-KANTOR';
const UNKNOWN = '0190a000-0000-7000-8000-000000000000';
const POPULATION = /penduduk/i;

/**
 * The statistics office is a guest: it sees what it was asked to judge. One case has a data set that waits for it, and one that was not
 * sent to it; of the other case nothing was sent to it at all.
 */
describe('The statistics office sees what it was asked to judge, and no more', () => {
  let product: Product;
  let records: Records;
  let bps: Person;
  let asked: string;
  let unasked: string;
  let routes: Route[];
  let mine: string;
  /** What is not its own, by what it identifies. */
  let ids: Readonly<Record<string, string[]>>;

  const column = async (sql: string, ...parameters: string[]) => (await records.query<{ id: string }>(sql, parameters)).map(({ id }) => id).filter(Boolean);
  const answers: Answers = {
    penugasan: ({ data }) => ({ kepada: data['kepada'] || 'Kepala Bidang', instruksi: SECRET, jatuhTempo: new Date(Date.now() + 9e8).toISOString() }),
    'daftar-data': dataList((rows) => rows.filter(({ nama }) => POPULATION.test(nama) || /puskesmas/i.test(nama))),
  };

  beforeAll(async () => {
    product = await startProduct({ demo: true });
    records = await openRecords(product);
    const people = await everybody(product);
    const who = (username: string) => whoIs(people, username);
    bps = who('bps');
    asked = await who('kadis').start('pengelolaan-data', period('Periode yang diperiksa'));
    const openAt = (form: string) => column(`SELECT id FROM tasks WHERE "caseId" = ? AND "formKey" = ? AND state = 'open'`, asked, form);
    // The second data set stays with staff: nobody has sent it to BPS.
    let analysed: string | undefined;
    await drive(people, {
      answers, timeout: 240_000,
      only: ({ id, caseId, formKey }) => caseId === asked && formKey !== 'kelayakan' && (formKey !== 'analisis' || (analysed ??= id) === id),
      until: async () => (await openAt('kelayakan')).length === 1 && (await openAt('analisis')).length === 1,
    });
    // Begun now, so that the first one's list is the demonstration's.
    unasked = await who('kadis').start('pengelolaan-data', period(`Periode ${SECRET}`));
    await drive(people, {
      answers, timeout: 120_000, only: ({ caseId, formKey }) => caseId === unasked && formKey === 'penugasan',
      until: async () => (await column(`SELECT id FROM tasks WHERE "caseId" = ? AND "formKey" = 'daftar-data' AND state = 'open'`, unasked)).length > 0,
    });
    [mine = ''] = await column(`SELECT id FROM satu_data_datasets WHERE "periodId" = ? AND state = 'sent_to_bps'`, asked);
    await who('kasi').post(`/api/satu-data/review/datasets/${mine}/comments`, { comment: SECRET });
    ids = {
      case: [unasked],
      task: await column(`SELECT id FROM tasks WHERE role <> 'bps'`),
      file: await column(`SELECT id FROM files WHERE "officeId" IS NULL OR "officeId" <> ?`, bps.user.officeId ?? ''),
      letter: await column(`SELECT id FROM letters WHERE "officeId" IS NULL OR "officeId" <> ?`, bps.user.officeId ?? ''),
      dataset: await column('SELECT id FROM satu_data_datasets WHERE id <> ?', mine),
      request: await column('SELECT id FROM satu_data_requests'),
    };
    routes = await allRoutes(product.url);
  }, 600_000);

  afterAll(async () => {
    await records?.close();
    await product?.stop();
  }, 60_000);

  const KINDS: readonly (readonly [RegExp, string])[] = [
    [/^\/api\/tasks\/\{/, 'task'], [/^\/api\/cases\/\{/, 'case'], [/^\/api\/files\/\{/, 'file'], [/^\/api\/letters\/\{/, 'letter'], [/^\/api\/satu-data\/requests\/\{/, 'request'],
    [/^\/api\/satu-data\/(datasets|analysis|review\/datasets)\/\{/, 'dataset'], [/^\/api\/satu-data\/(board|data-list|review|evidence)\/\{/, 'case'],
  ];
  const outcome = ({ status, json }: Answer) => `${status} ${(json as { code?: string } | undefined)?.code ?? ''}`;

  it('answers for the rest as if it did not exist', async () => {
    expect(Object.entries(ids).filter(([, found]) => found.length === 0)).toEqual([]);
    const wrong: string[] = [];
    for (const { method, path } of routes.filter((one) => one.method === 'GET' && one.path.includes('{'))) {
      const kind = KINDS.find(([pattern]) => pattern.test(path))?.[1];
      if (!kind) continue;
      const nothing = outcome(await bps.send(method, fillPath(path, UNKNOWN)));
      for (const id of ids[kind] ?? []) {
        const answer = outcome(await bps.send(method, fillPath(path, id)));
        if (answer !== nothing || !/^40[34]/.test(answer)) wrong.push(`${path} (${kind} ${id}): ${answer}, for nothing ${nothing}`);
      }
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  it('writes nothing into a data list that it was not asked to examine, and tries no rules on tables of the past in any', async () => {
    const posts = routes.filter(({ method, path }) => method === 'POST' && path.startsWith('/api/satu-data/data-list/{'));
    const statuses = async (caseId: string) => {
      const [row = UNKNOWN] = await column('SELECT id FROM satu_data_list_rows WHERE "periodId" = ?', caseId);
      const body = { rowId: row, field: null, comment: 'Percobaan.', fileId: UNKNOWN, table: {} };
      return Promise.all(posts.map(async ({ path }) => [path.split('{caseId}/')[1], (await bps.send('POST', path.replace('{caseId}', caseId).replace('{rowId}', row), body)).status] as const));
    };
    const expected = (marks: number) => posts.map(({ path }) => [path.split('{caseId}/')[1], path.endsWith('/marks') ? marks : 403]);
    expect(expected(0)).toContainEqual(['rows/{rowId}/try-rules', 403]);
    expect(await statuses(unasked)).toEqual(expected(404));
    // It may mark what it was asked to examine, until that has been sent.
    expect(await statuses(asked)).toEqual(expected(409));
  });

  it('finds its own tasks, letters and answers in the case, no others’ words', async () => {
    const detail = await bps.get<{ tasks: { role: string }[]; canCancel: boolean }>(`/api/cases/${asked}`);
    expect([[...new Set(detail.tasks.map(({ role }) => role))], detail.canCancel]).toEqual([['bps'], false]);
    const { items: letters } = await bps.get<{ items: { template: string }[] }>(`/api/cases/${asked}/letters`);
    expect([...new Set(letters.map(({ template }) => template))].toSorted()).toEqual(['laporan-analisis', 'surat-hasil-analisis', 'surat-permintaan-bps']);
    expect((await bps.get<{ items: { formKey: string }[] }>(`/api/cases/${asked}/submissions`)).items.map(({ formKey }) => formKey)).toEqual(['pemeriksaan-permintaan']);
    expect((await bps.get<{ kind: string }[]>(`/api/cases/${asked}/timeline`)).map(({ kind }) => kind)).toEqual(['submission']);
    expect([await bps.get(`/api/cases/${asked}/diagrams`), await bps.get(`/api/cases/${asked}/tokens`), await bps.get(`/api/cases/${asked}/running`)]).toEqual([[], [], []]);
    expect((await bps.get<{ items: { id: string }[] }>('/api/cases')).items.map(({ id }) => id)).toEqual([asked]);
    expect((await bps.send('POST', `/api/cases/${asked}/cancel`, { reason: 'Percobaan pembatalan.' })).status).toBe(403);
  });

  it('reads what it judges: the table, the analysis, the report and the letter that came with it', async () => {
    for (const path of [`datasets/${mine}`, `datasets/${mine}/table`, `analysis/${mine}`, `review/datasets/${mine}`, `data-list/${asked}`]) expect([path, (await bps.send('GET', `/api/satu-data/${path}`)).status]).toEqual([path, 200]);
    const { task } = await bps.get<{ task: { id: string } }>(`/api/satu-data/review/datasets/${mine}`);
    const { report } = await bps.get<{ report: string }>(`/api/satu-data/analysis/${mine}`);
    expect((await bps.send('GET', `/api/files/${report}`)).status).toBe(200);
    const opened = await bps.get<{ attachments: { id: string; name: string }[] }>(`/api/tasks/${task.id}`);
    const names = opened.attachments.map(({ name }) => name);
    // As an office calls them: the newest report, and letters with their numbers.
    expect([names.filter((name) => name.startsWith('Laporan analisis: ')).length, names.filter((name) => name.endsWith('.pdf')), names.some((name) => / · \d+\//.test(name))]).toEqual([1, [], true]);
    for (const { id } of opened.attachments) expect((await bps.send('GET', `/api/files/${id}`)).status).toBe(200);
  });

  it('is shown nothing else in any list or page', async () => {
    const secrets = [SECRET, unasked, ...(ids['dataset'] ?? []).filter(Boolean), ...(ids['file'] ?? []), ...(ids['letter'] ?? []), ...(ids['request'] ?? [])];
    const { task } = await bps.get<{ task: { id: string } }>(`/api/satu-data/review/datasets/${mine}`);
    const own = routes.filter(({ method, path }) => method === 'GET' && /^\/api\/(cases|satu-data\/(board|review))\/\{/.test(path)).map(({ path }) => fillPath(path, asked));
    const lists = routes.filter(({ method, path }) => method === 'GET' && !path.includes('{') && path !== '/api/events').map(({ path }) => path);
    const more = ['/api/tasks?scope=all', `/api/letters?caseId=${asked}`, `/api/letters?caseId=${unasked}`, `/api/tasks/${task.id}`, `/api/satu-data/requests?caseId=${asked}`, `/api/satu-data/datasets/${mine}/table`, `/api/satu-data/review/datasets/${mine}`];
    const leaks: string[] = [];
    for (const path of [...own, ...lists, ...more]) {
      const answer = await bps.send('GET', path);
      const found = secrets.filter((secret) => answer.bytes.toString().includes(secret));
      if (found.length > 0 || answer.status >= 500) leaks.push(`${path}: ${answer.status} ${found.join(', ')}`);
    }
    expect(leaks).toEqual([]);
  }, 60_000);
});
