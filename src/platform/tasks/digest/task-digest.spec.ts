import type { Mail, Mailer, Principal, Settings, WorkingDays } from '../../../sdk/index.js';
import { caseRow, caseWorld, taskRow, type CaseWorld } from '../../../../test/support/case-world.js';
import { CaseEntity, TaskEntity } from '../../cases/index.js';
import type { UsersRepository } from '../../identity/index.js';
import type { AppConfig } from '../../kernel/index.js';
import { TaskList } from '../task-list.js';
import { TaskDigestEntity } from './task-digest.entity.js';
import { TaskDigest } from './task-digest.service.js';

/** The clock stands at 10.00 of a Monday in Jakarta. */
const HOUR = 3_600_000;
const person = (id: string, role: string, more: Partial<Principal> = {}): Principal => ({ id, username: id, name: `Nama ${id}`, roles: [role], officeId: null, officeKind: null, language: 'id', ...more });

describe('the daily summary of tasks', () => {
  let world: CaseWorld;
  let settings: Record<string, unknown>;
  let mails: Map<string, Mail>;
  let people: (Principal & { email?: string | null })[];
  let working: boolean;
  beforeEach(async () => {
    world = await caseWorld();
    settings = { 'notifications.digestHour': 7, 'office.name': 'Dinas Kominfo' };
    mails = new Map();
    working = true;
    people = [{ ...person('kasi', 'kasi'), email: 'kasi@example.test' }, { ...person('staf', 'staf', { language: 'en' }), email: 'staf@example.test' }];
    await world.database.tx((db) => db.insert(CaseEntity, { ...caseRow('c1', world.clock.now()), title: 'Periode 2026' }));
  });
  afterEach(() => world.close());

  const task = (id: string, role: string, more: Partial<TaskEntity> = {}) => world.database.tx((db) => db.insert(TaskEntity, taskRow(id, 'c1', world.clock.now(), { role, name: `Tugas ${id}`, ...more })));
  const inHours = (hours: number): Partial<TaskEntity> => {
    const dueAt = new Date(world.clock.now().getTime() + hours * HOUR);
    return { dueAt, sortKey: dueAt.toISOString() };
  };
  const digest = (publicUrl?: string) => {
    const users = { principals: () => Promise.resolve(people.map((one) => ({ email: null, ...one }))) };
    const mailer = { send: (mail: Mail) => Promise.resolve(void mails.set(mail.key, mail)) };
    return new TaskDigest(
      world.database, users as unknown as UsersRepository, new TaskList(world.database, world.asker, world.offices, world.clock), mailer as Mailer,
      { get: (key: string, fallback: unknown) => Promise.resolve(settings[key] ?? fallback) } as unknown as Settings, { between: () => Promise.resolve(working ? 1 : 0) } as unknown as WorkingDays, world.clock, { publicUrl } as AppConfig,
    );
  };

  it('is one mail of all that waits for a person, the most urgent first, in his language', async () => {
    await task('a', 'kasi', inHours(5));
    await task('b', 'kasi', inHours(-5));
    await task('c', 'kasi', { assigneeId: 'lain' });
    await task('d', 'staf');
    expect(await digest('https://data.example.go.id').look()).toBe(2);
    const [kasi, staf] = [...mails.values()];
    expect(kasi).toMatchObject({ to: ['kasi@example.test'], subject: '2 tugas menunggu Anda, 1 lewat waktu' });
    expect(kasi?.text).toMatch(/^Yth\. Nama kasi\n[^]*1\. Tugas b\n {3}Periode 2026 – lewat waktu sejak 2 Maret 2026[^\n]*\n {3}https:\/\/data\.example\.go\.id\/admin\/tasks\/b\n2\. Tugas a\n[^]*Dinas Kominfo\n$/);
    expect(kasi?.text).not.toContain('Tugas c');
    expect(staf).toMatchObject({ subject: '1 task waits for you', text: expect.stringContaining('Periode 2026') });
  });

  it('comes once a day, however many look, and again on the next', async () => {
    await task('a', 'kasi');
    const looks = await Promise.all([digest().look(), digest().look(), digest().look()]);
    expect(looks.reduce((sum, one) => sum + one, 0)).toBe(1);
    await task('b', 'kasi');
    expect(await digest().look()).toBe(0);
    world.clock.step(24 * HOUR);
    expect(await digest().look()).toBe(1);
    expect([...mails.keys()]).toEqual(['digest:2026-03-02:kasi', 'digest:2026-03-03:kasi']);
    expect([...mails.values()][0]?.text).not.toContain('http');
  });

  it.each<[string, () => void]>([
    ['before the hour', () => (settings['notifications.digestHour'] = 11)], ['where the office has set none', () => (settings['notifications.digestHour'] = '')], ['on a day off', () => (working = false)],
    ['to somebody without an address', () => (people[0] = { ...person('kasi', 'kasi') })],
  ])('does not come %s', async (_, given) => {
    await task('a', 'kasi');
    given();
    expect(await digest().look()).toBe(0);
    expect(mails.size).toBe(0);
  });

  it('names the first twenty of very many, and how many more there are', async () => {
    for (let n = 0; n < 23; n += 1) await task(`t${n}`, 'kasi');
    await digest().look();
    const text = mails.get('digest:2026-03-02:kasi')?.text ?? '';
    expect([text.match(/^\d+\. Tugas/gm)?.length, text.includes('… dan 3 tugas lain.')]).toEqual([20, true]);
  });

  it('goes on with the others where one fails, and makes up for it', async () => {
    await task('a', 'kasi');
    await task('b', 'staf');
    const failing = digest();
    jest.spyOn(mails, 'set').mockImplementationOnce(() => { throw new Error('broken'); });
    expect([await failing.look(), await world.database.read.count(TaskDigestEntity)]).toEqual([1, 1]);
    expect([await failing.look(), mails.size]).toEqual([1, 2]);
  });
});
