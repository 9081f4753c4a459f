import { Cases, MailTexts } from 'tertib';
import { v7 as uuidv7 } from 'uuid';
import { OFFICES, PEOPLE, satuDataWorld, type SatuDataWorld } from '../../../test/support/satu-data-world.js';
import { BoardQuery } from '../board/board-query.js';
import { BoardService } from '../board/board.service.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import type { DatasetState } from '../datasets/dataset.states.js';
import { PeriodEntity } from '../periods/period.entity.js';
import { EscalationSchedule } from './escalation-schedule.js';
import { EscalationEntity } from './escalation.entity.js';
import { EscalationService } from './escalation.service.js';
import { RequestEntity, type RequestState } from './request.entity.js';

const at = (day: string, hour = '03'): Date => new Date(`2026-03-${day}T${hour}:00:00Z`);
const REASON = 'Diperlukan untuk RKPD';

describe('telling a leader', () => {
  let world: SatuDataWorld;
  beforeEach(async () => {
    world = await satuDataWorld();
    world.state.now = at('10');
    await world.database.tx((db) => db.insert(PeriodEntity, { id: world.caseId, title: 'Sintetis', year: 2026, scope: null, deadline: at('20'), releaseDate: at('30'), state: 'collecting', openedAt: at('01') }));
    jest.spyOn(world.app.get(Cases), 'resources').mockResolvedValue([{ path: 'letters/mail-eskalasi.hbs', content: '' }]);
  });
  afterEach(() => world.close());

  async function producer(office: 'dukcapil' | 'dinkes', states: readonly DatasetState[], more: Partial<{ deadline: Date; sentAt: Date; roundSince: Date; round: number; state: RequestState }> = {}): Promise<string> {
    const [id, officeId, officeCode] = [uuidv7(), `o-${office}`, office.toUpperCase()];
    await world.database.tx(async (db) => {
      await db.insert(RequestEntity, { id, periodId: world.caseId, officeId, officeCode, deadline: at('20'), remindAt: at('15'), round: 0, state: 'sent', letterNumber: '1', sentAt: at('02'), ...more });
      for (const [position, state] of states.entries()) {
        await db.insert(DatasetEntity, { id: uuidv7(), periodId: world.caseId, position, officeId, officeCode, code: `D${position}`, ddpCode: '-', slug: `${office}-${position}`, title: `Data ${position} (sintetis)`, kind: 'statistik', subject: 'variabel', riskClass: 'terbuka', definition: 'x', unit: 'jiwa', decimalMark: ',', state, updatedAt: at('05'), variables: [], rules: [], indicators: [] });
      }
    });
    return id;
  }
  const escalate = (more: { officeIds?: string[] } = {}) => world.as(PEOPLE.kasi, () => world.app.get(EscalationService).escalate({ caseId: world.caseId, reason: REASON, ...more }));
  const look = (day: string) => {
    world.state.now = at(day);
    return world.app.get(EscalationSchedule).look();
  };
  const told = () => world.audit.filter((action) => action === 'request.escalated').length;

  describe('by hand', () => {
    it('goes to the leader with what is owed and why, once a day, however often it is pressed', async () => {
      await producer('dukcapil', ['asked', 'complete']);
      await producer('dinkes', ['complete']);
      const answers = await Promise.all([escalate(), escalate()]);
      expect(answers.map((one) => [one.told, one.before]).sort()).toEqual([[[], ['o-dukcapil']], [['o-dukcapil'], []]]);
      const [mail, ...others] = [...world.mails.values()];
      expect(others).toEqual([]);
      expect(mail).toMatchObject({ to: ['pimpinan.o-dukcapil@example.test'], subject: 'mail-eskalasi', text: expect.stringContaining(REASON) });
      expect(JSON.parse(mail?.text ?? '')).toMatchObject({ daftar: [{ nama: 'Data 0 (sintetis)' }], kepada: { instansi: OFFICES[2]?.name }, batasWaktu: at('20').toISOString() });
      expect(told()).toBe(1);
      world.state.now = at('10', '17');
      expect((await escalate()).told).toEqual(['o-dukcapil']);
      const board = await world.as(PEOPLE.kasi, () => world.app.get(BoardService).of(world.caseId, BoardQuery.parse({})));
      expect(board.producers.map(({ officeCode, escalatedAt }) => [officeCode, escalatedAt])).toEqual([['DUKCAPIL', at('10', '17').toISOString()], ['DINKES', null]]);
    });

    it('reaches a leader without an address in the application and through the gateway', async () => {
      const id = await producer('dukcapil', ['asked']);
      jest.spyOn(world.app.get(EscalationService)['mail'], 'receivers').mockResolvedValue({ readers: [], signsIn: true });
      expect((await escalate()).told).toEqual(['o-dukcapil']);
      expect([world.mails.size, world.passedOn]).toEqual([0, [{ key: `escalation:${id}:day:2026-03-10`, title: expect.anything(), path: `/satu-data/deliveries/${world.caseId}/${id}`, to: { role: 'pimpinan', officeId: 'o-dukcapil' } }]]);
      expect(JSON.stringify(world.passedOn)).not.toContain('sintetis');
    });

    it('says whom it could not reach, and writes nothing down for him', async () => {
      await producer('dukcapil', ['asked']);
      jest.spyOn(world.app.get(EscalationService)['mail'], 'receivers').mockResolvedValue({ readers: [], signsIn: false });
      expect(await escalate()).toEqual({ told: [], before: [], unreached: ['o-dukcapil'] });
      expect(await world.database.read.count(EscalationEntity)).toBe(0);
    });

    it.each([
      ['after the deadline', () => producer('dukcapil', ['asked'], { deadline: at('09') })], ['where nothing is owed', () => producer('dukcapil', ['complete'])], ['where the request has ended', () => producer('dukcapil', ['asked'], { state: 'late' })],
    ])('is refused %s', async (_, given) => {
      await given();
      await expect(escalate()).rejects.toMatchObject({ code: 'nothing-to-escalate' });
      await expect(escalate({ officeIds: ['o-dukcapil'] })).rejects.toMatchObject({ code: 'nothing-to-escalate' });
      expect(world.mails.size).toBe(0);
    });

    it('is not there for a period that is not there', async () => {
      await expect(world.as(PEOPLE.kasi, () => world.app.get(EscalationService).escalate({ caseId: 'tidak-ada', reason: REASON }))).rejects.toMatchObject({ code: 'not-found' });
    });

    it('leaves no row where the mail could not be written', async () => {
      await producer('dukcapil', ['asked']);
      jest.spyOn(world.app.get(MailTexts), 'render').mockRejectedValueOnce(new Error('broken'));
      await expect(escalate()).rejects.toThrow('broken');
      expect([await world.database.read.count(EscalationEntity), told()]).toEqual([0, 0]);
      expect((await escalate()).told).toEqual(['o-dukcapil']);
    });
  });

  describe('by the office’s schedule', () => {
    beforeEach(() => (world.state.settings['collection.escalationDays'] = 3));

    it('comes so many working days before the deadline, once, however many look', async () => {
      await producer('dukcapil', ['asked']);
      await producer('dinkes', ['complete']);
      expect(await look('16')).toBe(0);
      const looks = await Promise.all([look('17'), look('17'), look('17')]);
      expect(looks.reduce((sum, one) => sum + one, 0)).toBe(1);
      expect([await look('18'), told()]).toEqual([0, 1]);
      expect([...world.mails.values()]).toMatchObject([{ to: ['pimpinan.o-dukcapil@example.test'] }]);
    });

    it('comes again where the deadline was put off, and not where the request was sent too late for it', async () => {
      const id = await producer('dukcapil', ['returned']);
      await producer('dinkes', ['asked'], { sentAt: at('18') });
      expect(await look('18')).toBe(1);
      await world.database.tx((db) => db.update(RequestEntity, { id }, { deadline: at('27') }));
      expect([await look('19'), await look('24')]).toEqual([0, 1]);
      expect(await look('28')).toBe(0);
    });

    it('does not come at once in a correction that is shorter than those days', async () => {
      await producer('dukcapil', ['returned'], { state: 'correcting', round: 1, roundSince: at('18') });
      await producer('dinkes', ['returned'], { state: 'correcting', round: 1, roundSince: at('16') });
      expect([await look('18'), await look('19')]).toEqual([1, 0]);
      expect([...world.mails.values()]).toMatchObject([{ to: ['pimpinan.o-dinkes@example.test'] }]);
    });

    it('does not come where the office has set none, and writes by the reminder’s words where the version has no others', async () => {
      await producer('dukcapil', ['asked']);
      world.state.settings['collection.escalationDays'] = '';
      expect(await look('18')).toBe(0);
      world.state.settings['collection.escalationDays'] = 0;
      jest.spyOn(world.app.get(Cases), 'resources').mockResolvedValue([]);
      expect([await look('19'), await world.app.get(EscalationSchedule).look()]).toEqual([0, 0]);
      world.state.now = at('20', '02');
      world.state.settings['collection.escalationDays'] = 1;
      expect(await world.app.get(EscalationSchedule).look()).toBe(1);
      expect([...world.mails.values()]).toMatchObject([{ subject: 'mail-pengingat' }]);
    });

    it('goes on with the others where one fails, and makes up for it', async () => {
      await producer('dinkes', ['asked']);
      await producer('dukcapil', ['asked']);
      jest.spyOn(world.app.get(MailTexts), 'render').mockRejectedValueOnce(new Error('broken'));
      expect([await look('18'), await look('18')]).toEqual([1, 1]);
    });
  });
});
