import { v7 as uuidv7 } from 'uuid';
import { PEOPLE, satuDataWorld, type SatuDataWorld } from '../../../test/support/satu-data-world.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { PeriodEntity } from '../periods/period.entity.js';
import { ExtensionService } from './extension.service.js';
import { RequestEntity } from './request.entity.js';

const PRODUCER = { producer: 'o-dukcapil' };
const at = (day: string): Date => new Date(`2026-03-${day}T02:00:00Z`);
/** Where working days are as other days are. */
const RETURNED = '10';

describe('reminders of a correction', () => {
  let world: SatuDataWorld;
  let requestId: string;
  beforeEach(async () => {
    world = await satuDataWorld();
    requestId = uuidv7();
    world.state.now = at(RETURNED);
    await world.database.tx(async (db) => {
      await db.insert(PeriodEntity, { id: world.caseId, title: 'Sintetis', year: 2026, scope: null, deadline: at('09'), releaseDate: at('30'), state: 'collecting', openedAt: at('01') });
      await db.insert(RequestEntity, { id: requestId, periodId: world.caseId, officeId: 'o-dukcapil', officeCode: 'DUKCAPIL', deadline: at('09'), remindAt: at('09'), reminderDays: null, remindedAt: at('08'), round: 0, roundSince: null, state: 'verifying', letterId: null, letterNumber: '1', processInstanceId: null, sentAt: at('02'), endedAt: null });
      await db.insert(DatasetEntity, { id: uuidv7(), periodId: world.caseId, position: 0, officeId: 'o-dukcapil', officeCode: 'DUKCAPIL', code: 'D1', ddpCode: '-', slug: 'd', title: 'Data', kind: 'statistik', subject: 'variabel', riskClass: 'terbuka', definition: 'x', unit: 'jiwa', decimalMark: ',', state: 'returned', updatedAt: at('09'), variables: [], rules: [], indicators: [] } as never);
    });
  });
  afterEach(() => world.close());

  const chosen = (reminderDays: number[] | null) => world.database.tx((db) => db.update(RequestEntity, { id: requestId }, { reminderDays }));
  const request = () => world.database.read.findOneByOrFail(RequestEntity, { id: requestId });
  /** The days on which the producer is told, to the end. */
  async function told(first: string): Promise<string[]> {
    const days: string[] = [];
    for (let next = first; next < (await request()).deadline.toISOString(); ) {
      world.state.now = new Date(next);
      const before = world.mails.size;
      next = ((await world.work('request.remind', PRODUCER, `t:${next}`)) as { waktuPengingat: string }).waktuPengingat;
      if (world.mails.size > before) days.push(world.state.now.toISOString().slice(8, 10));
    }
    return days;
  }
  const giveBack = () => world.work('request.return', PRODUCER) as Promise<{ batasWaktu: string; waktuPengingat: string }>;

  it.each([
    ['those of the office that lie in it', null, undefined, 5, ['12', '14']],
    ['all of them, where it is long enough', null, undefined, 8, ['11', '15', '17']],
    ['as the office has set them', null, [4, 2], 5, ['11', '13']],
    ['as they were chosen when the requests were sent', [3], [4, 2], 5, ['12']],
    ['the last day, where none of them lies in it', [7], undefined, 5, ['14']],
    ['the last day, where the one that would lie in it is the deadline', [0], undefined, 5, ['14']],
    ['none but the mail that gives it back, where it lasts a day', [7], undefined, 1, []],
  ])('are %s', async (_, days, setting, correctionDays, expected) => {
    world.state.settings['collection.correctionDays'] = correctionDays;
    if (setting) world.state.settings['collection.reminderDays'] = setting;
    await chosen(days);
    const { waktuPengingat } = await giveBack();
    expect(await told(waktuPengingat)).toEqual(expected);
    // What was chosen holds for the next round too.
    expect(await request()).toMatchObject({ reminderDays: days, round: 1, state: 'correcting' });
  });

  it('follow a correction that is put off', async () => {
    await chosen([7, 3]);
    const { waktuPengingat } = await giveBack();
    expect(waktuPengingat).toBe(at('12').toISOString());
    await world.as(PEOPLE.kasi, () => world.app.get(ExtensionService).extend({ caseId: world.caseId, officeIds: ['o-dukcapil'], until: at('20'), reason: 'Bencana banjir' }));
    const { remindAt } = await request();
    expect(await told(remindAt.toISOString())).toEqual(['13', '17']);
  });
});
