import { satuDataWorld, type SatuDataWorld } from '../../../test/support/satu-data-world.js';
import { yearDue } from './day-of-year.js';
import { YearlyReminder } from './yearly-reminder.service.js';

const open = { judul: 'Data 2026', tahun: 2026, batasWaktu: '2026-12-31T09:00:00Z', tanggalRilis: '2026-12-31' };

describe('the yearly reminder to open a period', () => {
  let world: SatuDataWorld;
  beforeEach(async () => {
    world = await satuDataWorld();
    world.state.settings['collection.yearlyReminder'] = { day: 5, month: 1 };
    world.state.settings['timezone'] = 'Asia/Jakarta';
    world.people.set('kadis', ['kadis@example.test']).set('admin', ['admin@example.test', 'kadis@example.test']);
  });
  afterEach(() => world.close());
  const lookAt = (time: string) => {
    world.state.now = new Date(time);
    return world.app.get(YearlyReminder).look();
  };

  it('goes to the head of the office and the administrator on the day in the office’s zone, once, however many look', async () => {
    expect(await lookAt('2026-01-04T16:59:00Z')).toBe(false);
    const looks = [lookAt('2026-01-04T17:01:00Z'), lookAt('2026-01-04T17:01:00Z'), lookAt('2026-01-04T17:01:00Z')];
    expect((await Promise.all(looks)).filter(Boolean)).toHaveLength(1);
    expect(await lookAt('2026-01-09T02:00:00Z')).toBe(false);
    expect([...world.mails.values()]).toMatchObject([{ key: 'yearly-reminder:2026', to: ['kadis@example.test', 'admin@example.test'], subject: expect.stringContaining('2026') }]);
    expect(world.audit.filter((action) => action === 'period.due')).toHaveLength(1);
    expect(await lookAt('2027-01-05T02:00:00Z')).toBe(true);
  });

  it('is made up for when the machine was off, but not months later', async () => {
    expect(await lookAt('2026-03-01T02:00:00Z')).toBe(false);
    expect(await lookAt('2027-01-20T02:00:00Z')).toBe(true);
  });

  it('does not come where this year’s period is open, nor for an office that set no day', async () => {
    world.state.now = new Date('2026-01-02T02:00:00Z');
    await world.work('period.open', open);
    expect(await lookAt('2026-01-05T02:00:00Z')).toBe(false);
    world.state.settings['collection.yearlyReminder'] = '';
    expect(await lookAt('2027-01-05T02:00:00Z')).toBe(false);
  });

  it('waits until there is somebody to write to', async () => {
    world.people.clear();
    expect(await lookAt('2026-01-05T02:00:00Z')).toBe(false);
    world.people.set('kadis', ['kadis@example.test']);
    expect(await lookAt('2026-01-06T02:00:00Z')).toBe(true);
  });

  it.each([
    ['2026-12-20T02:00:00Z', { day: 20, month: 12 }, 2026], ['2027-01-10T02:00:00Z', { day: 20, month: 12 }, 2026], ['2027-02-10T02:00:00Z', { day: 20, month: 12 }, null],
  ])('on %s, set for %j, is due for %s', (at, day, year) => expect(yearDue(day, new Date(at), 'Asia/Jakarta', 31)).toBe(year));
});
