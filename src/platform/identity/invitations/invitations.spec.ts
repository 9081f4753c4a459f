import { startIdentityApp, type IdentityApp } from '../../../../test/support/identity-app.js';
import type { HttpClient } from '../../../../test/support/http-client.js';

interface Account {
  id: string;
  username: string;
  oneTimePassword: string | null;
  validUntil: string;
  site: string | null;
  mailedTo: string | null;
  notMailed: string | null;
}

const SMTP = { SMTP_URL: 'smtp://127.0.0.1:1', PUBLIC_URL: 'https://tertib.contoh.example' };
const PASSWORD = 'daun jatuh tak membenci angin';
const WEEK = 7 * 86_400_000;

describe('an invitation', () => {
  let test: IdentityApp;
  let admin: HttpClient;
  const start = async (environment: Record<string, string>) => {
    test = await startIdentityApp(environment);
    admin = await test.administrator();
  };
  afterEach(() => test.close());

  const invite = async (username: string, more: object = {}) => (await admin.post<Account>('/api/users', { username, name: `Orang ${username}`, officeId: null, roles: ['staf'], email: `${username}@contoh.example`, by: 'mail', ...more })).body;
  const again = async (id: string, body?: object) => (await admin.post<Account>(`/api/users/${id}/password`, body)).body;
  const linkOf = (text: string | undefined) => new URL(/https?:\S+/.exec(text ?? '')?.[0] ?? 'nothing:');
  /** As the page does with what is behind the `#`. */
  const codeIn = (text: string | undefined) => new URLSearchParams(linkOf(text).hash.slice(1)).get('code') ?? '';
  const choose = async (username: string, code: string) => {
    const client = test.client();
    const signedIn = await client.signIn(username, code);
    return [signedIn.status, (await client.put('/api/session/password', { current: code, next: PASSWORD })).status];
  };

  it('goes by mail with a link that works once, and leaves its code nowhere', async () => {
    await start(SMTP);
    const account = await invite('sari');
    expect(account).toMatchObject({ username: 'sari', oneTimePassword: null, mailedTo: 'sari@contoh.example', notMailed: null });
    const [mail] = test.sent;
    expect([mail?.to, linkOf(mail?.text).origin, linkOf(mail?.text).pathname, linkOf(mail?.text).search]).toEqual(['sari@contoh.example', 'https://tertib.contoh.example', '/admin/', '']);
    const code = codeIn(mail?.text);
    expect(code).toMatch(/^\w{4}(-\w{4}){3}$/);
    expect(mail?.shown).not.toContain(code);
    expect(await choose('sari', code)).toEqual([201, 200]);
    expect(await choose('sari', code)).toEqual([401, 401]);
    expect((await test.client().signIn('sari', PASSWORD)).status).toBe(201);
    const trail = await test.auditTrail();
    expect(trail).toContainEqual(expect.objectContaining({ action: 'user.invited', subject: account.id, detail: { by: 'mail', to: 'sari@contoh.example', until: account.validUntil } }));
    expect(JSON.stringify(trail)).not.toContain(code);
  });

  it('is in the language of its person', async () => {
    await start(SMTP);
    await invite('ani', { language: 'en' });
    await invite('budi');
    expect(test.sent.map(({ text }) => text.slice(0, 4))).toEqual(['Dear', 'Yth.']);
  });

  it.each<[string, Record<string, string>, object, string | null]>([
    ['the person has no address', SMTP, { email: '' }, 'no-address'],
    ['there is no mail server', { PUBLIC_URL: SMTP.PUBLIC_URL }, {}, 'no-server'],
    ['nobody has said where the site is', { SMTP_URL: SMTP.SMTP_URL }, {}, 'no-site'],
    ['the mail server does not take it', SMTP, { email: 'ditolak@contoh.example' }, 'refused'],
    ['the administrator wants paper', SMTP, { by: 'paper' }, null],
  ])('is for paper where %s', async (_, environment, more, notMailed) => {
    await start(environment);
    const account = await invite('sari', more);
    expect(account).toMatchObject({ mailedTo: null, notMailed, site: 'PUBLIC_URL' in environment ? 'https://tertib.contoh.example/admin/' : null });
    expect(test.sent).toEqual([]);
    expect(await choose('sari', account.oneTimePassword ?? '')).toEqual([201, 200]);
    expect(await test.auditTrail()).toContainEqual(expect.objectContaining({ action: 'user.invited', detail: { by: 'paper', until: account.validUntil, ...(notMailed && { notMailed }) } }));
  });

  it('ends after a week, at the sign-in and for who had signed in before', async () => {
    await start({});
    const { oneTimePassword, validUntil } = await invite('sari', { by: 'paper' });
    const code = oneTimePassword ?? '';
    const early = test.client();
    test.clock.standAt(new Date(new Date(validUntil).getTime() - 60_000));
    expect((await early.signIn('sari', code)).status).toBe(201);
    test.clock.standAt(new Date(validUntil));
    expect(await test.client().signIn('sari', code)).toMatchObject({ status: 401, body: { code: 'one-time-password-over' } });
    expect(await early.put('/api/session/password', { current: code, next: PASSWORD })).toMatchObject({ status: 401, body: { code: 'one-time-password-over' } });
    expect(new Date(validUntil).getTime() - Date.now()).toBeGreaterThan(WEEK - 60_000);
  });

  it('does not end a password that its person has chosen', async () => {
    await start({});
    const { oneTimePassword } = await invite('sari', { by: 'paper' });
    await choose('sari', oneTimePassword ?? '');
    test.clock.standAt(new Date(Date.now() + 2 * WEEK));
    expect((await test.client().signIn('sari', PASSWORD)).status).toBe(201);
  });

  it('is worth nothing once there is a newer one, which comes the same way', async () => {
    await start(SMTP);
    const { id } = await invite('sari');
    expect(await again(id, { by: 'mail' })).toMatchObject({ mailedTo: 'sari@contoh.example', oneTimePassword: null });
    const [first, second] = test.sent.map(({ text }) => codeIn(text));
    expect(await choose('sari', first ?? '')).toEqual([401, 401]);
    expect(await choose('sari', second ?? '')).toEqual([201, 200]);
    const onPaper = await again(id);
    expect((await test.client().signIn('sari', PASSWORD)).status).toBe(401);
    expect(await choose('sari', onPaper.oneTimePassword ?? '')).toEqual([201, 200]);
  });

  it('is shown in the list of people until a password is chosen', async () => {
    await start({});
    const { id, validUntil, oneTimePassword } = await invite('sari', { by: 'paper' });
    const row = async () => (await admin.get<{ id: string }[]>('/api/users')).body.find((one) => one.id === id);
    expect(await row()).toMatchObject({ mustChange: true, oneTimeUntil: validUntil });
    await choose('sari', oneTimePassword ?? '');
    expect(await row()).toMatchObject({ mustChange: false, oneTimeUntil: null });
  });
});
