import type { HttpClient } from '../../../../test/support/http-client.js';
import { startIdentityApp, type IdentityApp } from '../../../../test/support/identity-app.js';
import { In } from 'typeorm';
import { Database } from '../../kernel/index.js';
import { UserEntity } from '../identity.entities.js';
import { UsersRepository } from '../users.repository.js';
import { PersonAccess } from '../person-access.service.js';

const PASSWORD = 'daun jatuh tak membenci angin';
interface One {
  id: string;
  state: string;
  name: string;
  forName: string;
}
interface Own {
  given: One[];
  received: One[];
}

/** Sari (head of section) goes on leave; Budi is her colleague, Citra sits elsewhere. */
describe('delegations', () => {
  let test: IdentityApp;
  let office: string;
  const ids: Record<string, string> = {};
  const clients: Record<string, HttpClient> = {};

  const who = (name: string): HttpClient => clients[name] as HttpClient;
  const user = (username: string, roles: string[], more: object = {}) => ({ username, name: username[0]?.toUpperCase() + username.slice(1), email: `${username}@contoh.example`, officeId: null, roles, ...more });
  const signIn = async (username: string) => {
    clients[username] = test.client();
    await who(username).signIn(username, PASSWORD);
  };
  beforeEach(async () => {
    test = await startIdentityApp();
    // 23:30 in Jakarta.
    test.clock.standAt(new Date('2026-11-30T16:30:00Z'));
    const admin = await test.administrator();
    office = (await admin.post<{ id: string }>('/api/offices', { code: 'DISKOMINFO', name: 'Diskominfo', kind: 'walidata' })).body.id;
    for (const [name, roles, more] of [['sari', ['kasi', 'admin'], {}], ['budi', ['staf'], {}], ['dedi', ['kasi'], { email: null }], ['citra', ['staf'], { officeId: office }]] as const) {
      const { id, oneTimePassword } = (await admin.post<{ id: string; oneTimePassword: string }>('/api/users', user(name, [...roles], more))).body;
      ids[name] = id;
      const client = test.client();
      await client.signIn(name, oneTimePassword);
      await client.put('/api/session/password', { current: oneTimePassword, next: PASSWORD });
      clients[name] = client;
    }
    clients['admin'] = admin;
  }, 30_000);
  afterEach(() => test.close());

  const body = (more: object = {}) => ({ userId: ids['budi'], role: 'kasi', fromDay: '2026-12-01', untilDay: '2026-12-02', basis: 'Cuti tahunan', ...more });
  const delegate = (more?: object, by = 'sari') => who(by).post<One & { code?: string }>('/api/delegations', body(more));
  const rolesOf = async (name: string) => (await who(name).get<{ user: { roles: string[] } }>('/api/session')).body.user.roles;
  const at = (time: string) => {
    test.clock.standAt(new Date(time));
    return signIn('budi');
  };

  it('offer own roles and colleagues of the same office', async () => {
    expect((await who('sari').get('/api/delegations/choices')).body).toMatchObject({ roles: ['kasi'], colleagues: expect.arrayContaining([{ id: ids['budi'], name: 'Budi', title: null, roles: ['staf'] }]) });
    const { colleagues } = (await who('sari').get<{ colleagues: { name: string }[] }>('/api/delegations/choices')).body;
    expect(colleagues.map(({ name }) => name)).not.toEqual(expect.arrayContaining(['Citra']));
    expect(colleagues.map(({ name }) => name)).not.toEqual(expect.arrayContaining(['Sari']));
  });

  it('give the role from the first day to the end of the last, by themselves; both are told, both see it', async () => {
    expect(await delegate()).toMatchObject({ status: 201, body: { state: 'later', name: 'Budi', forName: 'Sari' } });
    expect(test.mailed.map(({ to }) => to[0])).toEqual(['sari@contoh.example', 'budi@contoh.example']);
    expect(test.mailed[1]?.text).toContain('Sari mendelegasikan tugasnya sebagai Kepala Seksi kepada Budi, 1 Desember 2026 s.d. 2 Desember 2026');
    expect(await rolesOf('budi')).toEqual(['staf']);
    await at('2026-11-30T17:00:00Z');
    expect((await who('budi').get<{ user: object }>('/api/session')).body.user).toMatchObject({
      roles: ['staf', 'kasi'],
      standsIn: [{ role: 'kasi', forUserId: ids['sari'], untilDay: '2026-12-02', title: { id: 'a.n. Sari, Kepala Seksi', en: expect.stringMatching(/^on behalf of Sari, /) } }],
    });
    expect((await who('budi').get<Own>('/api/delegations')).body).toMatchObject({ given: [], received: [{ state: 'now', forName: 'Sari' }] });
    expect((await who('sari').get<Own>('/api/delegations')).body).toMatchObject({ given: [{ name: 'Budi' }], received: [] });
    const admin = await test.administrator();
    expect((await test.app.get(PersonAccess).of(ids['sari'] as string)).roles).toMatchObject([{ key: 'admin', delegatedTo: null }, { key: 'kasi', delegatedTo: { name: 'Budi', untilDay: '2026-12-02' } }]);
    expect((await admin.get('/api/substitutes')).body).toMatchObject([{ capacity: 'delegate', name: 'Budi', forName: 'Sari', basis: 'Cuti tahunan' }]);
    await at('2026-12-02T17:00:00Z');
    expect(await rolesOf('budi')).toEqual(['staf']);
  });

  it('count among what a colleague may do, as one asks about a whole office', async () => {
    await delegate();
    await at('2026-12-01T03:00:00Z');
    const users = test.app.get(UsersRepository);
    const { officeId } = await test.app.get(Database).read.findOneByOrFail(UserEntity, { id: ids['citra'] ?? '' });
    await test.app.get(Database).tx((db) => db.update(UserEntity, { id: In([ids['sari'], ids['budi']]) }, { officeId }));
    const together = await users.colleagues(officeId ?? '');
    expect(together.map(({ name, roles, officeKind }) => [name, [...roles].sort(), officeKind])).toEqual([['Budi', ['kasi', 'staf'], 'walidata'], ['Citra', ['staf'], 'walidata'], ['Sari', ['admin', 'kasi'], 'walidata']]);
    for (const { id, roles } of together) expect([...((await users.principal(id))?.roles ?? [])].sort()).toEqual([...roles].sort());
  });

  it('are ended early by whoever gave them, once, and by the administrator; nobody else', async () => {
    const { id } = (await delegate({ fromDay: '2026-11-30' })).body;
    expect(await rolesOf('budi')).toEqual(['staf', 'kasi']);
    expect((await who('budi').delete(`/api/delegations/${id}`)).status).toBe(404);
    expect((await who('sari').delete(`/api/delegations/${id}`)).status).toBe(204);
    expect(await rolesOf('budi')).toEqual(['staf']);
    expect((await who('sari').delete(`/api/delegations/${id}`)).status).toBe(404);
    expect(test.mailed.slice(2).map(({ key, to }) => [key.split(':')[2], to[0]])).toEqual([['ended', 'sari@contoh.example'], ['ended', 'budi@contoh.example']]);
    const again = (await delegate({ fromDay: '2026-11-30' })).body;
    expect((await who('admin').delete(`/api/substitutes/${again.id}`)).status).toBe(204);
    expect(test.mailed).toHaveLength(8);
    expect((await test.auditTrail()).map(({ action }) => action)).toEqual(expect.arrayContaining(['delegation.added', 'delegation.denied', 'delegation.ended', 'substitute.ended']));
  });

  it('give nothing once the giver has lost the role, has left, or one of them sits elsewhere; and nothing more where it has become one’s own', async () => {
    await delegate({ fromDay: '2026-11-30' });
    const change = (name: string, roles: string[], more: object = {}) => who('admin').put(`/api/users/${ids[name]}`, { ...user(name, roles), active: true, ...more });
    await change('sari', ['staf']);
    expect(await rolesOf('budi')).toEqual(['staf']);
    await change('sari', ['kasi']);
    expect(await rolesOf('budi')).toEqual(['staf', 'kasi']);
    await change('sari', ['kasi'], { officeId: office });
    expect(await rolesOf('budi')).toEqual(['staf']);
    await change('sari', ['kasi'], { active: false });
    expect(await rolesOf('budi')).toEqual(['staf']);
    await change('sari', ['kasi']);
    await change('budi', ['kasi', 'staf']);
    await signIn('budi');
    expect((await who('budi').get<{ user: { standsIn: object[] } }>('/api/session')).body.user.standsIn).toEqual([]);
  });

  it('are no chains: what is held for another is not given on', async () => {
    await delegate({ fromDay: '2026-11-30' });
    const choices = (await who('budi').get<{ roles: string[] }>('/api/delegations/choices')).body;
    expect(choices.roles).toEqual(['staf']);
    expect(await delegate({ userId: ids['dedi'] }, 'budi')).toMatchObject({ status: 422, body: { code: 'role-not-yours' } });
  });

  it.each([
    ['to a person of another office', () => ({ userId: ids['citra'] }), 422, 'not-a-colleague'],
    ['to oneself', () => ({ userId: ids['sari'] }), 422, 'not-a-colleague'],
    ['to nobody', () => ({ userId: 'nobody' }), 422, 'not-a-colleague'],
    ['of a role that is not held', () => ({ role: 'kadis' }), 422, 'role-not-yours'],
    ['of the administrator’s', () => ({ role: 'admin' }), 422, 'role-not-yours'],
    ['to somebody who has the role', () => ({ userId: ids['dedi'] }), 422, 'colleague-holds-role'],
    ['in the name of another', () => ({ forUserId: ids['dedi'] }), 400, 'request-invalid'],
    ['with days in the wrong order', () => ({ fromDay: '2026-12-03' }), 422, 'wrong-days'],
    ['for days that are over', () => ({ fromDay: '2026-11-01', untilDay: '2026-11-29' }), 422, 'wrong-days'],
    ['without a reason', () => ({ basis: ' ' }), 400, 'request-invalid'],
  ])('are not made %s', async (_, more, status, code) => expect(await delegate(more())).toMatchObject({ status, body: { code } }));

  it('do not overlap: one colleague at a time, and one giver for a colleague', async () => {
    await delegate();
    expect(await delegate({ fromDay: '2026-12-02', untilDay: '2026-12-05' })).toMatchObject({ status: 409, body: { code: 'delegated-already' } });
    expect(await delegate({}, 'dedi')).toMatchObject({ status: 409, body: { code: 'substitute-already' } });
    expect((await delegate({ fromDay: '2026-12-03', untilDay: '2026-12-05' })).status).toBe(201);
    // Who has no address is told nothing by mail; the other is.
    const before = test.mailed.length;
    expect((await delegate({ fromDay: '2026-12-06', untilDay: '2026-12-06' }, 'dedi')).status).toBe(201);
    expect(test.mailed.slice(before).map(({ to }) => to[0])).toEqual(['budi@contoh.example']);
  });
});
