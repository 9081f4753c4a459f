import { Controller, Get, Inject } from '@nestjs/common';
import type { HttpClient } from '../../../test/support/http-client.js';
import { startIdentityApp, type IdentityApp } from '../../../test/support/identity-app.js';
import { Asker, Permission, Public, Roles } from '../../sdk/index.js';

const text = (word: string) => ({ id: word, en: word });
const SEE = 'permits.see-register';
const Permits = {
  name: 'permits',
  roles: { clerk: { title: text('Petugas') } },
  permissions: { [SEE]: { title: text('Lihat daftar'), description: text('Melihat semua izin.'), roles: ['clerk'] }, 'permits.write': { title: text('Tulis'), description: text('Menulis.'), roles: [] } },
};

@Permission(SEE)
@Controller('api/permits')
class Register {
  constructor(@Inject(Asker) private readonly asker: Asker) {}
  @Get() list() { return {}; }
  @Get('write') @Permission('permits.write') write() { return {}; }
  @Get('both') @Roles('admin') both() { return {}; }
  @Public() @Get('may') async may() { return { see: await this.asker.can(SEE) }; }
  @Public() @Get('unknown') unknown() { return this.asker.can('permits.unknown'); }
}

describe('permissions', () => {
  let test: IdentityApp;
  let admin: HttpClient;
  let clerk: HttpClient;
  beforeAll(async () => {
    test = await startIdentityApp({}, [Register as never], [Permits]);
    admin = await test.administrator();
    const { oneTimePassword } = (await admin.post<{ oneTimePassword: string }>('/api/users', { username: 'petugas', name: 'Petugas', officeId: null, roles: ['clerk'] })).body;
    clerk = test.client();
    await clerk.signIn('petugas', oneTimePassword);
    await clerk.put('/api/session/password', { current: oneTimePassword, next: 'daun jatuh tak membenci angin' });
  });
  afterAll(() => test.close());

  const statuses = async (client: HttpClient) => [(await client.get('/api/permits')).status, (await client.get('/api/permits/write')).status, (await client.get('/api/permits/both')).status];
  const may = async (client: HttpClient) => (await client.get('/api/permits/may')).body;

  it('are had by the roles that the plugin names, and by nobody else', async () => {
    expect(await statuses(clerk)).toEqual([200, 403, 403]);
    expect(await statuses(admin)).toEqual([403, 403, 403]);
    expect([await may(clerk), await may(admin), await may(test.client())]).toEqual([{ see: true }, { see: false }, { see: false }]);
    expect((await clerk.get('/api/session')).body).toMatchObject({ permissions: [SEE] });
    expect((await test.client().get('/api/permits')).status).toBe(401);
  });

  it('of no plugin are a fault of ours', async () => expect((await clerk.get('/api/permits/unknown')).status).toBe(500));

  it('are given to other roles by the administrator alone, at once, and that is written down', async () => {
    expect((await clerk.get('/api/permissions')).status).toBe(403);
    expect((await clerk.put(`/api/permissions/${SEE}`, { roles: ['clerk'] })).status).toBe(403);
    expect((await admin.put(`/api/permissions/${SEE}`, { roles: ['admin'] })).status).toBe(204);
    expect([await statuses(clerk), await statuses(admin)]).toEqual([[403, 403, 403], [200, 403, 200]]);
    expect((await admin.get('/api/permissions')).body).toEqual([
      { key: SEE, plugin: 'permits', title: text('Lihat daftar'), description: text('Melihat semua izin.'), roles: ['admin'], standard: ['clerk'] },
      expect.objectContaining({ key: 'permits.write', roles: [] }),
    ]);
    expect(await test.auditTrail()).toEqual(expect.arrayContaining([expect.objectContaining({ action: 'permission.changed', subject: SEE, detail: { before: ['clerk'], after: ['admin'] } })]));
    await admin.put(`/api/permissions/${SEE}`, { roles: ['clerk'] });
    expect(await statuses(clerk)).toEqual([200, 403, 403]);
  });

  it('are given to roles that there are, and are permissions that there are', async () => {
    expect(await admin.put(`/api/permissions/${SEE}`, { roles: ['ghost'] })).toMatchObject({ status: 422, body: { code: 'unknown-role' } });
    expect((await admin.put('/api/permissions/permits.unknown', { roles: [] })).status).toBe(404);
  });
});
