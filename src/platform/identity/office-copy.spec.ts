import { startIdentityApp, type IdentityApp } from '../../../test/support/identity-app.js';
import { Database } from '../kernel/index.js';
import { SessionEntity, UserEntity, UserRoleEntity } from './identity.entities.js';
import { copyOffice, layOutOffice, vacantRoles } from './office-copy.js';

describe('a copy of the office', () => {
  let from: IdentityApp;
  let to: IdentityApp;
  beforeAll(async () => {
    [from, to] = [await startIdentityApp(), await startIdentityApp()];
    const admin = await from.administrator();
    const office = (await admin.post<{ id: string }>('/api/offices', { code: 'DINKES', name: 'Dinas Kesehatan', kind: 'produsen' })).body.id;
    await admin.post('/api/users', { username: 'operator.satu', name: 'Operator', officeId: office, roles: ['operator'] });
  });
  afterAll(async () => {
    await from.close();
    await to.close();
  });

  it('has its people and roles, and nothing that anybody could sign in with; whom nobody plays is made up', async () => {
    const copy = await copyOffice(from.app.get(Database).read);
    expect(vacantRoles(copy, ['admin', 'operator', 'kasi'])).toEqual(['kasi']);
    const database = to.app.get(Database);
    await database.tx(async (db) => {
      for (const entity of [UserRoleEntity, SessionEntity, UserEntity]) await db.createQueryBuilder().delete().from(entity).execute();
      await layOutOffice(db, copy, [{ key: 'kasi', name: 'Kepala Seksi' }], new Date());
    });
    const users = await database.read.find(UserEntity, { order: { username: 'ASC' } });
    expect(users.map(({ username, passwordHash, mustChange }) => [username, passwordHash, mustChange])).toEqual([['admin', '', false], ['operator.satu', '', false], ['peran-kasi', '', false]]);
    expect((await database.read.find(UserRoleEntity)).map(({ role }) => role).toSorted()).toEqual(['admin', 'kasi', 'operator']);
    expect(await database.read.count(SessionEntity)).toBe(0);
  });
});
