import { withDatabase, type TestDatabase } from '../../../test/support/database.js';
import { randomFrom } from '../../../test/support/random.js';
import type { Settings } from '../../sdk/index.js';
import { HolidayEntity } from './identity.entities.js';
import { entities, migrations } from './index.js';
import { WorkingDaysService } from './working-days.service.js';

const DAY_MS = 24 * 3_600_000;
const inZone = (zone: string) => ({ get: () => Promise.resolve(zone) }) as unknown as Settings;

describe('working days', () => {
  let test: TestDatabase;
  let days: WorkingDaysService;
  beforeAll(async () => {
    test = await withDatabase({ entities, migrations });
    days = new WorkingDaysService(test.database, inZone('Asia/Jakarta'));
    await test.database.tx((db) => db.insert(HolidayEntity, [
      { date: '2026-12-24', name: 'Cuti bersama (contoh)', kind: 'cuti_bersama' },
      { date: '2026-12-25', name: 'Hari raya (contoh)', kind: 'libur_nasional' },
      { date: '2027-01-01', name: 'Tahun baru (contoh)', kind: 'libur_nasional' },
    ]));
  });
  afterAll(() => test.close());

  it.each([
    ['2026-11-23T09:00:00+07:00', 1, '2026-11-24T09:00:00+07:00', 'the next day'],
    ['2026-11-27T16:30:00+07:00', 1, '2026-11-30T16:30:00+07:00', 'Friday to Monday'],
    ['2026-11-28T09:00:00+07:00', 1, '2026-11-30T09:00:00+07:00', 'from a Saturday'],
    ['2026-12-23T10:00:00+07:00', 1, '2026-12-28T10:00:00+07:00', 'over two holidays and a weekend'],
    ['2026-12-23T10:00:00+07:00', 7, '2027-01-06T10:00:00+07:00', 'over the turn of the year'],
    ['2027-01-06T10:00:00+07:00', -7, '2026-12-23T10:00:00+07:00', 'back over the same days'],
    ['2026-11-30T23:59:59+07:00', -1, '2026-11-27T23:59:59+07:00', 'back over a weekend'],
    ['2026-11-23T09:00:00+07:00', 0, '2026-11-23T09:00:00+07:00', 'no day'],
    ['2026-11-29T00:30:00+07:00', 1, '2026-11-30T00:30:00+07:00', 'Sunday just after midnight, Saturday still in UTC'],
    ['2026-11-27T01:00:00+07:00', 1, '2026-11-30T01:00:00+07:00', 'Friday in Jakarta, Thursday still in UTC'],
  ])('%s %i → %s (%s)', async (from, count, to) => {
    expect(await days.add(new Date(from), count)).toEqual(new Date(to));
    expect(await days.between(new Date(from), new Date(to))).toBe(count);
  });

  it('are those of the office\'s zone', async () => {
    // Half past eleven on Saturday in Jakarta, half past one on Sunday in Jayapura: Monday is two days away, or one.
    const at = new Date('2026-11-28T16:30:00Z');
    expect(await days.add(at, 1)).toEqual(new Date('2026-11-30T16:30:00Z'));
    expect(await new WorkingDaysService(test.database, inZone('Asia/Jayapura')).add(at, 1)).toEqual(new Date('2026-11-29T16:30:00Z'));
  });

  it('are those that one finds day by day, forth and back, over many holidays', async () => {
    const random = randomFrom(66);
    const upTo = (most: number) => Math.floor(random() * most);
    const day = (at: number) => new Date(at + 7 * 3_600_000).toISOString().slice(0, 10);
    const holidays = new Set(['2026-12-24', '2026-12-25', '2027-01-01', ...Array.from({ length: 30 }, () => day(Date.UTC(2026, 5, 1) + upTo(90) * DAY_MS))]);
    const own = await withDatabase({ entities, migrations });
    await own.database.tx((db) => db.insert(HolidayEntity, [...holidays].map((date) => ({ date, name: 'Sintetis', kind: 'libur_nasional' as const }))));
    const counting = new WorkingDaysService(own.database, inZone('Asia/Jakarta'));
    const isWorking = (at: number) => ![0, 6].includes(new Date(at + 7 * 3_600_000).getUTCDay()) && !holidays.has(day(at));
    for (let round = 0; round < 200; round++) {
      const from = new Date(Date.UTC(2026, 5, 1) + upTo(120 * 24) * 3_600_000);
      const count = upTo(60) - 30;
      let at = from.getTime();
      for (let left = Math.abs(count); left > 0; ) left -= isWorking((at += Math.sign(count) * DAY_MS)) ? 1 : 0;
      expect([from, count, await counting.add(from, count)]).toEqual([from, count, new Date(at)]);
      const to = new Date(from.getTime() + upTo(100 * 24) * 3_600_000);
      let passed = 0;
      for (let one = from.getTime() + DAY_MS; day(one) <= day(to.getTime()); one += DAY_MS) passed += isWorking(one) ? 1 : 0;
      expect([from, to, await counting.between(from, to), await counting.between(to, from)]).toEqual([from, to, passed, 0 - passed]);
    }
    await own.close();
  });

  it('are counted however far off a date is, and not without an end', async () => {
    // From Thursday to Thursday, over whole weeks; none of the holidays lies between.
    expect(await days.between(new Date('2027-02-04T00:00:00Z'), new Date('2062-12-28T00:00:00Z'))).toBe(((Date.UTC(2062, 11, 28) - Date.UTC(2027, 1, 4)) / DAY_MS / 7) * 5);
    expect(await days.between(new Date(), new Date('9999-01-01'))).toBeGreaterThan(2_000_000);
    await expect(days.add(new Date(), Number.POSITIVE_INFINITY)).rejects.toThrow(RangeError);
    await expect(days.add(new Date(), 1e12)).rejects.toThrow(RangeError);
  });
});
