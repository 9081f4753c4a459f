import { setTimeout as sleep } from 'node:timers/promises';
import { consent, period } from '../support/answers.js';
import { startProduct, type Product } from '../support/app.js';
import { everybody, whoIs } from '../support/driver.js';
import { Person, type Answer, type TaskRow } from '../support/people.js';
import { openRecords, type Records } from '../support/records.js';
import { allRoutes, fillPath } from '../support/routes.js';
import { FIELDS, formAttacks, SOUND } from './form-attacks.js';
import { BODIES, powersOf } from './powers.js';

type Errors = { readonly component: string; readonly path: string; readonly message: string }[];

/** What is posted raw to a real task of the running product, and by many at once. */
describe('Posted raw to a task', () => {
  let product: Product;
  let records: Records;
  let kadis: Person;
  let operator: Person;
  let admin: Person;
  let people: Person[];

  const task = async (title: string): Promise<TaskRow> => {
    const caseId = await kadis.start('pengelolaan-data', period(title));
    return kadis.waitForTask((one) => one.caseId === caseId, 60_000);
  };
  const sound = async (one: TaskRow) => ({ ...(await consent['penugasan']?.(await kadis.open(one.id), kadis)), ...SOUND });
  const post = (one: TaskRow, data: object): Promise<Answer> => kadis.send('POST', `/api/tasks/${one.id}/complete`, { data });
  const rows = async (sql: string, ...parameters: string[]) => Number((await records.query<{ n: number | string }>(sql, parameters))[0]?.n);
  const stored = async ({ id }: TaskRow) => ({
    submissions: await rows('SELECT count(*) AS n FROM submissions WHERE "taskId" = ?', id),
    commands: await rows('SELECT count(*) AS n FROM engine_commands WHERE "key" = ?', `complete:${id}`),
    accepted: await rows(`SELECT count(*) AS n FROM audit_entries WHERE action = 'task.completed' AND subject = ?`, id),
  });
  const stateOf = async ({ id }: TaskRow) => (await records.query<{ state: string }>('SELECT state FROM tasks WHERE id = ?', [id]))[0]?.state;
  const becomes = async (one: TaskRow, state: string) => {
    const deadline = Date.now() + 60_000;
    while ((await stateOf(one)) !== state) {
      if (Date.now() > deadline) throw new Error(`The task is ${await stateOf(one)}, not ${state}`);
      await sleep(200);
    }
  };
  const NOTHING = { submissions: 0, commands: 0, accepted: 0 };
  const ONCE = { submissions: 1, commands: 1, accepted: 1 };

  /** Puts a field of every kind into the form of the first step. */
  const publish = async () => {
    const address = '/api/drafts/forms/penugasan';
    const { content, etag } = await admin.get<{ content: string; etag: string }>(address);
    const form = JSON.parse(content) as { components: object[] };
    form.components.push(...FIELDS);
    const saved = await admin.send('PUT', address, { content: JSON.stringify(form) }, { 'if-match': etag });
    expect([saved.status, saved.json]).toMatchObject([200, {}]);
    const { version } = await admin.post<{ version: number }>('/api/drafts/publish', { note: 'Semua jenis isian' });
    for (const deadline = Date.now() + 60_000; Date.now() < deadline; await sleep(200)) {
      const releases = await admin.get<{ version: number; state: string }[]>('/api/releases');
      if (releases.some((release) => release.version === version && release.state === 'live')) return;
    }
    throw new Error('The new version did not go live');
  };

  beforeAll(async () => {
    product = await startProduct({ demo: true });
    records = await openRecords(product);
    people = await everybody(product);
    const who = (username: string) => whoIs(people, username);
    kadis = who('kadis');
    operator = who('operator.dukcapil');
    admin = who('admin.demo');
    await publish();
  }, 300_000);

  afterAll(async () => {
    await records?.close();
    await product?.stop();
  }, 60_000);

  it('nothing gets by: each is refused by the name of its field, and nothing is stored', async () => {
    const one = await task('Isian yang menyusup');
    const file = await kadis.upload('lampiran.csv', 'a;b\r\n1;2\r\n');
    const wrong: string[] = [];
    const attacks = formAttacks({ ...file }, '0190a000-0000-7000-8000-00000000000f');
    for (const { name, component, change } of attacks) {
      const { status, json } = await post(one, { ...(await sound(one)), ...change });
      const errors = (json as { errors?: Errors }).errors ?? [];
      if (status !== 422 || !errors.some((error) => error.component === component && error.message !== '')) wrong.push(`${name}: ${status} ${JSON.stringify(json).slice(0, 300)}`);
    }
    expect(wrong).toEqual([]);
    expect(attacks.length).toBeGreaterThan(50);
    expect([await stored(one), await stateOf(one)]).toEqual([NOTHING, 'open']);

    expect((await post(one, { ...(await sound(one)), lampiran: [file] })).status).toBe(200);
    expect(await stored(one)).toEqual(ONCE);
    const [kept] = await records.query<{ data: string }>('SELECT data FROM submissions WHERE "taskId" = ?', [one.id]);
    expect(JSON.parse(String(kept?.data))).toMatchObject({ terkunci: 'asli', lampiran: [{ id: file.id, sha256: file.sha256 }] });
    expect(Object.keys(JSON.parse(String(kept?.data)) as object)).not.toEqual(expect.arrayContaining(['rahasia', 'sementara', 'syarat']));
  }, 180_000);

  it("a producer's file is nobody else's, in a form as elsewhere", async () => {
    const theirs = await kadis.upload('rahasia.csv', 'a;b\r\n1;2\r\n');
    expect((await operator.send('GET', `/api/files/${theirs.id}`)).status).toBe(404);
  });

  it('what no form looks like is refused before anybody walks through it', async () => {
    const one = await task('Isian yang terlalu dalam');
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    const raw = (method: string, path: string, body: string, headers: Record<string, string> = {}) =>
      fetch(`${product.url}${path}`, { method, body, headers: { cookie: kadis.cookie, 'x-tertib': '1', origin: product.url, 'content-type': 'application/json', ...headers } });
    const paths = [['POST', `/api/tasks/${one.id}/complete`], ['PUT', `/api/tasks/${one.id}/draft`], ['POST', '/api/tasks/complete-many'], ['POST', '/api/procedures/pengelolaan-data/start'], ['POST', '/api/satu-data/check'], ['POST', '/api/3/action/package_search']] as const;
    for (const [method, path] of paths) {
      for (const inside of [deep, '{"__proto__":{"roles":["admin"]}}']) {
        const answer = await raw(method, path, `{"version":0,"ids":["${one.id}"],"data":{"teks":${inside}}}`);
        expect([path, answer.status, (await answer.json()) as object]).toEqual([path, 400, expect.objectContaining({ code: 'request-unsafe' })]);
      }
    }
    const large = await raw('POST', `/api/tasks/${one.id}/complete`, `{"data":{"teks":"${'x'.repeat(13_000_000)}"}}`);
    expect(large.status).toBe(413);
    // Another site can send this without asking the browser first: it is no JSON, and lacks the header of our pages.
    const simple = await fetch(`${product.url}/api/tasks/${one.id}/claim`, { method: 'POST', body: '{}', headers: { cookie: kadis.cookie, 'content-type': 'text/plain', origin: 'http://evil.example' } });
    expect(simple.status).toBe(403);
    expect([await stored(one), await stateOf(one), await rows('SELECT count(*) AS n FROM task_drafts WHERE "taskId" = ?', one.id)]).toEqual([NOTHING, 'open', 0]);
  });

  it('limits and cursors are no way around', async () => {
    for (const list of ['/api/tasks', '/api/cases']) {
      for (const limit of ['1e9', '-1', '0', 'x', '201', '1;DROP TABLE tasks']) expect((await kadis.send('GET', `${list}?limit=${encodeURIComponent(limit)}`)).status).toBe(400);
      for (const query of ["sort=id;DROP TABLE tasks", "cursor=' OR 1=1 --", "q=%' OR '1'='1", 'q=\u0000', 'order[id]=DESC']) expect((await kadis.send('GET', `${list}?${new URLSearchParams([query.split('=', 2) as [string, string]])}`)).status).toBeLessThan(500);
    }
  });

  it('the number of a request that is another case of somebody else is refused', async () => {
    const one = await task('Nomor permintaan');
    const again = await admin.send('POST', '/api/procedures/pengelolaan-data/start', { data: period('Menumpang'), requestId: one.caseId });
    expect([again.status, again.json]).toMatchObject([409, { code: 'request-id-taken' }]);
    const mine = await kadis.send('POST', '/api/procedures/pengelolaan-data/start', { data: period('Klik dua kali'), requestId: one.caseId });
    expect([mine.status, mine.json]).toEqual([200, { caseId: one.caseId, notice: null }]);
  });

  it('each route lets in those whose it is, and writes down who tried without', async () => {
    const routes = (await allRoutes(product.url)).filter(({ path }) => path !== '/api/events' && !path.startsWith('/api/session'));
    expect(routes.filter((route) => powersOf(route) === undefined)).toEqual([]);
    const wrong: string[] = [];
    let refused = 0;
    const before = await rows(`SELECT count(*) AS n FROM audit_entries WHERE action = 'access.denied'`);
    for (const route of routes) {
      for (const role of ['admin', 'kadis', 'kabid', 'kasi', 'staf', 'bps', 'operator', 'pimpinan']) {
        const person = people.find(({ user }) => user.roles.includes(role)) as Person;
        const { status } = await person.send(route.method, fillPath(route.path, 'tidak-ada'), route.method === 'GET' ? undefined : (BODIES[`${route.method} ${route.path}`] ?? {}));
        const may = powersOf(route)?.includes(role) === true;
        if ((status === 403) === may || status >= 500) wrong.push(`${role} ${route.method} ${route.path}: ${status}`);
        if (status === 403) refused += 1;
      }
    }
    expect(wrong).toEqual([]);
    expect(refused).toBeGreaterThan(150);
    expect(await rows(`SELECT count(*) AS n FROM audit_entries WHERE action = 'access.denied'`)).toBe(before + refused);
  }, 180_000);

  it('nothing is written by who only sees as somebody, on any route, and what he is refused is written down as his', async () => {
    const one = await task('Hanya dilihat');
    const viewer = await Person.signIn(product.url, product.accounts.find(({ username }) => username === 'admin.demo') as { username: string; password: string });
    expect((await viewer.send('POST', '/api/session/view', { userId: kadis.user.id })).status).toBe(204);
    expect(await viewer.get('/api/session')).toMatchObject({ user: { username: 'kadis' }, seenBy: { name: expect.stringContaining('Administrator') } });
    expect((await viewer.tasks()).map(({ id }) => id)).toContain(one.id);
    const counted = () => Promise.all(['tasks', 'submissions', 'files', 'cases', 'users', 'task_drafts', 'substitutes', 'api_tokens', 'engine_commands', 'settings'].map((table) => rows(`SELECT count(*) AS n FROM ${table}`)));
    const before = await counted();
    const writes = (await allRoutes(product.url)).filter(({ method, path }) => method !== 'GET' && !(method === 'DELETE' && path.startsWith('/api/session')) && !(method === 'POST' && path === '/api/session'));
    const answers = [];
    for (const route of writes) answers.push([route.path, (await viewer.send(route.method, fillPath(route.path, one.id), BODIES[`${route.method} ${route.path}`] ?? {})).json]);
    expect(answers.filter(([, json]) => (json as { code?: string } | undefined)?.code !== 'read-only-view')).toEqual([]);
    expect(writes.length).toBeGreaterThan(30);
    for (const path of ['/api/users', '/api/tokens', '/api/audit', '/api/settings']) expect((await viewer.send('GET', path)).status).toBe(403);
    expect(await counted()).toEqual(before);
    expect(await stateOf(one)).toBe('open');
    expect(await rows(`SELECT count(*) AS n FROM audit_entries WHERE action = 'access.denied' AND "userId" = ? AND detail LIKE '%seenAs%'`, viewer.user.id)).toBe(4);
    expect((await viewer.send('DELETE', '/api/session/view')).status).toBe(204);
    expect(await viewer.get('/api/session')).toMatchObject({ user: { username: 'admin.demo' }, seenBy: null });
  }, 120_000);

  it("nobody does another role's task, in the same office or elsewhere", async () => {
    const one = await task('Tugas orang lain');
    for (const person of people.filter(({ username }) => username !== 'kadis')) {
      const expected = person.user.roles.some((role) => ['operator', 'pimpinan', 'bps'].includes(role)) ? 404 : 403;
      for (const [method, path, body] of [['POST', 'claim', {}], ['POST', 'complete', { data: {} }], ['PUT', 'draft', { data: {}, version: 0 }]] as const) {
        expect([person.username, path, (await person.send(method, `/api/tasks/${one.id}/${path}`, body)).status]).toEqual([person.username, path, expected]);
      }
    }
    expect([await stored(one), await stateOf(one)]).toEqual([NOTHING, 'open']);
  });

  it('of fifty who claim or complete at once, one does', async () => {
    const one = await task('Lima puluh sekaligus');
    const data = await sound(one);
    const others = await Promise.all(['satu', 'dua', 'tiga', 'empat'].map(async (name) => {
      const { oneTimePassword, username } = await admin.post<{ oneTimePassword: string; username: string }>('/api/users', { username: `plh.${name}`, name: `Plh. ${name}`, officeId: kadis.user.officeId, roles: ['kadis'] });
      return Person.firstSignIn(product.url, username, oneTimePassword, `${name} rumah di tepi sungai`);
    }));
    const heads = [kadis, ...others];
    const at = (index: number): Person => heads[index % heads.length] as Person;
    const claims = await Promise.all(Array.from({ length: 50 }, async (_, index) => ({ who: at(index), status: (await at(index).send('POST', `/api/tasks/${one.id}/claim`, {})).status })));
    const [first] = claims.filter(({ status }) => status === 200);
    // A double click is the same claim; everybody else's is refused.
    expect(claims.map(({ who, status }) => [who.username, status])).toEqual(claims.map(({ who }) => [who.username, who === first?.who ? 200 : 409]));
    expect(await rows(`SELECT count(*) AS n FROM audit_entries WHERE action = 'task.claimed' AND subject = ?`, one.id)).toBe(1);
    await first?.who.post(`/api/tasks/${one.id}/release`);
    const completions = await Promise.all(Array.from({ length: 50 }, (_, index) => at(index).send('POST', `/api/tasks/${one.id}/complete`, { data })));
    expect(completions.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 49 }, () => 409)]);
    expect(await stored(one)).toEqual(ONCE);
    await becomes(one, 'completed');
    expect((await post(one, data)).status).toBe(409);
  });

  it('what is sent while the engine is away is done once when it is back', async () => {
    const one = await task('Mesin mati');
    const data = await sound(one);
    const back = product.killEngine();
    const answers = await Promise.all([post(one, data), post(one, data)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await stored(one)).toEqual(ONCE);
    await back;
    await product.ready();
    await becomes(one, 'completed');
    const done = await product.engine.client.history.tasks({ taskId: one.id });
    expect(done).toMatchObject([{ deleteReason: 'completed' }]);
    expect(await stored(one)).toEqual(ONCE);
  });

  it('what is sent for a task that the engine has interrupted leaves nothing stuck', async () => {
    const one = await task('Tugas terputus');
    const data = await sound(one);
    const [row] = await records.query<{ instanceId: string }>('SELECT "instanceId" FROM tasks WHERE id = ?', [one.id]);
    await product.engine.client.runtime.deleteProcessInstance(String(row?.instanceId));
    expect([200, 409]).toContain((await post(one, data)).status);
    await becomes(one, 'cancelled');
    expect(await rows('SELECT count(*) AS n FROM case_incidents WHERE "caseId" = ?', one.caseId)).toBe(0);
    expect(await rows(`SELECT count(*) AS n FROM engine_commands WHERE "caseId" = ? AND state IN ('pending', 'failed')`, one.caseId)).toBe(0);
  });
});
