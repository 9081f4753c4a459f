import type { Principal } from 'tertib';
import { v7 as uuidv7 } from 'uuid';
import { PEOPLE, satuDataWorld, type SatuDataWorld } from '../../../test/support/satu-data-world.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import type { DatasetState } from '../datasets/dataset.states.js';
import { PeriodEntity } from '../periods/period.entity.js';
import { EscalationEntity } from './escalation.entity.js';
import { OwedNotices } from './owed-notices.js';
import { RequestEntity } from './request.entity.js';

const at = (day: string): Date => new Date(`2026-03-${day}T03:00:00Z`);

describe('what a producer finds above his tasks', () => {
  let world: SatuDataWorld;
  let requestId: string;
  beforeEach(async () => {
    world = await satuDataWorld();
    world.state.now = at('10');
    requestId = uuidv7();
    await world.database.tx((db) => db.insert(PeriodEntity, { id: world.caseId, title: 'Sintetis', year: 2026, scope: null, deadline: at('20'), releaseDate: at('30'), state: 'collecting', openedAt: at('01') }));
  });
  afterEach(() => world.close());

  async function asked(states: readonly DatasetState[], more: Partial<RequestEntity> = {}): Promise<void> {
    await world.database.tx(async (db) => {
      await db.insert(RequestEntity, { id: requestId, periodId: world.caseId, officeId: 'o-dukcapil', officeCode: 'DUKCAPIL', deadline: at('20'), remindAt: at('15'), round: 0, state: 'sent', letterNumber: '1', sentAt: at('02'), ...more });
      for (const [position, state] of states.entries()) {
        await db.insert(DatasetEntity, { id: uuidv7(), periodId: world.caseId, position, officeId: 'o-dukcapil', officeCode: 'DUKCAPIL', code: `D${position}`, ddpCode: '-', slug: `d-${position}`, title: `Data ${position}`, kind: 'statistik', subject: 'variabel', riskClass: 'terbuka', definition: 'x', unit: 'jiwa', decimalMark: ',', state, updatedAt: at('05'), variables: [], rules: [], indicators: [] });
      }
    });
  }
  const escalated = (day: string, reason: string | null = null) => world.database.tx((db) => db.insert(EscalationEntity, { id: uuidv7(), requestId, stage: `day:${day}`, reason, userId: null, at: at(day) }));
  const seen = (by: Principal) => world.app.get(OwedNotices).of(by);
  const words = async (by: Principal) => (await seen(by)).map(({ title }) => title.en);

  it('is nothing for a leader before he was told, and then what is owed, by whom, since when, why, and the way to his task', async () => {
    await asked(['asked', 'delivered', 'complete']);
    expect(await seen(PEOPLE.pimpinan)).toEqual([]);
    await escalated('09', 'Diperlukan untuk RKPD');
    const [notice, ...others] = await seen(PEOPLE.pimpinan);
    expect(others).toEqual([]);
    expect(notice).toMatchObject({
      since: at('09'), title: { id: 'Data Sintetis dari kantor Anda ditunggu sampai 20 Maret 2026 pukul 10.00', en: 'Your office’s data for Sintetis are awaited until 20 March 2026 at 10:00' },
      text: { id: 'Setujui atau kembalikan yang menunggu Anda. Minta operator menyampaikan yang belum masuk. Alasan: Diperlukan untuk RKPD', en: expect.stringContaining('Reason: Diperlukan untuk RKPD') },
      items: [{ id: 'Data 0: ditunggu dari operator sejak 5 Maret 2026' }, { en: 'Data 1: waits for the leader’s validation since 5 March 2026' }],
      action: { path: `/satu-data/deliveries/${world.caseId}/${requestId}`, title: { en: 'See what is awaited' } },
    });
    world.openTasks.push({ formKey: 'validasi-pimpinan', taskId: 'v1', officeId: 'o-dukcapil' });
    expect((await seen(PEOPLE.pimpinan))[0]?.action).toMatchObject({ path: '/tasks/v1', title: { en: 'Look and decide' } });
  });

  it('is for an operator from the moment of the reminder on, with what is his to do', async () => {
    await asked(['asked', 'delivered']);
    expect(await seen(PEOPLE.operator)).toEqual([]);
    await world.database.tx((db) => db.update(RequestEntity, { id: requestId }, { remindedAt: at('15') }));
    world.state.now = at('16');
    const [notice] = await seen(PEOPLE.operator);
    expect(notice).toMatchObject({ since: at('15'), items: [{ id: 'Data 0: ditunggu dari operator sejak 5 Maret 2026' }] });
    expect(await seen(PEOPLE.pimpinan)).toEqual([]);
  });

  it.each<[string, () => Promise<void>]>([
    ['nothing is owed any more', () => asked(['complete', 'not_available'], { remindedAt: at('08') })], ['the request has ended', () => asked(['asked'], { state: 'late', remindedAt: at('08') })], ['the deadline has passed', () => asked(['asked'], { deadline: at('09'), remindedAt: at('08') })],
    ['nobody was reminded yet', () => asked(['asked'], { remindAt: at('15') })],
  ])('goes by itself where %s', async (_, given) => {
    await given();
    world.state.now = at('10');
    expect(await words(PEOPLE.operator)).toEqual([]);
  });

  it('of a leader is not that of the round before, once data were returned', async () => {
    await asked(['returned'], { round: 1, roundSince: at('05'), state: 'correcting' });
    await escalated('04');
    expect(await words(PEOPLE.pimpinan)).toEqual([]);
    await escalated('06');
    expect(await words(PEOPLE.pimpinan)).toHaveLength(1);
  });

  it('of a leader is not that of before the period was opened again, and stays while his operator delivers', async () => {
    await asked(['asked'], { roundSince: at('08') });
    await escalated('07');
    expect(await words(PEOPLE.pimpinan)).toEqual([]);
    await escalated('09');
    await world.database.tx((db) => db.update(DatasetEntity, { officeId: 'o-dukcapil' }, { state: 'delivered', updatedAt: at('10') }));
    expect(await words(PEOPLE.pimpinan)).toHaveLength(1);
  });

  it('is nobody’s of another office, nor the walidata’s', async () => {
    await asked(['asked']);
    await escalated('09');
    world.state.now = at('16');
    for (const other of [PEOPLE.pimpinan2, PEOPLE.operator2, PEOPLE.kasi, PEOPLE.bps]) expect(await seen(other)).toEqual([]);
  });
});
