import type { HttpClient } from '../../../test/support/http-client.js';
import { startIdentityApp, type IdentityApp } from '../../../test/support/identity-app.js';
import { OfficeEntity, UserEntity } from './identity.entities.js';

interface Account {
  id: string;
  username: string;
  oneTimePassword: string;
}

const office = (code: string, kind = 'produsen') => ({ code, name: `Instansi ${code}`, kind, email: `${code.toLowerCase()}@contoh.example` });
const person = (username: string, roles: string[], officeId: string | null) => ({ username, name: `Orang ${username}`, officeId, roles });

describe('the directory', () => {
  let test: IdentityApp;
  let admin: HttpClient;
  beforeAll(async () => {
    test = await startIdentityApp();
    admin = await test.administrator();
  });
  afterAll(() => test.close());

  const newOffice = async (code: string, kind?: string) => (await admin.post<{ id: string }>('/api/offices', office(code, kind))).body.id;
  const newUser = async (username: string, roles: string[], officeId: string | null) => (await admin.post<Account>('/api/users', person(username, roles, officeId))).body;
  const signedIn = async ({ username, oneTimePassword }: Account) => {
    const client = test.client();
    await client.signIn(username, oneTimePassword);
    await client.put('/api/session/password', { current: oneTimePassword, next: 'daun jatuh tak membenci angin' });
    return client;
  };

  describe('offices', () => {
    it('are created, listed by kind, and changed', async () => {
      const id = await newOffice('DINKES');
      await newOffice('DISKOMINFO', 'walidata');
      expect((await admin.get<{ code: string }[]>('/api/offices?kind=produsen')).body).toEqual([{ id, ...office('DINKES'), active: true }]);
      expect((await admin.put(`/api/offices/${id}`, { ...office('DINKES'), name: 'Dinas Kesehatan', active: false })).body).toMatchObject({ id, name: 'Dinas Kesehatan', active: false });
      expect((await admin.get('/api/offices?kind=anything')).status).toBe(400);
    });

    it('have codes of their own, which the engine can carry', async () => {
      await newOffice('SAMA');
      expect(await admin.post('/api/offices', office('SAMA'))).toMatchObject({ status: 409, body: { code: 'already-exists' } });
      for (const code of ['', 'A,B', 'A B', '-A', '${a}', 'A'.repeat(42)]) expect((await admin.post('/api/offices', office(code))).status).toBe(400);
      expect((await admin.put('/api/offices/no-such-id', office('LAIN'))).status).toBe(404);
    });

    it('keep code and kind once somebody belongs to them', async () => {
      const id = await newOffice('KOSONG');
      expect((await admin.put(`/api/offices/${id}`, office('TERISI', 'bps'))).status).toBe(200);
      expect((await admin.put(`/api/offices/${id}`, office('TERISI'))).status).toBe(200);
      await newUser('penghuni', ['operator'], id);
      expect(await admin.put(`/api/offices/${id}`, office('TERISI', 'walidata'))).toMatchObject({ status: 409, body: { code: 'office-in-use' } });
      expect(await admin.put(`/api/offices/${id}`, office('LAIN'))).toMatchObject({ status: 409, body: { code: 'office-in-use' } });
      expect((await admin.put(`/api/offices/${id}`, { ...office('TERISI'), name: 'Nama Baru' })).status).toBe(200);
    });
  });

  describe('people', () => {
    it('get a one-time password, and what their role permits', async () => {
      const operator = await signedIn(await newUser('operator.satu', ['operator'], await newOffice('DISDIK')));
      for (const path of ['/api/users', '/api/offices', '/api/settings', '/api/holidays', '/api/audit', '/api/audit/chain']) expect((await operator.get(path)).status).toBe(403);
      for (const path of ['/api/users', '/api/users/import', '/api/offices', '/api/holidays']) expect((await operator.post(path, {})).status).toBe(403);
      const kasi = await signedIn(await newUser('kasi.satu', ['kasi'], await newOffice('WALI', 'walidata')));
      expect((await kasi.get('/api/offices?kind=produsen')).status).toBe(200);
      expect((await kasi.get('/api/users')).status).toBe(403);
    });

    it.each([
      ['operator', null],
      ['pimpinan', 'walidata'],
      ['operator', 'bps'],
      ['kasi', 'produsen'],
      ['admin', 'produsen'],
      ['bps', 'walidata'],
      ['bps', null],
    ])('are not made %s at %s, where they would see what is not theirs', async (role, kind) => {
      const officeId = kind && (await newOffice(`K-${role}-${kind}`, kind));
      expect(await admin.post('/api/users', person(`salah.${role}.${kind}`, [role], officeId))).toMatchObject({ status: 422, body: { code: 'role-not-here' } });
    });

    it('cannot bring along what only the server sets', async () => {
      const { id } = (await admin.post<Account>('/api/users', { ...person('tambahan', [], null), id: 'mine', passwordHash: 'x', mustChange: false, oneTimeUntil: null, __proto__: { a: 1 } })).body;
      expect(id).not.toBe('mine');
      expect(await test.database.read.findOneBy(UserEntity, { id })).toMatchObject({ mustChange: true, oneTimeUntil: expect.any(Date), language: 'id' });
      expect(JSON.stringify((await admin.get('/api/users')).body)).not.toMatch(/passwordHash|argon2/);
    });

    it('have names of their own, known roles and existing offices', async () => {
      await newUser('satu', [], null);
      expect((await admin.post('/api/users', person('satu', [], null))).status).toBe(409);
      expect((await admin.post('/api/users', person('dua', ['root'], null))).status).toBe(422);
      expect((await admin.post('/api/users', person('Besar', [], null))).status).toBe(400);
      expect((await admin.post('/api/users', person('dua', [], 'no-such-office'))).status).toBe(422);
    });

    it('are signed out when they may not work any more, and when they get a new one-time password', async () => {
      const account = await newUser('pindah', ['staf'], null);
      const browser = await signedIn(account);
      const reset = (await admin.post<Account>(`/api/users/${account.id}/password`)).body;
      expect((await browser.get('/api/session')).status).toBe(401);
      expect((await browser.signIn('pindah', reset.oneTimePassword)).status).toBe(201);
      expect((await admin.put(`/api/users/${account.id}`, { ...person('pindah', ['staf'], null), active: false })).status).toBe(204);
      expect((await browser.get('/api/session')).status).toBe(401);
      expect((await browser.signIn('pindah', reset.oneTimePassword)).status).toBe(401);
    });

    it('lose a role at once', async () => {
      const account = await newUser('turun', ['staf', 'admin'], null);
      const browser = await signedIn(account);
      expect((await browser.get('/api/users')).status).toBe(200);
      await admin.put(`/api/users/${account.id}`, person('turun', ['staf'], null));
      expect((await browser.get('/api/users')).status).toBe(403);
    });

    it('always include an administrator', async () => {
      const { body } = await admin.get<{ id: string; username: string }[]>('/api/users');
      const id = body.find(({ username }) => username === 'admin')?.id;
      expect(await admin.put(`/api/users/${id}`, person('admin', [], null))).toMatchObject({ status: 422, body: { code: 'last-administrator' } });
      expect((await admin.get('/api/users')).status).toBe(200);
    });
  });

  describe('the import of people', () => {
    const run = (...lines: string[]) => admin.post<{ offices: number; accounts: Account[]; errors: { path: string; message: string }[] }>('/api/users/import', { csv: lines.join('\n') });
    const HEADER = 'username,nama,peran,kode_kantor,nama_kantor,jenis_kantor,email';
    const counts = async () => [await test.database.read.count(UserEntity), await test.database.read.count(OfficeEntity), (await test.auditTrail()).length];

    it('creates offices and people, with a one-time password for each', async () => {
      const { status, body } = await run(HEADER, 'Op.Baru,Operator Baru,operator,BARU-1,Dinas Baru,,op@contoh.example', 'pim.baru,Pimpinan Baru,operator|pimpinan,BARU-1,,,');
      expect(status).toBe(201);
      expect(body).toMatchObject({ offices: 1, accounts: [{ username: 'op.baru' }, { username: 'pim.baru' }] });
      const browser = await signedIn(body.accounts[1] as Account);
      expect((await browser.get('/api/session')).body).toMatchObject({ user: { roles: ['operator', 'pimpinan'], officeKind: 'produsen' } });
    });

    it('reads what a spreadsheet in Indonesian writes: semicolons, a byte order mark, columns in any order', async () => {
      const { status, body } = await run('\uFEFFNama;Username;Kode_Kantor;Nama_Kantor;Peran', '"Sari; contoh";sari;BARU-2;Dinas Dua;operator');
      expect(status).toBe(201);
      expect(body.accounts).toMatchObject([{ username: 'sari', name: 'Sari; contoh' }]);
    });

    it('names every wrong line with its number in the file, and stores nothing', async () => {
      const before = await counts();
      const { status, body } = await run(
        HEADER,
        'baik,Orang Baik,operator,BARU-3,Dinas Tiga,,',
        '',
        '?,X,juru kunci,,,,bukan-surel',
        'admin,Nama Dipakai,operator,BARU-3,,,',
        'baik,Dua Kali,operator,BARU-3,,,',
        'tanpa.kantor,Tanpa Kantor,operator,TIDAK-ADA,,,',
        'salah.tempat,Salah Tempat,kasi,BARU-3,,,',
      );
      expect(status).toBe(422);
      expect(body.errors.map(({ path }) => path)).toEqual([
        'line 4.username', 'line 4.nama', 'line 4.email', 'line 4.peran', 'line 4.kode_kantor', 'line 5', 'line 6', 'line 7', 'line 8',
      ]);
      expect(body.errors[0]?.message).toMatch(/^Baris 4, username: /);
      expect(body.errors[7]?.message).toContain('TIDAK-ADA');
      expect(await counts()).toEqual(before);
    });

    it('says what is wrong in the language of who asks', async () => {
      const { body } = await admin.post<{ errors: { message: string }[] }>('/api/users/import', { csv: `${HEADER}\n?,Nama,operator,A,B,,` }, { 'accept-language': 'en' });
      expect(body.errors[0]?.message).toMatch(/^Line 2, username: 2 to 61/);
    });

    it.each([
      ['missing columns', 'nama\nSari'],
      ['a quote that never ends', `${HEADER}\n"sari`],
      ['lines of other lengths', `${HEADER}\na,b`],
      ['too many lines', [HEADER, ...Array.from({ length: 501 }, (_, index) => `u${index},Nama,operator,A,B,,`)].join('\n')],
    ])('refuses a file with %s', async (_, csv) => {
      expect(await run(csv)).toMatchObject({ status: 422, body: { code: 'import-unreadable' } });
    });
  });

  describe('settings, holidays, roles', () => {
    it('shows what holds before anybody has set it, and goes back to it', async () => {
      expect((await admin.get('/api/settings')).body).toMatchObject({ 'letters.requireSigned': true, 'collection.reminderDays': [7, 3, 1] });
      await admin.put('/api/settings', { 'letters.requireSigned': false, 'collection.reminderDays': [2] });
      await admin.put('/api/settings', { 'collection.reminderDays': null });
      expect((await admin.get('/api/settings')).body).toMatchObject({ 'letters.requireSigned': false, 'collection.reminderDays': [7, 3, 1] });
    });

    it('take known keys with values that fit', async () => {
      expect((await admin.put('/api/settings', { timezone: 'Asia/Makassar', 'collection.correctionDays': 3, 'collection.yearlyReminder': { day: 5, month: 1 } })).status).toBe(204);
      expect((await admin.get('/api/settings')).body).toMatchObject({ timezone: 'Asia/Makassar', 'collection.correctionDays': 3, 'collection.yearlyReminder': { day: 5, month: 1 } });
      expect((await admin.put('/api/settings', { 'collection.yearlyReminder': '' })).status).toBe(204);
      for (const wrong of [{ unknown: 1 }, { timezone: 'Bulan/Kawah' }, { 'collection.correctionDays': 0 }, { 'collection.yearlyReminder': { day: 29, month: 2 } }, { letterhead: { logo: 'data:text/html;base64,AAAA' } }]) {
        expect((await admin.put('/api/settings', wrong)).status).toBe(400);
      }
      expect((await admin.get('/api/session')).body).toMatchObject({ timezone: 'Asia/Makassar' });
    });

    it('keep holidays by date', async () => {
      const day = { date: '2026-08-17', name: 'Hari Kemerdekaan', kind: 'libur_nasional' };
      expect((await admin.post('/api/holidays', day)).status).toBe(201);
      expect((await admin.post('/api/holidays', { ...day, date: '2026-02-30' })).status).toBe(400);
      expect((await admin.get('/api/holidays')).body).toEqual([day]);
      expect((await admin.delete('/api/holidays/2026-08-17')).status).toBe(204);
      expect((await admin.delete('/api/holidays/2026-08-17')).status).toBe(404);
    });

    it('rename an actor and keep its key', async () => {
      expect((await admin.put('/api/roles/kabid', { nameId: 'Kepala Bagian', nameEn: 'Head of unit' })).status).toBe(204);
      expect((await admin.get('/api/session')).body).toMatchObject({ roles: expect.arrayContaining([{ key: 'kabid', name: { id: 'Kepala Bagian', en: 'Head of unit' } }]) });
      expect((await admin.put('/api/roles/unknown', { nameId: 'a', nameEn: 'b' })).status).toBe(404);
    });
  });

  it('is written down, change by change, in a chain that holds', async () => {
    await test.auditTrail();
    const { body } = await admin.get<{ items: { id: string; action: string; userName: string }[]; next: string | null }>('/api/audit?limit=2');
    expect(body.items).toHaveLength(2);
    const rest = (await admin.get<typeof body>(`/api/audit?limit=200&cursor=${body.next}`)).body;
    const all = [...body.items, ...rest.items];
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const action of ['office.created', 'office.changed', 'user.created', 'user.changed', 'user.password-reset', 'user.imported', 'settings.changed', 'holiday.set', 'holiday.removed', 'role.renamed']) {
      expect((await admin.get<typeof body>(`/api/audit?action=${action}`)).body.items[0]).toMatchObject({ action, userName: 'Administrator' });
    }
    expect((await admin.get('/api/audit/chain')).body).toMatchObject({ brokenAt: null, unsealed: 0 });
    expect((await admin.get('/api/audit?limit=1000000')).status).toBe(400);
  });
});
