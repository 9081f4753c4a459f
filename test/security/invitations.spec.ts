import { UserEntity } from '../../src/platform/identity/identity.entities.js';
import type { HttpClient } from '../support/http-client.js';
import { startIdentityApp, type IdentityApp } from '../support/identity-app.js';

const PUBLIC_URL = 'https://tertib.contoh.example';

/** What somebody may try who wants in by another's invitation. */
describe("Another's one-time password", () => {
  let test: IdentityApp;
  let admin: HttpClient;
  beforeEach(async () => {
    test = await startIdentityApp({ PUBLIC_URL, SMTP_URL: 'smtp://127.0.0.1:1' });
    admin = await test.administrator();
  });
  afterEach(() => test.close());

  const body = (username: string, more: object = {}) => ({ username, name: 'Sari', officeId: null, roles: ['staf'], email: `${username}@contoh.example`, ...more });
  const onPaper = async (username: string) => (await admin.post<{ id: string; oneTimePassword: string }>('/api/users', body(username))).body;
  const words = async (username: string, password: string) => {
    const { status, body: { code, message, title } } = await test.client().signIn(username, password);
    return { status, code, message, title };
  };

  it('is not guessed: after a few tries even the right one waits, from wherever it comes', async () => {
    const { oneTimePassword } = await onPaper('sari');
    const answers: number[] = [];
    for (let index = 0; index < 8; index++) answers.push((await test.client().signIn('sari', `aaaa-bbbb-cccc-ddd${index}`)).status);
    expect(answers.filter((status) => status === 401).length).toBeLessThanOrEqual(5);
    expect(answers.at(-1)).toBe(429);
    expect((await test.client().signIn('sari', oneTimePassword)).status).toBe(429);
  });

  it('does not tell who has been invited, whose invitation has ended, or who there is', async () => {
    const { id } = await onPaper('sari');
    const invited = await words('sari', 'aaaa-bbbb-cccc-dddd');
    expect(await words('tidak.ada', 'aaaa-bbbb-cccc-dddd')).toEqual(invited);
    await test.database.tx((db) => db.update(UserEntity, { id }, { oneTimeUntil: new Date(0) }));
    expect(await words('sari', 'aaaa-bbbb-cccc-dddd')).toEqual(invited);
  });

  it('leads nowhere but to a password, and not to another person’s', async () => {
    const { oneTimePassword } = await onPaper('sari');
    const client = test.client();
    await client.signIn('sari', oneTimePassword);
    for (const path of ['/api/users', '/api/offices', '/api/substitutes']) expect(await client.get(path)).toMatchObject({ status: 403, body: { code: 'password-change-required' } });
    expect((await client.put('/api/session/password', { current: 'aaaa-bbbb-cccc-dddd', next: 'daun jatuh tak membenci angin' })).status).toBe(422);
    expect((await client.put('/api/session/password', { current: oneTimePassword, next: oneTimePassword })).status).toBe(422);
  });

  it('is sent to where the operator says the site is, whatever host the request names', async () => {
    const foreign = { host: 'evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'http', forwarded: 'host=evil.example' };
    expect((await admin.post('/api/users', body('sari', { by: 'mail' }), foreign)).status).toBe(201);
    await admin.post('/api/users', body('ani', { by: 'mail' }));
    expect(test.sent.length).toBe(2);
    for (const { text, shown, subject } of test.sent) {
      expect(text).toContain(`${PUBLIC_URL}/admin/#`);
      expect(`${text}${shown}${subject}`).not.toContain('evil.example');
    }
  });

  it('is in the database only as what cannot be turned back', async () => {
    const { id, oneTimePassword } = await onPaper('sari');
    const row = await test.database.read.findOneByOrFail(UserEntity, { id });
    expect(row.passwordHash).toMatch(/^\$argon2id\$/);
    expect(JSON.stringify(row)).not.toContain(oneTimePassword);
    expect(JSON.stringify((await admin.get('/api/users')).body)).not.toContain(oneTimePassword);
  });

  it('is given by administrators alone', async () => {
    const { id, oneTimePassword } = await onPaper('sari');
    const sari = test.client();
    await sari.signIn('sari', oneTimePassword);
    await sari.put('/api/session/password', { current: oneTimePassword, next: 'daun jatuh tak membenci angin' });
    expect((await sari.post('/api/users', body('ani'))).status).toBe(403);
    expect((await sari.post(`/api/users/${id}/password`, { by: 'paper' })).status).toBe(403);
    expect((await test.client().post(`/api/users/${id}/password`, { by: 'paper' })).status).toBe(401);
  });
});
