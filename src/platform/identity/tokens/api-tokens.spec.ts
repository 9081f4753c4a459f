import { Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { startIdentityApp, type IdentityApp } from '../../../../test/support/identity-app.js';
import { HttpClient } from '../../../../test/support/http-client.js';
import { Asker, Roles } from '../../../sdk/index.js';
import { ApiTokenEntity } from './api-token.entity.js';
import { Machines } from './token-scopes.js';

@Controller('api/machines')
class MachinesController {
  constructor(private readonly asker: Asker) {}

  @Get()
  @Roles('admin')
  @Machines('releases:read')
  read() {
    return { name: this.asker.required().name };
  }

  @Post()
  @HttpCode(204)
  @Roles('admin')
  @Machines('releases:write')
  write(): void {}

  @Delete()
  @HttpCode(204)
  @Roles('admin')
  people(): void {}
}

interface Token {
  readonly id: string;
  readonly token: string;
}

describe('Tokens for machines', () => {
  let app: IdentityApp;
  let admin: HttpClient;
  const day = 24 * 3_600_000;
  const machine = (token: string) => new HttpClient(app.url, { authorization: `Bearer ${token}` });
  const make = async (more: object = {}) => (await admin.post<Token>('/api/tokens', { name: 'CI', scopes: ['releases:read'], days: 30, ...more })).body;
  beforeEach(async () => {
    app = await startIdentityApp({}, [MachinesController]);
    admin = await app.administrator();
  });
  afterEach(() => app.close());

  it('are shown once, kept as hashes and told to the audit trail', async () => {
    const { id, token } = await make();
    expect(token).toMatch(/^tertib_[\w-]{43}$/);
    expect((await admin.get('/api/tokens')).body).toMatchObject([{ id, name: 'CI', scopes: ['releases:read'], lastUsedAt: null, revokedAt: null }]);
    const kept = JSON.stringify([await app.database.read.find(ApiTokenEntity), await app.auditTrail(), (await admin.get('/api/tokens')).body]);
    expect(kept).not.toContain(token);
    expect((await app.auditTrail()).map(({ action }) => action)).toContain('token.created');
  });

  it('open the routes that name their scope, without a session or our pages\' header', async () => {
    const { token } = await make();
    expect((await machine(token).get('/api/machines')).body).toEqual({ name: 'Token CI' });
    expect((await admin.get<{ lastUsedAt: string }[]>('/api/tokens')).body[0]?.lastUsedAt).toEqual(expect.any(String));
    expect(await machine(token).post('/api/machines')).toMatchObject({ status: 403, body: { code: 'token-scope', scope: 'releases:write' } });
    expect(await machine(token).delete('/api/machines')).toMatchObject({ status: 403, body: { code: 'token-not-here' } });
    expect(await machine(token).get('/api/tokens')).toMatchObject({ status: 403, body: { code: 'token-not-here' } });
    expect((await machine((await make({ scopes: ['releases:write'] })).token).post('/api/machines')).status).toBe(204);
  });

  it('end by their time, or when they are revoked', async () => {
    const [short, other] = [await make({ days: 1 }), await make()];
    app.clock.moveTo(new Date(app.clock.now().getTime() + day + 1));
    expect(await machine(short.token).get('/api/machines')).toMatchObject({ status: 401, body: { code: 'token-invalid' } });
    admin = await app.administrator();
    expect((await admin.delete(`/api/tokens/${other.id}`)).status).toBe(204);
    expect((await admin.delete(`/api/tokens/${other.id}`)).status).toBe(404);
    expect((await machine(other.token).get('/api/machines')).status).toBe(401);
    expect((await app.auditTrail()).map(({ action }) => action)).toContain('token.revoked');
  });

  it('are not guessed, nor borrow the session beside them', async () => {
    const cookie = [...admin.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    expect((await admin.get('/api/machines', { authorization: 'Bearer tertib_wrong', cookie })).status).toBe(401);
    for (let attempt = 1; attempt < 5; attempt++) await machine('tertib_wrong').get('/api/machines');
    expect(await machine('tertib_wrong').get('/api/machines')).toMatchObject({ status: 429, body: { code: 'too-many-attempts' } });
    expect((await machine((await make()).token).get('/api/machines')).status).toBe(200);
  });

  it('may ask three hundred times a minute', async () => {
    const { token } = await make();
    const client = machine(token);
    for (let request = 0; request < 300; request++) await client.get('/api/machines');
    expect(await client.get('/api/machines')).toMatchObject({ status: 429, body: { code: 'too-many-requests' } });
    app.clock.moveTo(new Date(app.clock.now().getTime() + 60_001));
    expect((await client.get('/api/machines')).status).toBe(200);
  });

  it.each([[{ scopes: [] }], [{ scopes: ['everything'] }], [{ days: 0 }], [{ days: 1_000 }], [{ name: ' ' }]])('refuse to be made of %j', async (wrong) => {
    expect((await admin.post('/api/tokens', { name: 'CI', scopes: ['operations'], days: 30, ...wrong })).status).toBe(400);
  });
});
