import { startIdentityApp, type IdentityApp } from '../../../test/support/identity-app.js';
import { PersonAccess } from './person-access.service.js';

const text = (word: string) => ({ id: word, en: word });
const roles = { staf: { title: text('Staf') }, kadis: { title: text('Kepala Dinas') } };
const permissions = { 'satu-data.see-board': { title: { id: 'Papan', en: 'Board' }, description: { id: 'Melihat papan', en: 'Sees the board' }, roles: ['kadis'] } };

describe('What a person’s roles are from', () => {
  let test: IdentityApp;
  afterEach(() => test.close());

  it('is told as the guard finds it: own, as a substitute until when, and gone with the account', async () => {
    test = await startIdentityApp({}, [], [{ name: 'satu-data', roles, permissions }]);
    const admin = await test.administrator();
    const person = { username: 'sari', name: 'Sari', title: 'Staf', officeId: null, roles: ['staf'] };
    const { id } = (await admin.post<{ id: string }>('/api/users', person)).body;
    const of = () => test.app.get(PersonAccess).of(id);
    expect(await of()).toMatchObject({ name: 'Sari', active: true, officeName: null, roles: [{ key: 'staf', standsIn: null }], permissions: [] });
    test.clock.standAt(new Date('2026-12-01T03:00:00Z'));
    const again = await test.administrator();
    await again.post('/api/substitutes', { userId: id, role: 'kadis', capacity: 'plh', fromDay: '2026-12-01', untilDay: '2026-12-02', basis: '800/1' });
    await again.put('/api/roles/kadis', { nameId: 'Kepala', nameEn: 'Head' });
    expect(await of()).toMatchObject({
      roles: [{ key: 'staf', standsIn: null }, { key: 'kadis', name: { id: 'Kepala' }, standsIn: { title: { id: 'Plh. Kepala' }, untilDay: '2026-12-02' } }],
      permissions: [{ key: 'satu-data.see-board', through: ['kadis'] }],
    });
    expect((await of()).roles.map(({ delegatedTo }) => delegatedTo)).toEqual([null, null]);
    test.clock.standAt(new Date('2026-12-03T03:00:00Z'));
    expect(await of()).toMatchObject({ roles: [{ key: 'staf' }], permissions: [] });
    await (await test.administrator()).put(`/api/users/${id}`, { ...person, active: false });
    expect(await of()).toMatchObject({ active: false, roles: [], permissions: [] });
    await expect(test.app.get(PersonAccess).of('nobody')).rejects.toMatchObject({ status: 404 });
  });
});
