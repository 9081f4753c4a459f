import { Controller, Get, Inject, Post } from '@nestjs/common';
import { HttpClient } from '../../../test/support/http-client.js';
import { ADMINISTRATOR_PASSWORD, startIdentityApp, type IdentityApp } from '../../../test/support/identity-app.js';
import { Asker, Public, Roles } from '../../sdk/index.js';
import { SessionEntity } from './identity.entities.js';

const PASSWORD = 'hujan rintik di Kuala Tungkal';

@Controller('api/probe')
class Probe {
  constructor(@Inject(Asker) private readonly asker: Asker) {}
  @Get() all() { return {}; }
  @Get('kasi') @Roles('kasi') kasi() { return {}; }
  @Public() @Post('public') open() { return { who: this.asker.current()?.username ?? null }; }
}

describe('a session', () => {
  let test: IdentityApp;
  beforeAll(async () => void (test = await startIdentityApp({ TERTIB_ALLOW_HTTP: '1' }, [Probe as never])));
  afterAll(() => test.close());

  it('begins with a one-time password that must be changed before anything else', async () => {
    expect(test.printed.match(/one-time password/g)).toHaveLength(1);
    const admin = test.client();
    const { status, body } = await admin.signIn('admin', test.oneTimePassword);
    expect(status).toBe(201);
    expect(body).toMatchObject({ user: { username: 'admin', mustChange: true }, warning: null, timezone: 'Asia/Jakarta' });
    expect(await admin.get('/api/users')).toMatchObject({ status: 403, body: { code: 'password-change-required' } });
    expect((await admin.put('/api/session/language', { language: 'en' })).status).toBe(204);
    for (const next of ['short', test.oneTimePassword, 'the admin of it all', 'aaaaaaaaaaaaaaa', '123456789012345']) {
      expect((await admin.put('/api/session/password', { current: test.oneTimePassword, next })).status).toBeGreaterThanOrEqual(400);
    }
    expect((await admin.put('/api/session/password', { current: test.oneTimePassword, next: PASSWORD })).status).toBe(200);
    expect((await admin.get('/api/users')).status).toBe(200);
    expect((await test.client().signIn('admin', test.oneTimePassword)).status).toBe(401);
  });

  it('is refused for a wrong password and for an unknown user by the same words', async () => {
    const [wrong, unknown] = [await test.client().signIn('admin', 'wrong'), await test.client().signIn('nobody', 'wrong')];
    expect(wrong.status).toBe(401);
    const { correlationId: _, ...words } = wrong.body;
    expect(unknown.body).toMatchObject(words);
    expect(wrong.setCookie).toEqual([]);
    expect(unknown.setCookie).toEqual([]);
  });

  it('is asked for everywhere', async () => {
    expect(await test.client().get('/api/probe')).toMatchObject({ status: 401, body: { code: 'sign-in-required' } });
    const forged = test.client();
    forged.cookies.set('__Host-tertib', 'made-up');
    expect((await forged.get('/api/probe')).status).toBe(401);
  });

  it('gives 403 where the role is missing', async () => {
    const admin = test.client();
    await admin.signIn('admin', PASSWORD);
    expect(await admin.get('/api/probe/kasi')).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  });

  it('gets a new token at every sign-in, and the one before ends', async () => {
    const browser = test.client();
    browser.cookies.set('__Host-tertib', 'fixed-by-somebody-else');
    await browser.signIn('admin', PASSWORD);
    const first = browser.cookies.get('__Host-tertib') as string;
    expect(first).not.toBe('fixed-by-somebody-else');
    await browser.signIn('admin', PASSWORD);
    expect(browser.cookies.get('__Host-tertib')).not.toBe(first);
    const old = test.client();
    old.cookies.set('__Host-tertib', first);
    expect((await old.get('/api/session')).status).toBe(401);
  });

  it('has a cookie that scripts, other sites and other hosts do not get; the database holds no token', async () => {
    const browser = test.client();
    const [cookie] = (await browser.signIn('admin', PASSWORD)).setCookie;
    expect(cookie).toMatch(/^__Host-tertib=[\w-]{43}; /);
    for (const part of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax']) expect(cookie).toContain(part);
    expect(cookie).not.toContain('Domain');
    const token = browser.cookies.get('__Host-tertib') as string;
    expect(await test.database.read.countBy(SessionEntity, { id: token })).toBe(0);
  });

  it('ends on sign-out, on the server too', async () => {
    const browser = test.client();
    await browser.signIn('admin', PASSWORD);
    const token = browser.cookies.get('__Host-tertib') as string;
    expect((await browser.delete('/api/session')).status).toBe(204);
    expect(browser.cookies.size).toBe(0);
    browser.cookies.set('__Host-tertib', token);
    expect((await browser.get('/api/session')).status).toBe(401);
  });

  it('ends everywhere when the password changes, and when it is not used for a day', async () => {
    const [here, there] = [test.client(), test.client()];
    await here.signIn('admin', PASSWORD);
    await there.signIn('admin', PASSWORD);
    await here.put('/api/session/password', { current: PASSWORD, next: 'awan putih di atas laut' });
    expect((await there.get('/api/session')).status).toBe(401);
    expect((await here.get('/api/session')).status).toBe(200);
    await here.put('/api/session/password', { current: 'awan putih di atas laut', next: PASSWORD });
    test.clock.moveTo(new Date(Date.now() + 24 * 3_600_000));
    expect((await here.get('/api/session')).status).toBe(401);
    test.clock.moveTo(new Date());
  });

  it('leaves its marks in the audit trail, and never a typed name or password', async () => {
    await test.client().signIn('my secret typed into the wrong field', 'x');
    const entries = await test.auditTrail();
    const actions = new Set(entries.map(({ action }) => action));
    for (const action of ['session.opened', 'session.refused', 'session.closed', 'password.changed']) expect(actions).toContain(action);
    expect(JSON.stringify(entries)).not.toMatch(/my secret|hujan rintik/);
  });
});

describe('a request from another site', () => {
  let test: IdentityApp;
  beforeAll(async () => void (test = await startIdentityApp({}, [Probe as never])));
  afterAll(() => test.close());

  const holiday = { date: '2026-08-17', name: 'Hari Kemerdekaan', kind: 'libur_nasional' };

  it.each<[string, Record<string, string>]>([
    ['without our header', {}],
    ['from another origin', { 'x-tertib': '1', origin: 'https://evil.example' }],
    ['from a sandboxed page', { 'x-tertib': '1', origin: 'null' }],
    ['that the browser calls cross-site', { 'x-tertib': '1', 'sec-fetch-site': 'cross-site' }],
    ['that the browser calls same-site', { 'x-tertib': '1', 'sec-fetch-site': 'same-site' }],
  ])('changes nothing: %s', async (_, headers) => {
    const admin = await test.administrator();
    const elsewhere = new HttpClient(test.url, headers);
    for (const [name, value] of admin.cookies) elsewhere.cookies.set(name, value);
    expect(await elsewhere.post('/api/holidays', holiday)).toMatchObject({ status: 403, body: { code: 'foreign-request' } });
    expect((await elsewhere.delete('/api/session')).status).toBe(403);
    expect((await admin.get('/api/holidays')).body).toEqual([]);
  });

  it('cannot sign somebody in, by a form as text/plain or otherwise', async () => {
    const admin = await test.administrator();
    const body = JSON.stringify({ username: 'admin', password: ADMINISTRATOR_PASSWORD });
    const ways: Record<string, string>[] = [{ 'content-type': 'text/plain' }, { origin: 'https://evil.example' }];
    for (const headers of ways) {
      const victim = test.client();
      expect((await victim.post('/api/session', body, headers)).status).toBeGreaterThanOrEqual(400);
      expect(victim.cookies.size).toBe(0);
    }
    expect((await admin.post('/api/holidays', JSON.stringify(holiday), { 'content-type': 'text/plain' })).status).toBe(400);
  });

  it('is nobody on a public route', async () => {
    const admin = await test.administrator();
    expect((await admin.post('/api/probe/public')).body).toEqual({ who: 'admin' });
    expect((await admin.post('/api/probe/public', undefined, { origin: 'https://evil.example' })).body).toEqual({ who: null });
  });

  it('from our own pages is let through', async () => {
    const admin = await test.administrator();
    expect((await admin.post('/api/probe/public', undefined, { origin: test.url, 'sec-fetch-site': 'same-origin' })).body).toEqual({ who: 'admin' });
  });
});
