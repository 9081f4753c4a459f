import { Controller, Get, Inject, Post } from '@nestjs/common';
import { startIdentityApp, type IdentityApp } from '../../../../test/support/identity-app.js';
import type { HttpClient } from '../../../../test/support/http-client.js';
import { Asker, AuditLog, Public } from '../../../sdk/index.js';

@Controller('api/probe')
class Probe {
  constructor(@Inject(Asker) private readonly asker: Asker, @Inject(AuditLog) private readonly audit: AuditLog) {}
  @Get() who() { return { who: this.asker.required().username }; }
  @Get('noted') async noted() { await this.audit.write({ action: 'probe.read' }); return {}; }
  @Post() write() { return {}; }
  @Public() @Get('open') open() { return { who: this.asker.current()?.username ?? null }; }
  @Public() @Post('open') send() { return {}; }
}

const PASSWORD = 'daun jatuh tak membenci angin';
const MINUTE = 60_000;

describe('seeing as somebody', () => {
  let test: IdentityApp;
  let admin: HttpClient;
  let sari: string;
  beforeEach(async () => {
    test = await startIdentityApp({}, [Probe as never]);
    admin = await test.administrator();
    sari = await person('sari', ['staf']);
  });
  afterEach(() => test.close());

  const person = async (username: string, roles: string[]) => (await admin.post<{ id: string }>('/api/users', { username, name: `Orang ${username}`, officeId: null, roles })).body.id;
  const begin = (userId: string) => admin.post('/api/session/view', { userId });
  const who = async () => { const { body } = await admin.get('/api/probe'); return body['who'] ?? body['code']; };
  const trail = async (action: string) => (await test.auditTrail()).filter((entry) => entry.action === action);
  const adminId = async () => ((await admin.get<{ user: { id: string } }>('/api/session')).body).user.id;

  it('answers as that person, says so, and ends by a click', async () => {
    const id = await adminId();
    expect((await begin(sari)).status).toBe(204);
    expect((await admin.get('/api/session')).body).toMatchObject({ user: { username: 'sari', roles: ['staf'], mustChange: false }, seenBy: { name: 'Administrator' } });
    expect([await who(), (await admin.get('/api/users')).status]).toEqual(['sari', 403]);
    expect((await admin.delete('/api/session/view')).status).toBe(204);
    expect((await admin.get('/api/session')).body).toMatchObject({ user: { username: 'admin' }, seenBy: null });
    expect((await admin.get('/api/users')).status).toBe(200);
    expect(await trail('view.begun')).toMatchObject([{ userId: id, subject: sari, detail: { name: 'Orang sari' } }]);
    expect(await trail('view.ended')).toMatchObject([{ userId: id, subject: sari, detail: { by: 'person' } }]);
  });

  it('changes nothing, by whatever method or address, on public routes too', async () => {
    await begin(sari);
    for (const path of ['/api/probe', '/api/probe/', '/api/probe/open', '/api/session/view', '/API/session/VIEW', '/api/session/../probe']) expect([path, (await admin.post(path, { userId: sari })).body]).toMatchObject([path, { code: 'read-only-view' }]);
    expect((await admin.put('/api/session/password', { current: 'x', next: PASSWORD })).body).toMatchObject({ code: 'read-only-view' });
    expect((await admin.put('/api/session/language', { language: 'en' })).body).toMatchObject({ code: 'read-only-view' });
    expect((await admin.get('/api/probe/open')).body).toEqual({ who: 'sari' });
  });

  it('is written down as the administrator’s, not as the person’s', async () => {
    const id = await adminId();
    await begin(sari);
    await admin.get('/api/probe/noted');
    expect(await trail('probe.read')).toMatchObject([{ userId: id, userName: 'Administrator', detail: { seenAs: 'Orang sari' } }]);
  });

  it('ends after 15 minutes; a page that is still open then does not act as the administrator unawares', async () => {
    test.clock.standAt(new Date());
    await begin(sari);
    const { seenBy } = (await admin.get<{ seenBy: { until: string } }>('/api/session')).body;
    const until = new Date(seenBy.until).getTime();
    expect(until - test.clock.now().getTime()).toBeLessThanOrEqual(15 * MINUTE);
    test.clock.standAt(new Date(until - 1_000));
    expect(await who()).toBe('sari');
    test.clock.standAt(new Date(until));
    expect(await admin.get('/api/probe')).toMatchObject({ status: 403, body: { code: 'view-over' } });
    expect(await admin.post('/api/probe')).toMatchObject({ status: 403, body: { code: 'view-over' } });
    expect((await admin.get('/api/probe/open')).body).toEqual({ who: null });
    expect((await admin.get('/api/session')).body).toMatchObject({ user: { username: 'admin' }, seenBy: null });
    expect(await who()).toBe('admin');
    expect((await trail('view.ended')).map((entry) => (entry as { detail?: object }).detail)).toMatchObject([{ by: 'time' }]);
  });

  it('ends when the person may not work any more or becomes an administrator, and when the looker is none', async () => {
    const other = test.client();
    const second = (await admin.post<{ id: string; oneTimePassword: string }>('/api/users', { username: 'kedua', name: 'Kedua', officeId: null, roles: ['admin'] })).body;
    await other.signIn('kedua', second.oneTimePassword);
    await other.put('/api/session/password', { current: second.oneTimePassword, next: PASSWORD });
    const change = (username: string, id: string, more: object) => other.put(`/api/users/${id}`, { username, name: `Orang ${username}`, officeId: null, roles: ['staf'], ...more });
    for (const more of [{ active: false }, { roles: ['admin'] }]) {
      await begin(sari);
      await change('sari', sari, more);
      expect((await admin.get('/api/probe')).body).toMatchObject({ code: 'view-over' });
      await admin.get('/api/session');
      await change('sari', sari, {});
    }
    await begin(sari);
    await change('admin', (await trail('view.begun') as { userId?: string }[])[0]?.userId ?? '', { roles: ['staf'] });
    expect((await admin.get('/api/probe')).body).toMatchObject({ code: 'view-over' });
  });

  it('is not for another administrator, oneself, nobody, or people who are none', async () => {
    expect(await begin(await person('kedua', ['admin', 'staf']))).toMatchObject({ status: 403, body: { code: 'not-as-administrator' } });
    expect(await begin(await adminId())).toMatchObject({ status: 422, body: { code: 'that-is-you' } });
    expect(await begin('nobody')).toMatchObject({ status: 422, body: { code: 'no-such-person' } });
    const { oneTimePassword } = (await admin.post<{ oneTimePassword: string }>(`/api/users/${sari}/password`)).body;
    const client = test.client();
    await client.signIn('sari', oneTimePassword);
    await client.put('/api/session/password', { current: oneTimePassword, next: PASSWORD });
    expect((await client.post('/api/session/view', { userId: sari })).status).toBe(403);
    expect((await client.delete('/api/session/view')).status).toBe(204);
    expect(await trail('view.begun')).toEqual([]);
  });

  it('ends with the session, and says so', async () => {
    await begin(sari);
    expect((await admin.delete('/api/session')).status).toBe(204);
    expect((await admin.get('/api/session')).status).toBe(401);
    expect(await trail('view.ended')).toHaveLength(1);
  });

  it('is another session’s business not at all', async () => {
    await begin(sari);
    const elsewhere = await test.administrator();
    expect((await elsewhere.get('/api/session')).body).toMatchObject({ user: { username: 'admin' }, seenBy: null });
  });
});
