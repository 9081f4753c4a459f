import { Controller, Get } from '@nestjs/common';
import type { HttpClient } from '../../../../test/support/http-client.js';
import { startIdentityApp, type IdentityApp } from '../../../../test/support/identity-app.js';
import { Offices, Roles } from '../../../sdk/index.js';

@Controller('api/head')
class HeadController {
  @Get()
  @Roles('kadis')
  read(): string {
    return 'yes';
  }
}

interface Account {
  id: string;
  username: string;
  oneTimePassword: string;
}
const DAY = 86_400_000;
const PASSWORD = 'daun jatuh tak membenci angin';

describe('substitutes', () => {
  let test: IdentityApp;
  let admin: HttpClient;
  let secretary: Account;
  let client: HttpClient;
  beforeEach(async () => {
    test = await startIdentityApp({}, [HeadController]);
    // 23:30 in Jakarta.
    test.clock.standAt(new Date('2026-11-30T16:30:00Z'));
    admin = await test.administrator();
    secretary = (await admin.post<Account>('/api/users', { username: 'sekretaris', name: 'Sekretaris', email: 'sekretaris@contoh.example', officeId: null, roles: ['staf'] })).body;
    client = test.client();
    await client.signIn('sekretaris', secretary.oneTimePassword);
    await client.put('/api/session/password', { current: secretary.oneTimePassword, next: PASSWORD });
  });
  afterEach(() => test.close());

  const body = (more: object = {}) => ({ userId: secretary.id, role: 'kadis', capacity: 'plh', fromDay: '2026-12-01', untilDay: '2026-12-02', basis: '800/12/2026', ...more });
  const add = (more?: object) => admin.post<{ id: string; state: string }>('/api/substitutes', body(more));
  /** With a session of the moment: one that is days old has ended. */
  const mayActAsHead = async () => {
    await client.signIn('sekretaris', PASSWORD);
    return (await client.get('/api/head')).status === 200;
  };

  it('hold the role from the first day to the end of the last, by the office’s clock', async () => {
    expect(await add()).toMatchObject({ status: 201, body: { state: 'later', name: 'Sekretaris', createdByName: 'Administrator' } });
    expect(await mayActAsHead()).toBe(false);
    test.clock.standAt(new Date('2026-11-30T17:00:00Z'));
    expect(await mayActAsHead()).toBe(true);
    expect((await client.get<{ user: object }>('/api/session')).body.user).toMatchObject({ roles: ['staf', 'kadis'], standsIn: [{ role: 'kadis', title: { id: 'Plh. Kepala Dinas', en: 'Plh. Head of the office' }, untilDay: '2026-12-02' }] });
    test.clock.standAt(new Date('2026-12-02T16:59:59Z'));
    expect(await mayActAsHead()).toBe(true);
    test.clock.standAt(new Date('2026-12-02T17:00:00Z'));
    expect(await mayActAsHead()).toBe(false);
    expect((await (await test.administrator()).get<object[]>('/api/substitutes')).body).toMatchObject([{ state: 'over', endedAt: null }]);
  });

  it('get the mail of the role', async () => {
    const offices = test.app.get(Offices);
    await add({ fromDay: '2026-11-30' });
    expect(await offices.mailOf('kadis')).toEqual(['sekretaris@contoh.example']);
    test.clock.standAt(new Date(test.clock.now().getTime() + 5 * DAY));
    expect(await offices.mailOf('kadis')).toEqual([]);
  });

  it('are ended by the administrator, once, and stay in the list', async () => {
    const { id } = (await add({ fromDay: '2026-11-30' })).body;
    expect(await mayActAsHead()).toBe(true);
    expect((await admin.delete(`/api/substitutes/${id}`)).status).toBe(204);
    expect(await mayActAsHead()).toBe(false);
    expect((await admin.delete(`/api/substitutes/${id}`)).status).toBe(404);
    expect((await admin.get<object[]>('/api/substitutes')).body).toMatchObject([{ id, state: 'over' }]);
    expect((await test.auditTrail()).map(({ action }) => action)).toEqual(expect.arrayContaining(['substitute.added', 'substitute.ended']));
  });

  it.each([
    ['nobody', { userId: 'nobody' }, 422, 'no-such-person'],
    ['an administrator', { role: 'admin' }, 422, 'administrator-has-no-substitute'],
    ['a role that he holds', { role: 'staf' }, 422, 'role-held-already'],
    ['a role that there is not', { role: 'raja' }, 422, 'unknown-role'],
    ['a role of another kind of office', { role: 'operator' }, 422, 'role-not-here'],
    ['days in the wrong order', { fromDay: '2026-12-03' }, 422, 'wrong-days'],
    ['days that are over', { fromDay: '2026-11-01', untilDay: '2026-11-29' }, 422, 'wrong-days'],
    ['a day that is none', { fromDay: '2026-02-30' }, 400, 'request-invalid'],
    ['no letter', { basis: ' ' }, 400, 'request-invalid'],
  ])('are not made for %s', async (_, more, status, code) => expect(await add(more)).toMatchObject({ status, body: { code } }));

  it('are not made twice for the same days', async () => {
    await add();
    expect(await add({ fromDay: '2026-12-02', untilDay: '2026-12-05' })).toMatchObject({ status: 409, body: { code: 'substitute-already' } });
    expect((await add({ fromDay: '2026-12-03', untilDay: '2026-12-05' })).status).toBe(201);
  });

  it('are the administrator’s to make', async () => {
    expect([(await client.get('/api/substitutes')).status, (await client.post('/api/substitutes', body())).status, (await client.delete('/api/substitutes/x')).status]).toEqual([403, 403, 403]);
  });
});
