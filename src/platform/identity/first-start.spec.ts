import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { startIdentityApp, type IdentityApp } from '../../../test/support/identity-app.js';
import { DemoSeed } from './demo-seed.js';
import { FirstStart } from './first-start.js';
import { DEMO_OFFICES, DEMO_PEOPLE } from './demo-data.js';
import { OfficeEntity, UserEntity, UserRoleEntity } from './identity.entities.js';

/** Runs a start again, on so many nodes at once, and answers what they print. */
async function startAgain(test: IdentityApp, nodes = 1): Promise<string> {
  let printed = '';
  const output = jest.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((printed += String(text))));
  const starts = Array.from({ length: nodes }, () => test.app.get(FirstStart).onApplicationBootstrap());
  await Promise.all(starts).finally(() => output.mockRestore());
  return printed;
}

describe('the first start', () => {
  let test: IdentityApp;
  beforeEach(async () => void (test = await startIdentityApp()));
  afterEach(() => test.close());

  it('makes an empty office with one administrator', async () => {
    expect(test.oneTimePassword).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/);
    expect(await test.database.read.count(UserEntity)).toBe(1);
    expect(await test.database.read.count(OfficeEntity)).toBe(0);
    expect((await test.client().get('/api/session/demo-accounts')).status).toBe(404);
  });

  it('prints a new one-time password at each start until one was used, and nothing after', async () => {
    const again = /one-time password: (\S+)/.exec(await startAgain(test))?.[1] as string;
    expect(again).not.toBe(test.oneTimePassword);
    const admin = test.client();
    expect((await admin.signIn('admin', test.oneTimePassword)).status).toBe(401);
    expect((await admin.signIn('admin', again)).status).toBe(201);
    await admin.put('/api/session/password', { current: again, next: 'mendung tak berarti hujan' });
    expect(await startAgain(test)).toBe('');
    expect((await admin.get('/api/session')).status).toBe(200);
  });

  it('makes one administrator, with the one password that is printed, where two nodes start on one empty database', async () => {
    await test.database.tx(async (db) => {
      for (const entity of [UserRoleEntity, UserEntity]) await db.createQueryBuilder().delete().from(entity).execute();
    });
    const printed = await startAgain(test, 2);
    const passwords = [...printed.matchAll(/one-time password: (\S+)/g)].map(([, password]) => password as string);
    expect(passwords).toHaveLength(1);
    expect(await test.database.read.count(UserEntity)).toBe(1);
    expect((await test.client().signIn('admin', passwords[0] as string)).status).toBe(201);
  });

  it('adds no demonstration to an office that has people of its own', async () => {
    const admin = await test.administrator();
    await admin.post('/api/users', { username: 'nyata', name: 'Orang Nyata', officeId: null, roles: ['kadis'] });
    expect(await test.app.get(DemoSeed).seed()).toBe('refused');
    expect(await test.database.read.count(UserEntity)).toBe(2);
  });
});

describe('a demonstration', () => {
  let test: IdentityApp;
  beforeAll(async () => void (test = await startIdentityApp({ TERTIB_DEMO: '1' })));
  afterAll(() => test.close());

  it('has every actor, with a password in a file that only its owner reads', async () => {
    const path = join(test.dataDir, 'demo-accounts.json');
    expect((statSync(path).mode & 0o777).toString(8)).toBe('600');
    const accounts = JSON.parse(readFileSync(path, 'utf8')) as { username: string; password: string; role: string; office: string }[];
    expect(accounts).toHaveLength(DEMO_PEOPLE.length);
    expect(new Set(accounts.map(({ password }) => password)).size).toBe(accounts.length);
    for (const { username, password, role, office } of accounts) {
      const browser = test.client();
      const { status, body } = await browser.signIn(username, password);
      expect({ status, body }).toMatchObject({ status: 201, body: { user: { username, mustChange: false, roles: role.split(', ') } } });
      expect(DEMO_OFFICES.map(({ name }) => name)).toContain(office);
    }
  });

  it('offers them on the machine itself only', async () => {
    expect((await test.client().get<unknown[]>('/api/session/demo-accounts')).body).toHaveLength(DEMO_PEOPLE.length);
    for (const headers of [{ host: 'tertib.kantor:3000' }, { host: 'rebound.evil.example' }, { 'x-forwarded-for': '192.0.2.1' }, { via: '1.1 proxy' }] as Record<string, string>[]) {
      expect((await test.client(headers).get('/api/session/demo-accounts')).status).toBe(404);
    }
  });

  it('is made once', async () => {
    const before = readFileSync(join(test.dataDir, 'demo-accounts.json'), 'utf8');
    await startAgain(test);
    expect(await test.app.get(DemoSeed).seed()).toBe('there');
    expect(readFileSync(join(test.dataDir, 'demo-accounts.json'), 'utf8')).toBe(before);
  });
});
