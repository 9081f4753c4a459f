import { buffer } from 'node:stream/consumers';
import ExcelJS from '@protobi/exceljs';
import { Cases, Offices } from 'tertib';
import { v7 as uuidv7 } from 'uuid';
import { PEOPLE, satuDataWorld, type SatuDataWorld } from '../../../test/support/satu-data-world.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import type { DatasetState } from '../datasets/dataset.states.js';
import { DeliveryEntity } from '../deliveries/delivery.entity.js';
import { ExtensionEntity } from '../periods/extension.entity.js';
import { PeriodEntity } from '../periods/period.entity.js';
import { RequestEntity } from '../requests/request.entity.js';
import { BoardQuery } from './board-query.js';
import { BoardReportService } from './board-report.service.js';
import { BoardService } from './board.service.js';
import { BoardSummaryService } from './board-summary.service.js';
import { RegisterService } from './register.service.js';

const at = (day: string): Date => new Date(`2026-03-${day}T03:00:00Z`);
const DEADLINE = at('20');

describe('the board', () => {
  let world: SatuDataWorld;
  beforeEach(async () => {
    world = await satuDataWorld();
    await period(world.caseId, DEADLINE);
  });
  afterEach(() => world.close());

  const period = (id: string, deadline: Date, openedAt = at('01')) => world.database.tx((db) => db.insert(PeriodEntity, { id, title: 'Sintetis', year: 2026, scope: null, deadline, releaseDate: at('30'), state: 'collecting', openedAt }));
  /** A producer with its data sets by state; `validated`: when the leader validated each of the first ones. */
  async function producer(office: 'dukcapil' | 'dinkes', states: readonly DatasetState[], validated: readonly Date[] = [], { deadline = DEADLINE, periodId = world.caseId, ...request }: { deadline?: Date; periodId?: string } & Partial<Pick<RequestEntity, 'state' | 'round' | 'endedAt'>> = {}): Promise<string> {
    const [officeId, officeCode, requestId] = [`o-${office}`, office.toUpperCase(), uuidv7()];
    await world.database.tx(async (db) => {
      await db.insert(RequestEntity, { id: requestId, periodId, officeId, officeCode, deadline, remindAt: deadline, reminderDays: null, remindedAt: null, round: 0, state: 'sent', letterId: null, letterNumber: '1', processInstanceId: null, sentAt: at('02'), endedAt: null, ...request });
      for (const [position, state] of states.entries()) {
        const id = uuidv7();
        const row = { id, periodId, position, officeId, officeCode, code: `D${position}`, ddpCode: '-', slug: `${office}-${position}`, title: `Data ${position} (sintetis)`, kind: 'statistik', subject: 'variabel', riskClass: 'terbuka', definition: 'x', unit: 'jiwa', decimalMark: ',', state, updatedAt: at('05') } as const;
        await db.insert(DatasetEntity, { ...row, variables: [], rules: [], indicators: [] });
        const validatedAt = validated[position];
        const delivery = { id: uuidv7(), datasetId: id, requestId, officeId, round: 0, kind: 'data', status: 'validated', submissionId: 's', submittedBy: 'u', submittedByName: 'u', submittedAt: at('05') } as const;
        if (validatedAt) await db.insert(DeliveryEntity, [{ ...delivery, validatedAt, inTime: true }, { ...delivery, id: uuidv7(), validatedAt: at('19'), inTime: true }, { ...delivery, id: uuidv7(), validatedAt: at('29'), inTime: false }]);
      }
    });
    return requestId;
  }
  const summary = (user: (typeof PEOPLE)[keyof typeof PEOPLE] = PEOPLE.kasi) => world.as(user, () => world.app.get(BoardSummaryService).of(world.caseId));
  const board = (query: object = {}, user: (typeof PEOPLE)[keyof typeof PEOPLE] = PEOPLE.kasi) => world.as(user, () => world.app.get(BoardService).of(world.caseId, BoardQuery.parse(query)));

  it('counts what was validated in time, once for each data set, by data set and by producer', async () => {
    await producer('dukcapil', ['complete', 'in_verification'], [at('06'), at('09')]);
    await producer('dinkes', ['returned', 'asked', 'cancelled', 'listed'], [at('09')]);
    world.state.now = at('10');
    expect(await summary()).toMatchObject({
      datasets: { asked: 4, answered: 3, onTime: 0, due: 0 }, producers: { asked: 2, answered: 1 }, workingDaysLeft: 10, extended: 0, today: '2026-03-10', deadlineDay: '2026-03-20',
      curve: [{ day: '2026-03-06', count: 1 }, { day: '2026-03-09', count: 3 }],
    });
  });

  it('measures punctuality by the deadline that was set first', async () => {
    const extended = await producer('dukcapil', ['complete', 'complete'], [at('06'), at('12')], { deadline: at('15') });
    await world.database.tx((db) => db.insert(ExtensionEntity, { id: uuidv7(), requestId: extended, before: at('10'), until: at('15'), reason: 'Banjir', userId: 'u', at: at('08') }));
    await producer('dinkes', ['late', 'complete'], [], { deadline: DEADLINE });
    world.state.now = at('16');
    expect(await summary()).toMatchObject({ datasets: { asked: 4, answered: 2, due: 2, onTime: 1 }, extended: 1 });
    world.state.now = at('21');
    expect(await summary()).toMatchObject({ datasets: { due: 4, onTime: 1 }, forecast: { reason: 'over', expected: null } });
  });

  it('stands however far off a deadline was put', async () => {
    await producer('dukcapil', ['asked'], [], { deadline: new Date('2062-12-31T03:00:00Z') });
    await world.database.tx((db) => db.update(PeriodEntity, { id: world.caseId }, { deadline: new Date('2062-12-31T03:00:00Z') }));
    world.state.now = at('10');
    expect((await summary()).workingDaysLeft).toBeGreaterThan(9_000);
    expect((await board()).producers).toHaveLength(1);
  });

  it('says who holds up what, since when, and puts first who holds up most', async () => {
    await producer('dukcapil', ['in_verification', 'sent_to_bps', 'delivered'], [], { state: 'verifying' });
    await producer('dinkes', ['asked', 'late', 'published']);
    world.state.now = at('08');
    const shown = await board();
    expect(shown.producers.map(({ officeCode, held }) => [officeCode, held.map(({ holder, count, workingDays }) => [holder, count, workingDays])])).toEqual([
      ['DINKES', [['operator', 1, 3], ['missed', 1, 3]]],
      ['DUKCAPIL', [['pimpinan', 1, 3], ['kasi', 1, 3], ['bps', 1, 3]]],
    ]);
    expect((await summary()).held.map(({ holder, producers, name }) => [holder, producers, name.id])).toEqual([
      ['operator', 1, 'Operator produsen data'], ['pimpinan', 1, 'Pimpinan produsen data'], ['kasi', 1, 'Kepala Seksi'], ['bps', 1, 'BPS (pembina data)'], ['missed', 1, 'Tidak masuk pada waktunya'],
    ]);
  });

  describe('says whose move it is, not only in which state it is', () => {
    const held = async () => (await summary()).held.map(({ holder, count, since }) => [holder, count, since.slice(5, 10)]);
    const ofProducers = async () => Object.fromEntries((await board()).producers.map((one) => [one.officeCode, one.held.map(({ holder }) => holder)]));
    const task = (formKey: string, role: string, day = '06') => world.openTasks.push({ taskId: uuidv7(), formKey, role, createdAt: at(day) });
    const change = (state: DatasetState, values: Partial<DatasetEntity>) => world.database.tx((db) => db.update(DatasetEntity, { state }, values));
    const done = { state: 'complete', endedAt: at('06') } as const;

    it.each([['4', 'daftar-data', 'staf'], ['5', 'koreksi', 'kasi'], ['5, the letter', 'kirim-surat', 'kasi'], ['6', 'pemeriksaan-permintaan', 'bps'], ['7', 'kirim-permintaan', 'kasi'], ['5, as an office’s own diagram has it', 'koreksi', 'kabid'], ['a step of its own', 'telaah', 'kadis']])('step %s: the list is with whoever has the task, since it came to him', async (_step, form, role) => {
      await producer('dukcapil', ['listed', 'listed'], [], { state: 'prepared' });
      task(form, role, '07');
      expect(await held()).toEqual([[role, 2, '03-07']]);
      expect((await board({ holder: role })).producers).toHaveLength(1);
    });

    it('between two tasks the list is nobody’s but the system’s', async () => {
      await producer('dukcapil', ['listed']);
      expect(await held()).toEqual([['system', 1, '03-05']]);
    });

    it('what is complete waits for the other producers, who are named, and for the rest of its own', async () => {
      await producer('dukcapil', ['complete', 'complete'], [], done);
      await producer('dinkes', ['complete', 'returned', 'late'], [], { state: 'correcting', round: 1 });
      expect(await ofProducers()).toEqual({ DUKCAPIL: ['others'], DINKES: ['operator', 'rest', 'missed'] });
      expect((await summary()).held.map(({ holder, count, name }) => [holder, count, name.id])).toEqual([
        ['operator', 1, 'Operator produsen data'], ['rest', 1, 'Menunggu dataset lain dari produsen yang sama'], ['others', 2, 'Menunggu produsen lain pada periode ini'], ['missed', 1, 'Tidak masuk pada waktunya'],
      ]);
      expect(await summary(PEOPLE.operator)).toMatchObject({ held: [{ holder: 'others', count: 2 }] });
    });

    it('once all have come to an end, it is the automatic step’s', async () => {
      await producer('dukcapil', ['complete'], [], done);
      await producer('dinkes', ['late'], [], { state: 'late', endedAt: at('06') });
      expect(await ofProducers()).toEqual({ DUKCAPIL: ['system'], DINKES: ['missed'] });
    });

    it('what the leader validated waits for the rest of its own, and is Kasi’s when he has the task', async () => {
      const id = await producer('dukcapil', ['validated', 'asked', 'not_available']);
      expect(await held()).toEqual([['operator', 1, '03-05'], ['rest', 1, '03-05']]);
      await change('asked', { state: 'validated' });
      expect(await held()).toEqual([['system', 2, '03-05']]);
      await change('validated', { state: 'in_verification' });
      await world.database.tx((db) => db.update(RequestEntity, { id }, { state: 'verifying' }));
      expect(await held()).toEqual([['kasi', 3, '03-05']]);
      task('verifikasi', 'staf');
      expect(await held()).toEqual([['staf', 3, '03-05']]);
      await world.database.tx((db) => db.update(RequestEntity, { id }, { round: 1 }));
      expect(await held()).toEqual([['staf', 2, '03-05']]);
    });

    it('an analysis is the staff’s until they hand it on, then Kasi’s', async () => {
      await producer('dukcapil', ['analysed', 'sent_to_bps'], [], done);
      await producer('dinkes', ['analysed', 'eligible'], [], done);
      expect(await held()).toEqual([['kasi', 1, '03-05'], ['staf', 2, '03-05'], ['bps', 1, '03-05']]);
      await world.database.tx((db) => db.update(DatasetEntity, { state: 'analysed', officeId: 'o-dinkes' }, { analysisHandedOnAt: at('08') }));
      expect(await ofProducers()).toEqual({ DUKCAPIL: ['staf', 'bps'], DINKES: ['kasi'] });
      await world.database.tx((db) => db.update(DatasetEntity, { state: 'eligible' }, { state: 'published' }));
      expect(await held()).toEqual([['kasi', 1, '03-08'], ['staf', 1, '03-05'], ['bps', 1, '03-05']]);
      expect((await summary()).totals).toMatchObject([{ state: 'analysed', count: 2 }, { state: 'sent_to_bps' }, { state: 'published' }]);
    });

    it('what is scheduled waits for its release date, and is the staff’s to publish from then on', async () => {
      await producer('dukcapil', [...Array.from({ length: 8 }, () => 'published' as const), 'scheduled', 'scheduled'], [], done);
      await change('scheduled', { releaseDate: at('12') });
      await world.database.tx((db) => db.update(DatasetEntity, { state: 'scheduled', position: 9 }, { releaseDate: at('04') }));
      world.state.now = at('11');
      expect(await held()).toEqual([['staf', 1, '03-05'], ['schedule', 1, '03-05']]);
      expect((await board({ holder: 'staf' })).producers[0]?.datasets[0]?.title).toBe('Data 9 (sintetis)');
      expect((await board({ holder: 'schedule' })).producers[0]?.datasets[0]?.title).toBe('Data 8 (sintetis)');
      world.state.now = at('12');
      expect(await held()).toEqual([['staf', 2, '03-05']]);
    });

    it('calls roles as the office does', async () => {
      await producer('dukcapil', ['eligible'], [], done);
      jest.spyOn(world.app.get(Offices), 'roleNames').mockResolvedValue(new Map([['kasi', { id: 'Ketua Tim', en: 'Team leader' }]]));
      expect((await summary()).held).toMatchObject([{ holder: 'kasi', name: { id: 'Ketua Tim' } }]);
    });
  });

  it('tells a producer’s time as the board’s own, and none where nothing is awaited of it', async () => {
    await producer('dukcapil', ['complete', 'published'], [at('06'), at('06')]);
    await producer('dinkes', ['asked', 'complete']);
    // The deadline is on a Friday at ten.
    const left = async (now: string) => {
      world.state.now = new Date(now);
      return (await board()).producers.map(({ officeCode, timeLeft }) => [officeCode, timeLeft?.kind, timeLeft && Math.abs(timeLeft.workingDays)]);
    };
    const complete = ['DUKCAPIL', undefined, null];
    expect(await left('2026-03-18T03:00:00Z')).toEqual([['DINKES', 'days', 2], complete]);
    expect(await left('2026-03-20T02:00:00Z')).toEqual([['DINKES', 'today', 0], complete]);
    expect(await left('2026-03-20T04:00:00Z')).toEqual([['DINKES', 'just-passed', 0], complete]);
    expect(await left('2026-03-24T03:00:00Z')).toEqual([['DINKES', 'days-past', expect.any(Number)], complete]);
  });

  it('is paged and filtered; a page too far is the last', async () => {
    await producer('dukcapil', ['in_verification', ...Array.from({ length: 14 }, () => 'complete' as const), 'sent_to_bps']);
    await producer('dinkes', ['asked']);
    const codes = async (query: object) => (await board(query)).producers.map(({ officeCode }) => officeCode);
    expect(await codes({ limit: 1 })).toEqual(['DINKES']);
    expect(await board({ limit: 1, page: 9 })).toMatchObject({ page: 2, pages: 2, count: 2, producers: [{ officeCode: 'DUKCAPIL', datasetCount: 16 }] });
    expect([await codes({ holder: 'bps' }), await codes({ state: 'asked' }), await codes({ q: 'PENCATATAN' }), await codes({ q: 'tidak ada' })]).toEqual([['DUKCAPIL'], ['DINKES'], ['DUKCAPIL'], []]);
    const [row] = (await board({ holder: 'bps' })).producers;
    expect([row?.datasets.length, row?.datasets[0]?.state]).toEqual([6, 'sent_to_bps']);
    expect((await world.as(PEOPLE.kasi, () => world.app.get(BoardService).datasets(world.caseId, 'o-dukcapil'))).datasets).toHaveLength(16);
  });

  it('lets a producer see his own figures only', async () => {
    await producer('dukcapil', ['complete'], [at('06')]);
    await producer('dinkes', ['asked', 'late']);
    expect(await summary(PEOPLE.operator)).toMatchObject({ datasets: { asked: 1, answered: 1 }, curve: [{ count: 1 }] });
    expect((await board({}, PEOPLE.operator)).producers).toHaveLength(1);
    const boards = world.app.get(BoardService);
    await expect(world.as(PEOPLE.operator, () => boards.datasets(world.caseId, 'o-dinkes'))).rejects.toMatchObject({ code: 'not-found' });
    expect(await world.as(PEOPLE.operator, () => boards.openRequests(world.caseId))).toMatchObject({ requests: [{ officeId: 'o-dukcapil' }] });
    await expect(world.as(PEOPLE.kasi, () => boards.openRequests('tidak-ada'))).rejects.toMatchObject({ code: 'not-found' });
  });

  it('forecasts by the last period’s curve, else by the pace, and says when it cannot', async () => {
    expect(await summary()).toMatchObject({ datasets: { asked: 0 }, forecast: { reason: 'not-sent' } });
    const many = <T>(length: number, one: T): T[] => Array.from({ length }, () => one);
    await producer('dukcapil', [...many<DatasetState>(6, 'complete'), ...many<DatasetState>(6, 'asked')], many(6, at('09')));
    world.state.now = at('03');
    expect((await summary()).forecast).toMatchObject({ reason: 'too-early', expected: null, allBy: null });
    world.state.now = at('10');
    expect((await summary()).forecast).toMatchObject({ basis: 'pace', expected: 12, allBy: at('15').toISOString() });
    await period('last', new Date('2025-03-20T03:00:00Z'), new Date('2025-03-01T03:00:00Z'));
    await producer('dinkes', many<DatasetState>(20, 'published'), [...many(12, new Date('2025-03-09T03:00:00Z')), ...many(8, new Date('2025-03-19T03:00:00Z'))], { periodId: 'last', deadline: new Date('2025-03-20T03:00:00Z') });
    expect((await summary()).forecast).toMatchObject({ basis: 'last-period', expected: 10 });
  });

  it('forecasts by no period that still runs, be it by its own deadline or by one that was put off, but by the one before it', async () => {
    const many = <T>(length: number, one: T): T[] => Array.from({ length }, () => one);
    const [early, late] = [new Date('2025-03-09T03:00:00Z'), new Date('2025-03-19T03:00:00Z')];
    await producer('dukcapil', [...many<DatasetState>(6, 'complete'), ...many<DatasetState>(6, 'asked')], many(6, at('09')));
    world.state.now = at('10');
    await period('running', at('27'), new Date('2026-02-01T03:00:00Z'));
    await producer('dinkes', many<DatasetState>(20, 'complete'), many(20, new Date('2026-02-20T03:00:00Z')), { periodId: 'running', deadline: at('27') });
    await period('extended', at('05'), new Date('2025-06-01T03:00:00Z'));
    await producer('dinkes', many<DatasetState>(20, 'complete'), many(20, new Date('2026-02-20T03:00:00Z')), { periodId: 'extended', deadline: at('12') });
    expect((await summary()).forecast).toMatchObject({ basis: 'pace', expected: 12 });
    await period('last', new Date('2025-03-20T03:00:00Z'), new Date('2025-03-01T03:00:00Z'));
    await producer('dinkes', many<DatasetState>(20, 'published'), [...many(12, early), ...many(8, late)], { periodId: 'last', deadline: new Date('2025-03-20T03:00:00Z') });
    expect((await summary()).forecast).toMatchObject({ basis: 'last-period', expected: 10 });
  });

  it('goes on while a producer with more time may deliver, and expects no more than may still come', async () => {
    const many = <T>(length: number, one: T): T[] => Array.from({ length }, () => one);
    await producer('dukcapil', [...many<DatasetState>(6, 'complete'), ...many<DatasetState>(6, 'late')], many(6, at('18')));
    await producer('dinkes', many<DatasetState>(2, 'asked'), [], { deadline: at('31') });
    world.state.now = at('23');
    expect((await summary()).forecast).toMatchObject({ basis: 'pace', expected: 8, reason: null });
    world.state.now = new Date('2026-04-01T03:00:00Z');
    expect((await summary()).forecast).toMatchObject({ reason: 'over' });
  });

  it('forecasts what was validated and then returned once, and a producer’s by his own last period', async () => {
    const many = <T>(length: number, one: T): T[] => Array.from({ length }, () => one);
    const [lastDeadline, early, late] = [new Date('2025-03-20T03:00:00Z'), new Date('2025-03-09T03:00:00Z'), new Date('2025-03-19T03:00:00Z')];
    await producer('dukcapil', [...many<DatasetState>(3, 'complete'), ...many<DatasetState>(3, 'returned'), ...many<DatasetState>(6, 'asked')], many(6, at('09')));
    await period('last', lastDeadline, new Date('2025-03-01T03:00:00Z'));
    await producer('dinkes', many<DatasetState>(20, 'published'), many(20, late), { periodId: 'last', deadline: lastDeadline });
    await producer('dukcapil', many<DatasetState>(20, 'published'), [...many(12, early), ...many(8, late)], { periodId: 'last', deadline: lastDeadline });
    world.state.now = at('10');
    expect(await summary()).toMatchObject({ datasets: { asked: 12, answered: 6 }, forecast: { basis: 'last-period', expected: 12 } });
    expect((await summary(PEOPLE.operator)).forecast).toMatchObject({ basis: 'last-period', expected: 10 });
  });

  describe('on paper', () => {
    const make = (user: (typeof PEOPLE)[keyof typeof PEOPLE] = PEOPLE.kadis) => world.as(user, () => world.app.get(BoardReportService).make(world.caseId));
    const register = async (user: (typeof PEOPLE)[keyof typeof PEOPLE] = PEOPLE.kasi): Promise<ExcelJS.Worksheet> => {
      const book = new ExcelJS.Workbook();
      await book.xlsx.load(await buffer(await world.as(user, () => world.app.get(RegisterService).of(world.caseId))) as never);
      return book.getWorksheet('Buku register') as ExcelJS.Worksheet;
    };

    it('the report has the figures of the screen, and is one within a minute', async () => {
      await producer('dukcapil', ['complete', 'asked', 'late'], [at('06')]);
      world.state.now = at('10');
      await expect(make()).rejects.toMatchObject({ code: 'letter-template-missing' });
      jest.spyOn(world.app.get(Cases), 'resources').mockResolvedValue([{ path: 'letters/laporan-papan.hbs', content: '' }]);
      expect(await make()).toBe(await make());
      expect(world.letters).toHaveLength(1);
      expect(world.letters[0]).toMatchObject({ template: 'laporan-papan', number: null, data: {
        respons: { bagian: 1, dari: 3, persen: '33.3' }, tepat: { persen: null }, sisaWaktu: '10 hari kerja lagi', produsenLain: 0, perkiraan: expect.stringContaining('belum dapat diperkirakan'),
        produsen: [{ nama: 'Dinas Kependudukan dan Pencatatan Sipil', diminta: 3, masuk: 1, ditahan: 2 }], penahan: [{ siapa: 'Operator produsen data' }, { siapa: 'Menunggu dataset lain dari produsen yang sama' }, { siapa: 'Tidak masuk pada waktunya' }],
      } });
      await expect(make(PEOPLE.operator)).rejects.toMatchObject({ code: 'not-found' });
    });

    it('the register has a row for each data set, in the office’s time, and its head on every page', async () => {
      await producer('dukcapil', Array.from({ length: 401 }, () => 'complete' as const), [at('06')]);
      const sheet = await register();
      expect(sheet.rowCount).toBe(402);
      expect(sheet.pageSetup).toMatchObject({ orientation: 'landscape', printTitlesRow: '1:1' });
      expect((sheet.getRow(2).values as unknown[]).slice(1)).toEqual([1, 'Dinas Kependudukan dan Pencatatan Sipil', 'D0', 'Data 0 (sintetis)', '1', '2026-03-02 10:00', '2026-03-20 10:00', '2026-03-05 10:00', 'u', expect.stringMatching(/^2026-03/), undefined, undefined, 'Lengkap', '2026-03-05 10:00']);
      expect(sheet.getRow(402).getCell(1).value).toBe(401);
      await expect(register(PEOPLE.operator)).rejects.toMatchObject({ code: 'not-found' });
      await expect(world.as(PEOPLE.kasi, () => world.app.get(RegisterService).of('tidak-ada'))).rejects.toMatchObject({ code: 'not-found' });
    });
  });
});
