import { withDatabase, type TestDatabase } from '../../../test/support/database.js';
import type { Settings } from '../../sdk/index.js';
import { HolidayEntity } from './identity.entities.js';
import { entities, migrations } from './index.js';
import { WorkingDaysService } from './working-days.service.js';

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

  it('end where there is no end', async () => {
    await expect(days.add(new Date(), Number.POSITIVE_INFINITY)).rejects.toThrow(RangeError);
    await expect(days.between(new Date(), new Date('9999-01-01'))).rejects.toThrow(RangeError);
  });
});
