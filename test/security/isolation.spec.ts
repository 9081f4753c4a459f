import { dataList, period, type Answers } from '../support/answers.js';
import { startProduct, type Product } from '../support/app.js';
import { drive, everybody, whoIs } from '../support/driver.js';
import { Person, type Answer, type TaskRow } from '../support/people.js';
import { openRecords, type Records } from '../support/records.js';
import { allRoutes, fillPath, type Route } from '../support/routes.js';

const SECRET = 'RAHASIA-DINKES';
const UNKNOWN = '0190a000-0000-7000-8000-000000000000';
/** Tables that a producer could change something of another's in. */
const TABLES = ['tasks', 'task_drafts', 'task_leftovers', 'submissions', 'files', 'letters', 'cases', 'migration_orders', 'migration_cases', 'satu_data_requests', 'satu_data_datasets', 'satu_data_deliveries', 'satu_data_findings', 'satu_data_extensions', 'satu_data_metadata', 'satu_data_own_evidence', 'satu_data_list_rows', 'satu_data_list_marks', 'satu_data_table_comments', 'satu_data_comment_replies', 'satu_data_questions', 'satu_data_question_reads', 'task_handovers', 'engine_commands', 'mails', 'task_links', 'users', 'substitutes', 'offices'];

/**
 * A producer's people sees their own office's tasks, files and submissions only, by any route: the ids of another producer
 * answer exactly as ids that do not exist. One case has both producers, the other has the second alone.
 */
describe("Another producer's things do not exist", () => {
  let product: Product;
  let records: Records;
  let intruders: Person[];
  let shared: string;
  let foreign: string;
  /** Of a comment on another's table, which that other reads and answers. */
  let thread: string;
  let routes: Route[];
  /** Ids of the second producer, by what they identify. */
  let ids: Readonly<Record<string, string[]>>;

  const column = async (sql: string, ...parameters: string[]) => (await records.query<{ id: string }>(sql, parameters)).map(({ id }) => id).filter(Boolean);
  const listOf = (...names: RegExp[]): Answers => ({
    'daftar-data': dataList((rows) => rows.filter(({ nama }) => names.some((name) => name.test(nama)))),
  });

  beforeAll(async () => {
    product = await startProduct({ demo: true });
    records = await openRecords(product);
    const people = await everybody(product);
    const who = (username: string) => whoIs(people, username);
    intruders = [who('operator.dukcapil'), who('pimpinan.dukcapil')];
    const owner = who('operator.dinkes');

    const run = async (title: string, answers: Answers, until: (open: TaskRow[]) => boolean, only: (task: TaskRow) => boolean) => {
      const id = await who('kadis').start('pengelolaan-data', period(title));
      const rows = () => records.query<{ elementId: string; state: string }>(`SELECT "elementId", state FROM tasks WHERE "caseId" = ?`, [id]) as Promise<unknown> as Promise<TaskRow[]>;
      await drive(people, { answers, only: (task) => task.caseId === id && only(task), until: async () => until((await rows()).filter(({ state }) => state === 'open')), timeout: 240_000 });
      return id;
    };
    const open = (tasks: TaskRow[], elementId: string) => tasks.filter((task) => task.elementId === elementId).length;

    shared = await run('Periode dua produsen', listOf(/penduduk/i, /puskesmas/i), (tasks) => open(tasks, 'menyampaikan-data') === 2, ({ elementId }) => elementId !== 'menyampaikan-data');
    const ofOwner = await owner.waitForTask(({ caseId }) => caseId === shared);
    await owner.claim(ofOwner.id);
    const secretFile = await owner.upload(`${SECRET}.csv`, `${SECRET};1\r\n`, { caseId: shared, taskId: ofOwner.id });
    const detail = await owner.open(ofOwner.id);
    await owner.put(`/api/tasks/${ofOwner.id}/draft`, { data: { catatan: SECRET, dataset: [{ tabel: { fileId: secretFile.id } }] }, version: detail.draftVersion });

    const withNote: Answers = {
      ...listOf(/puskesmas/i),
      'penyampaian-data': (task) => ({ catatan: SECRET, dataset: (task.data['dataset'] as Record<string, unknown>[]).map(({ datasetId, nama }) => ({ datasetId, nama, status: 'tidak_tersedia', alasan: SECRET })) }),
    };
    foreign = await run('Periode satu produsen', withNote, (tasks) => open(tasks, 'memvalidasi') === 1, ({ elementId }) => elementId !== 'memvalidasi');
    const [validation] = await column('SELECT id FROM tasks WHERE "caseId" = ? AND "elementId" = ?', foreign, 'memvalidasi');
    await who('kasi').post('/api/satu-data/leader-links', { taskId: validation, name: SECRET, title: 'Kepala Dinas' });
    await drive(people, { answers: withNote, only: ({ caseId, elementId }) => caseId === foreign && elementId !== 'memverifikasi', until: async () => (await column(`SELECT id FROM tasks WHERE "caseId" = ? AND "elementId" = 'memverifikasi' AND state = 'open'`, foreign)).length === 1, timeout: 240_000 });

    await who('admin.demo').post('/api/substitutes', { userId: owner.user.id, role: 'pimpinan', capacity: 'plh', fromDay: '2099-01-01', untilDay: '2099-12-31', basis: SECRET });
    await who('pimpinan.dinkes').post('/api/delegations', { userId: owner.user.id, role: 'pimpinan', fromDay: '2098-01-01', untilDay: '2098-12-31', basis: SECRET });
    await owner.post('/api/satu-data/metadata', { kind: 'variable', content: { kolom: 'rahasia', nama: SECRET, tipeData: 'string' } });
    const office = owner.user.officeId as string;
    ids = {
      office: [office],
      user: [owner.user.id, who('pimpinan.dinkes').user.id],
      substitute: await column('SELECT id FROM substitutes'),
      delegation: await column('SELECT id FROM substitutes WHERE "forUserId" IS NOT NULL'),
      case: [foreign],
      task: await column('SELECT id FROM tasks WHERE "officeId" = ?', office),
      instance: await column('SELECT id FROM case_instances WHERE "officeId" = ?', office),
      submission: await column('SELECT id FROM submissions WHERE "officeId" = ?', office),
      file: await column('SELECT id FROM files WHERE "officeId" = ? OR id IN (SELECT "fileId" FROM letters WHERE "officeId" = ?)', office, office),
      letter: await column('SELECT id FROM letters WHERE "officeId" = ?', office),
      dataset: await column('SELECT id FROM satu_data_datasets WHERE "officeId" = ?', office),
      metadata: await column('SELECT "recordId" AS id FROM satu_data_metadata WHERE "officeId" = ?', office),
      request: await column('SELECT id FROM satu_data_requests WHERE "officeId" = ?', office),
      leaderLink: await column('SELECT id FROM task_links'),
      delivery: await column('SELECT id FROM satu_data_deliveries WHERE "officeId" = ?', office),
    };
    await owner.post(`/api/satu-data/requests/${ids['request']?.[0]}/questions/${(await column('SELECT id FROM satu_data_datasets WHERE "periodId" = (SELECT "periodId" FROM satu_data_requests WHERE id = ?) AND "officeId" = ?', ids['request']?.[0] ?? '', office))[0]}`, { text: SECRET });
    const commented = `datasets/${ids['dataset']?.[0]}/comments`;
    const { id: comment } = await who('kasi').post<{ id: string }>(`/api/satu-data/review/${commented}`, { comment: SECRET });
    thread = `/api/satu-data/${commented}/${comment}`;
    await who('kasi').post(`${thread}/share`, {});
    await owner.post(`${thread}/replies`, { text: SECRET });
    routes = await allRoutes(product.url);
  }, 600_000);

  afterAll(async () => {
    await records?.close();
    await product?.stop();
  }, 60_000);

  /** What the ids of each kind of route identify. A route that is not here makes the test fail: say what its ids are. */
  const IDENTIFIES: readonly (readonly [RegExp, string])[] = [
    [/^\/api\/tasks\/\{/, 'task'],
    [/^\/api\/cases\/\{/, 'case'],
    [/^\/api\/files\/\{/, 'file'],
    [/^\/api\/letters\/\{/, 'letter'],
    [/^\/api\/satu-data\/datasets\/\{/, 'dataset'],
    [/^\/api\/satu-data\/analysis\/\{/, 'dataset'],
    [/^\/api\/satu-data\/requests\/\{/, 'request'],
    [/^\/api\/satu-data\/(boundaries|evidence|code-lists)\/\{/, 'case'],
    [/^\/api\/satu-data\/metadata\/\{/, 'metadata'],
    [/^\/api\/satu-data\/(board|data-list)\/\{/, 'case'],
    [/^\/api\/satu-data\/review\/datasets\/\{/, 'dataset'],
    [/^\/api\/satu-data\/review\/\{/, 'case'],
    [/^\/api\/satu-data\/leader-links\/\{/, 'leaderLink'],
    [/^\/api\/offices\/\{/, 'office'],
    [/^\/api\/users\/\{/, 'user'],
    [/^\/api\/substitutes\/\{/, 'substitute'],
    [/^\/api\/delegations\/\{/, 'delegation'],
    [/^\/api\/screens\/\{/, 'case'],
    [/^\/api\/(incidents|releases|drafts|mail|messages|roles|permissions|tokens|holidays|procedures|rehearsals)\//, 'case'],
  ];

  /** Bodies that would do something, if they were let through. */
  const bodyFor = ({ method, path }: Route, id: string): object | FormData | undefined => {
    const inside: Readonly<Record<string, object>> = {
      'POST /api/satu-data/datasets/{id}/columns/{column}/codes/meant': { texts: ['Jambi'] },
      'PUT /api/tasks/{id}/draft': { data: { catatan: 'x' }, version: 1 },
      'POST /api/tasks/{id}/complete': { data: { dataset: [], catatan: 'x' } },
      'POST /api/tasks/{id}/hand-over': { userId: id, note: 'Percobaan.' },
      'POST /api/satu-data/requests/{id}/withdraw': { reason: 'Percobaan penarikan.' },
      'POST /api/satu-data/requests/{id}/questions/{datasetId}': { text: 'Percobaan.' },
      'PUT /api/satu-data/requests/{id}/questions/{datasetId}/read': { upTo: id },
      'POST /api/procedures/{key}/start': { data: {} },
      'POST /api/cases/{id}/cancel': { reason: 'Percobaan pembatalan.' },
      'PUT /api/letters/{id}/signed': { fileId: id },
      'PUT /api/satu-data/data-list/{caseId}': { rows: [] },
      'POST /api/satu-data/data-list/{caseId}/marks': { rowId: id, field: null, comment: 'Percobaan.' },
      'POST /api/satu-data/data-list/{caseId}/rows/{rowId}/try-rules': { table: {} },
      'POST /api/satu-data/data-list/{caseId}/rows/{rowId}/try-rules/at-once': { table: {} },
      'POST /api/satu-data/review/datasets/{id}/comments': { comment: 'Percobaan.' },
      'PATCH /api/satu-data/review/datasets/{id}/comments/{commentId}': { done: true },
      'POST /api/satu-data/datasets/{id}/comments/{commentId}/replies': { text: 'Percobaan.' },
      'POST /api/satu-data/review/{caseId}/letter': { number: '1', signer: 'Percobaan', position: 'Kepala' },
      'POST /api/satu-data/review/{caseId}/signed-letter': { number: '1', date: '2026-01-01', fileId: id },
      'PATCH /api/satu-data/data-list/{caseId}/marks/{markId}': { state: 'closed' },
      'POST /api/satu-data/data-list/{caseId}/import': { fileId: id },
      'POST /api/satu-data/evidence/{scope}/indicators/{indicator}/files': { fileId: id, title: 'Percobaan.' },
      'PUT /api/satu-data/metadata/{id}': { version: 1, content: { nama: 'Diambil alih' } },
      'POST /api/satu-data/metadata/{id}/use': { datasetId: ids['dataset']?.[0] ?? id, key: false },
      'PUT /api/offices/{id}': { code: 'DINKES', name: 'Diambil alih', kind: 'produsen' },
      'PUT /api/users/{id}': { username: 'operator.dinkes', name: 'Diambil alih', officeId: null, roles: [], active: true },
    };
    return method === 'GET' || method === 'DELETE' ? undefined : (inside[`${method} ${path}`] ?? {});
  };

  const outcome = ({ status, json }: Answer) => `${status} ${(json as { code?: string } | undefined)?.code ?? ''}`;
  const withId = () => routes.filter(({ path }) => path.includes('{'));
  const snapshot = () => Promise.all(TABLES.map((table) => records.query(`SELECT * FROM ${table} ORDER BY 1`)));
  const denials = async () => Number((await records.query(`SELECT count(*) AS n FROM audit_entries WHERE action LIKE '%.denied' OR action LIKE '%.refused'`))[0]?.['n']);

  it('has something to try', () => {
    expect(Object.entries(ids).filter(([, found]) => found.length === 0)).toEqual([]);
    expect(withId().length).toBeGreaterThan(20);
    expect(withId().filter(({ path }) => !IDENTIFIES.some(([pattern]) => pattern.test(path)))).toEqual([]);
  });

  it('answers each route that takes an id as if the id did not exist, changes nothing, and writes each attempt down', async () => {
    const before = await snapshot();
    const tried: string[] = [];
    const wrong: string[] = [];
    for (const person of intruders) {
      for (const route of withId()) {
        const kind = IDENTIFIES.find(([pattern]) => pattern.test(route.path))?.[1] ?? '';
        const nothing = outcome(await person.send(route.method, fillPath(route.path, UNKNOWN), bodyFor(route, UNKNOWN)));
        for (const id of ids[kind] ?? []) {
          const audited = await denials();
          const answer = await person.send(route.method, fillPath(route.path, id), bodyFor(route, id));
          const name = `${person.username} ${route.method} ${route.path} (${kind} ${id})`;
          tried.push(name);
          if (outcome(answer) !== nothing || ![403, 404].includes(answer.status)) wrong.push(`${name}: ${outcome(answer)}, for nothing ${nothing}`);
          if (answer.status === 404 && !/procedures|releases|drafts|screens/.test(route.path) && (await denials()) === audited) wrong.push(`${name}: not written down`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(tried.length).toBeGreaterThan(60);
    expect(await snapshot()).toEqual(before);
  }, 120_000);

  it('answers ids inside bodies and queries in the same way', async () => {
    const before = await snapshot();
    for (const person of intruders) {
      const [task = '', other = ''] = ids['task'] ?? [];
      const dataset = ids['dataset']?.[0] ?? '';
      const many = await person.send('POST', '/api/tasks/complete-many', { ids: [task, other, UNKNOWN], data: { dataset: [] } });
      expect((many.json as { results: { ok: boolean; status: number }[] }).results.map(({ ok, status }) => [ok, status])).toEqual([[false, 404], [false, 404], [false, 404]]);
      expect((await person.send('POST', '/api/satu-data/check', { datasetId: dataset, rows: [] })).status).toBe(404);
      expect((await person.send('POST', '/api/satu-data/check/stop', { datasetId: dataset, fileId: UNKNOWN })).status).toBe(404);
      expect((await person.send('POST', `${thread}/replies`, { text: 'Percobaan.' })).status).toBe(404);
      expect((await person.send('POST', '/api/satu-data/extend', { caseId: shared, officeIds: ids['office'], until: new Date(Date.now() + 9e9).toISOString(), reason: 'Percobaan perpanjangan.' })).status).toBe(403);
    }
    expect(await snapshot()).toEqual(before);
  });

  it('takes no delegation for another, to a person of another office, or of a role that is not held', async () => {
    const before = await snapshot();
    const [operator] = intruders as [Person];
    const own = (await operator.get<{ colleagues: { id: string }[] }>('/api/delegations/choices')).colleagues;
    const body = { role: 'operator', fromDay: '2099-01-01', untilDay: '2099-12-31', basis: 'Percobaan' };
    const send = async (more: object) => outcome(await operator.send('POST', '/api/delegations', { ...body, ...more }));
    expect(own.length).toBeGreaterThan(0);
    for (const userId of [...(ids['user'] ?? []), UNKNOWN]) expect(await send({ userId })).toBe('422 not-a-colleague');
    for (const role of ['pimpinan', 'kadis', 'admin']) expect(await send({ userId: own[0]?.id, role })).toBe('422 role-not-yours');
    expect(await send({ userId: own[0]?.id, forUserId: ids['user']?.[0] })).toBe('400 request-invalid');
    expect(await snapshot()).toEqual(before);
  });

  it("takes no other's file or data set into a form of one's own", async () => {
    const before = await snapshot();
    const [operator] = intruders as [Person];
    const [own] = (await operator.tasks()) as [TaskRow];
    const [row = {}] = (await operator.open(own.id)).data['dataset'] as Record<string, unknown>[];
    const [fileId] = ids['file'] as [string];
    const [datasetId] = ids['dataset'] as [string];
    const send = (answer: object) => operator.send('POST', `/api/tasks/${own.id}/complete`, { data: { dataset: [{ ...row, ...answer }] } });
    expect((await send({ status: 'disampaikan', tabel: { datasetId: row['datasetId'], fileId } })).status).toBe(422);
    expect((await send({ datasetId, status: 'tidak_tersedia', alasan: 'x' })).status).toBe(422);
    for (const path of ['check', 'check/stop']) expect((await operator.send('POST', `/api/satu-data/${path}`, { datasetId: row['datasetId'], fileId })).status).toBe(404);
    expect(await snapshot()).toEqual(before);
  });

  it("takes no file into another's case or task", async () => {
    const before = await snapshot();
    const [person] = intruders as [Person];
    for (const fields of [{ caseId: foreign }, { taskId: ids['task']?.[0] ?? '' }]) {
      const form = new FormData();
      for (const [key, value] of Object.entries(fields)) form.append(key, value);
      form.append('file', new Blob(['a;b\r\n1;2\r\n']), 'percobaan.csv');
      expect((await person.send('POST', '/api/files', form)).status).toBe(404);
    }
    expect(await snapshot()).toEqual(before);
  });

  it('shows nothing of it in any list, page or export', async () => {
    const secrets = [...Object.values(ids).flat(), SECRET];
    const parts = routes.filter(({ method, path }) => method === 'GET' && /^\/api\/(cases|satu-data\/board)\/\{/.test(path)).map(({ path }) => fillPath(path, shared));
    const lists = routes.filter(({ method, path }) => method === 'GET' && !path.includes('{') && path !== '/api/events').map(({ path }) => path);
    const asked = ['/api/tasks?scope=all', '/api/tasks?scope=role', `/api/tasks?scope=all&caseId=${foreign}`, `/api/tasks?scope=all&q=Menyampaikan`, '/api/cases?q=Periode', `/api/letters?caseId=${foreign}`, `/api/letters?caseId=${shared}`, `/api/satu-data/requests?caseId=${foreign}`, `/api/satu-data/requests?caseId=${shared}`];
    const open = ['/', '/dataset', '/data.json', '/api/3/action/package_list', '/api/3/action/package_search', '/api/3/action/organization_list'];
    const leaks: string[] = [];
    for (const person of intruders) {
      for (const path of [...parts, ...lists, ...asked, ...open]) {
        const answer = await person.send('GET', path);
        const text = answer.bytes.toString();
        const found = secrets.filter((secret) => text.includes(secret));
        if (found.length > 0) leaks.push(`${person.username} ${path}: ${found.join(', ')}`);
        if (answer.status >= 500) leaks.push(`${person.username} ${path}: ${answer.status}`);
      }
    }
    expect(leaks).toEqual([]);
    expect(parts.length).toBeGreaterThan(5);
  });

  it('is the office’s own to see by permission: an account without any reads metadata alone', async () => {
    const admin = await signedIn(product, 'admin.demo');
    const { user } = await signedIn(product, 'kasi');
    const { oneTimePassword } = await admin.post<{ oneTimePassword: string }>('/api/users', { username: 'tanpa.peran', name: 'Tanpa Peran (contoh)', officeId: user.officeId, roles: [] });
    const newcomer = await Person.firstSignIn(product.url, 'tanpa.peran', oneTimePassword, 'rakit bambu di sungai tenang');
    const kindOf = (path: string) => IDENTIFIES.find(([pattern]) => pattern.test(path))?.[1] ?? '';
    const own = /^\/api\/satu-data\/(metadata|trial)/;
    const seen: string[] = [];
    for (const { path } of routes.filter((one) => one.method === 'GET' && one.path.startsWith('/api/satu-data/') && !own.test(one.path))) {
      for (const id of path.includes('{') ? [shared, UNKNOWN, ...(ids[kindOf(path)] ?? [])] : ['']) {
        const { status } = await newcomer.send('GET', fillPath(path, id));
        if (status !== 403) seen.push(`${path} (${id}): ${status}`);
      }
    }
    expect(seen).toEqual([]);
    expect((await newcomer.send('POST', '/api/satu-data/check', { datasetId: ids['dataset']?.[0], rows: [] })).status).toBe(403);
    for (const id of ids['metadata'] ?? []) expect(await newcomer.get(`/api/satu-data/metadata/${id}/uses`)).toEqual({ uses: [], open: [] });
    // Whom the office gives the permission, sees.
    expect((await (await signedIn(product, 'kabid')).send('GET', `/api/satu-data/board/${shared}`)).status).toBe(200);
  });

  it('tells nothing of it in the event stream', async () => {
    const [person] = intruders as [Person];
    const ended = new AbortController();
    const stream = await fetch(`${product.url}/api/events`, { headers: { cookie: person.cookie }, signal: ended.signal });
    let heard = '';
    const listening = (async () => {
      for await (const chunk of stream.body as unknown as AsyncIterable<Uint8Array>) heard += Buffer.from(chunk).toString();
    })().catch(() => undefined);
    const owner = await signedIn(product, 'operator.dinkes');
    const mine = (await owner.tasks()).find(({ caseId }) => caseId === shared) as TaskRow;
    await owner.post(`/api/tasks/${mine.id}/release`);
    await owner.claim(mine.id);
    const [own] = await person.tasks();
    await person.claim((own as TaskRow).id);
    await new Promise((done) => setTimeout(done, 1_500));
    ended.abort();
    await listening;
    expect(heard).toContain((own as TaskRow).id);
    expect(Object.values(ids).flat().filter((id) => heard.includes(id))).toEqual([]);
  });
});

const signedIn = async (product: Product, username: string): Promise<Person> => whoIs(await everybody(product), username);
