import { buffer } from 'node:stream/consumers';
import ExcelJS from '@protobi/exceljs';
import { BusinessError, lettersOf, MailTexts, SubmissionRejected, type Letter } from 'tertib';
import { undeclared } from '../../test/support/declared-values.js';
import { EXAMINED } from '../../test/support/judged.js';
import { OFFICES, PEOPLE, satuDataWorld, type SatuDataWorld } from '../../test/support/satu-data-world.js';
import { BoardQuery } from './board/board-query.js';
import { BoardService } from './board/board.service.js';
import { BoardSummaryService } from './board/board-summary.service.js';
import { DatasetEntity } from './datasets/dataset.entity.js';
import { DeliveryTableEntity } from './deliveries/delivery-table.entity.js';
import { ExtensionEntity } from './periods/extension.entity.js';
import { PeriodEntity } from './periods/period.entity.js';
import { DeliveryEntity } from './deliveries/delivery.entity.js';
import { JAMBI_POPULATION_2024 } from './reference/index.js';
import { RequestsService } from './requests/requests.service.js';
import { ExtensionService } from './requests/extension.service.js';
import { LeaderViews } from './leader/leader-view.service.js';
import { LetterValuesOfCases } from './letters/letter-values.js';
import { LettersInForms } from './letters/letters-in-forms.js';
import { MailValuesOfCases } from './letters/mail-values.js';
import { RequestEntity } from './requests/request.entity.js';
import { ValidationSheets } from './sheet/sheet.service.js';
import { FindingsReportController } from './verification/report/findings-report.controller.js';

const DEADLINE = new Date('2026-03-31T09:00:00Z');
const DUKCAPIL = { producer: 'o-dukcapil', tahap: 'awal' };
const rows = JAMBI_POPULATION_2024.map((row) => ({ ...row, luas_km2: row.luas_km2.replace('.', ',') }));
const wrong = rows.map((row, index) => (index === 2 ? { ...row, jumlah: '1' } : row));

describe('steps 1 to 9', () => {
  let world: SatuDataWorld;
  beforeEach(async () => {
    world = await satuDataWorld();
    await opened();
  });
  afterEach(() => world.close());

  /** What letters and mails got, and is not among what the administrator is told of beforehand. */
  const untold = (): string[] => {
    const examples = new Map(lettersOf([LetterValuesOfCases, MailValuesOfCases]).map(({ letter, example }) => [letter, example]));
    const mails = [...world.mails.values()].flatMap(({ subject, text }) => (subject.startsWith('mail-') ? [[subject, JSON.parse(text) as object] as const] : []));
    return [...world.letters.map(({ template, data }) => [template, data] as const), ...mails].flatMap(([template, data]) => undeclared(data, examples.get(template)).map((path) => `${template}: ${path}`));
  };

  /** To the point where both producers are asked. */
  async function opened(): Promise<void> {
    await world.work('period.open', { judul: 'Data 2026', tahun: 2026, cakupan: 'Kabupaten', batasWaktu: DEADLINE.toISOString(), tanggalRilis: '2026-05-01' });
    await world.submit('daftar-data', PEOPLE.staf, {});
    await world.work('request.prepare');
    await world.submit('kirim-permintaan', PEOPLE.kasi, { batasWaktu: DEADLINE.toISOString(), hariPengingat: '7' });
    expect(await world.work('request.dispatch')).toEqual({ producers: ['o-dinkes', 'o-dukcapil'], batasWaktu: DEADLINE.toISOString(), waktuPengingat: '2026-03-24T09:00:00.000Z' });
  }
  const dataset = () => world.database.read.findOneByOrFail(DatasetEntity, { officeId: 'o-dukcapil' });
  const deliver = async (table: readonly object[], user = PEOPLE.operator) => world.submit('penyampaian-data', user, { dataset: [{ datasetId: (await dataset()).id, status: 'disampaikan', tabel: { rows: table } }] });
  const approve = () => world.submit('validasi-pimpinan', PEOPLE.pimpinan, { hasilValidasi: 'setuju', caraValidasi: 'langsung' });
  const decide = async (keputusan: string, more: object = {}) =>
    world.submit('verifikasi', PEOPLE.kasi, { hasilVerifikasi: keputusan, dataset: [{ datasetId: (await dataset()).id, keputusan, ...more }] }, { variables: { producer: 'o-dukcapil' } });
  const states = async () => Object.fromEntries((await world.database.read.find(DatasetEntity)).map(({ officeCode, state }) => [officeCode, state]));
  const requestState = async () => (await world.database.read.findOneByOrFail(RequestEntity, { officeId: 'o-dukcapil' })).state;

  it('asks each producer with one numbered letter and one mail', async () => {
    const requests = world.letters.filter(({ template }) => template === 'surat-permintaan-produsen');
    expect(requests.map(({ officeId, number, sentAt }) => [officeId, number !== null, sentAt !== null])).toEqual([['o-dinkes', true, true], ['o-dukcapil', true, true]]);
    expect([...world.mails.values()].map(({ to }) => to[0])).toEqual(['dinkes@example.test', 'dukcapil@example.test']);
    expect(await states()).toEqual({ DUKCAPIL: 'asked', DINKES: 'asked' });
  });

  /** The first line of the report of findings, as the operator opens it. */
  const reportOf = async (id: string) => {
    const workbook = new ExcelJS.Workbook();
    const file = await world.as(PEOPLE.operator, () => world.app.get(FindingsReportController).book(id));
    await workbook.xlsx.load((await buffer(file.getStream())) as unknown as ArrayBuffer);
    return [2, 3].map((column) => workbook.getWorksheet('Temuan')?.getCell(4, column).text);
  };

  it('takes a clean table to completion, with a receipt', async () => {
    await deliver(rows);
    await approve();
    expect(await world.work('submission.register', DUKCAPIL)).toEqual({ semuaMasuk: true });
    expect(untold()).toEqual([]);
    expect(world.letters.at(-1)).toMatchObject({ template: 'tanda-terima', number: null, data: { nomor: 'tanda-terima/1', produsen: OFFICES[2]?.name, dataset: [{ status: 'Diterima', baris: 11 }] } });
    await world.work('data.verify', DUKCAPIL);
    expect((await world.formData('verifikasi', PEOPLE.kasi, { variables: { producer: 'o-dukcapil' } }))['dataset']).toMatchObject([{ ringkasan: '11 baris; tidak ada temuan', keputusan: 'lengkap' }]);
    expect(await world.formData('verifikasi', PEOPLE.kasi, { variables: { producer: 'o-dukcapil' } })).toMatchObject({ adaPeringatan: '', peringatan: [] });
    await decide('lengkap');
    await world.work('request.complete', DUKCAPIL);
    expect([await requestState(), await world.work('collection.close')]).toEqual(['complete', { datasets: [(await dataset()).id], jumlahLengkap: 1 }]);
  });

  it('shows beforehand what a letter or mail gets, and writes nothing by that', async () => {
    const { caseId } = world;
    const letters = world.app.get(LetterValuesOfCases);
    const mails = world.app.get(MailValuesOfCases);
    const of = (template: string) => world.letters.find((letter) => letter.template === template)?.data;
    const mail = (template: string) => { const found = [...world.mails.values()].find(({ subject }) => subject === template); return found && { values: JSON.parse(found.text) as object, to: found.to }; };
    expect((await letters.request({ caseId, letter: 'surat-permintaan-produsen' }))?.values).toEqual(of('surat-permintaan-produsen'));
    expect(await mails.asked({ caseId, letter: 'mail-permintaan' })).toEqual(mail('mail-permintaan'));
    expect([await letters.receipt({ caseId, letter: 'tanda-terima' }), await letters.result({ caseId, letter: 'surat-hasil-analisis' }), await mails.received({ caseId, letter: 'mail-tanda-terima' }), await mails.returned({ caseId, letter: 'mail-pengembalian' })]).toEqual([null, null, null, null]);
    expect(await letters.general({ caseId: 'none', letter: 'surat-tugas' })).toBeNull();
    await deliver(rows);
    await approve();
    await world.work('submission.register', DUKCAPIL);
    const before = [world.letters.length, world.mails.size, world.audit.length];
    expect((await letters.receipt({ caseId, letter: 'tanda-terima' }))?.values).toEqual(of('tanda-terima'));
    expect((await mails.received({ caseId, letter: 'mail-tanda-terima' }))?.values).toMatchObject(mail('mail-tanda-terima')?.values ?? {});
    expect((await mails.reminded({ caseId, letter: 'mail-pengingat' }))?.values).toMatchObject({ kepada: { instansi: OFFICES[3]?.name }, daftar: [{ nama: expect.any(String) }] });
    expect([world.letters.length, world.mails.size, world.audit.length]).toEqual(before);
    expect(untold()).toEqual([]);
  });

  it('returns what has errors, shows them at the cells, and takes the correction', async () => {
    await deliver(wrong);
    await approve();
    await world.work('submission.register', DUKCAPIL);
    await world.work('data.verify', DUKCAPIL);
    await expect(decide('lengkap')).rejects.toThrow(SubmissionRejected);
    const { id } = await dataset();
    expect((await world.formData('verifikasi', PEOPLE.kasi, { variables: { producer: 'o-dukcapil' } }))['isi']).toMatchObject([{ report: `/satu-data/datasets/${id}/findings` }]);
    expect(await reportOf(id)).toEqual(['Kesalahan', 'Baris 3']);
    await decide('belum_lengkap', { catatan: 'Periksa jumlah' });
    expect(await world.work('request.return', { producer: 'o-dukcapil' })).toEqual({ batasWaktu: '2026-03-07T02:00:00.000Z', waktuPengingat: '2026-03-06T02:00:00.000Z', tahap: 'perbaikan' });
    expect(untold()).toEqual([]);
    const form = await world.formData('penyampaian-data', PEOPLE.operator);
    expect(form).toMatchObject({ temuan: [{ sel: 'Baris 3, Jumlah penduduk', tingkat: 'Kesalahan' }], pesanPengembalian: [{ dari: 'Kasi', catatan: 'Periksa jumlah' }], dataset: [{ status: 'disampaikan', tabel: { rows: [{ luas_km2: '3445,196' }, {}, { jumlah: '1' }, {}, {}, {}, {}, {}, {}, {}, {}] } }] });
    expect((await world.formData('penyampaian-data', { ...PEOPLE.operator, language: 'en' }))['temuan']).toMatchObject([{ tingkat: 'Error', pesan: expect.stringMatching(/, but “.*” says 1\.$/) }]);
    await deliver(rows);
    expect((await world.formData('validasi-pimpinan', { ...PEOPLE.pimpinan, language: 'en' }))['dataset']).toMatchObject([{ status: 'Data delivered', temuan: expect.stringMatching(/^\d+ notes?$|^No findings$/) }]);
    await approve();
    await world.work('submission.register', { ...DUKCAPIL, tahap: 'perbaikan' });
    await world.work('data.verify', DUKCAPIL);
    await decide('lengkap');
    expect((await states())['DUKCAPIL']).toBe('complete');
  });

  it('has no report of findings before a table was verified', async () => {
    await expect(reportOf((await dataset()).id)).rejects.toMatchObject({ code: 'not-delivered' });
  });

  it('lets the leader hand back to the operator', async () => {
    await deliver(rows);
    await world.submit('validasi-pimpinan', PEOPLE.pimpinan, { hasilValidasi: 'kembalikan', catatan: 'Tambahkan sumber' });
    expect((await states())['DUKCAPIL']).toBe('asked');
    // Nobody vouches for what was sent back.
    expect(await world.database.read.find(DeliveryEntity)).toMatchObject([{ status: 'handed_back', note: 'Tambahkan sumber', validatedBy: null, validatedByName: null, validatedAt: null }]);
    expect((await world.formData('penyampaian-data', PEOPLE.operator))['pesanPengembalian']).toEqual([{ dari: 'Pimpinan', dataset: (await dataset()).title, catatan: 'Tambahkan sumber' }]);
  });

  it('accepts that there are no such data, with the reason, validated likewise', async () => {
    await world.submit('penyampaian-data', PEOPLE.operator, { dataset: [{ datasetId: (await dataset()).id, status: 'tidak_tersedia', alasan: 'Belum didata' }] });
    await approve();
    expect(await world.work('submission.register', DUKCAPIL)).toEqual({ semuaMasuk: true });
    await world.work('data.verify', DUKCAPIL);
    await decide('lengkap');
    await world.work('request.complete', DUKCAPIL);
    expect([(await states())['DUKCAPIL'], await requestState()]).toEqual(['not_available', 'not_available']);
  });

  describe('the deadline', () => {
    it('counts what the leader validated a minute before, though the engine closes a minute after', async () => {
      world.state.now = new Date(DEADLINE.getTime() - 60_000);
      await deliver(rows);
      await approve();
      world.state.now = new Date(DEADLINE.getTime() + 60_000);
      expect(await world.work('request.close', DUKCAPIL)).toEqual({ diperpanjang: false });
      expect(await world.work('submission.register', DUKCAPIL)).toEqual({ semuaMasuk: true });
      expect((await states())['DUKCAPIL']).toBe('validated');
    });

    it('closes a minute later, so that what came before it is written down however many wait', async () => {
      await deliver(rows);
      world.state.now = new Date(DEADLINE.getTime() + 30_000);
      expect(await world.work('request.close', DUKCAPIL)).toEqual({ diperpanjang: true, batasWaktu: '2026-03-31T09:01:00.000Z' });
      world.state.now = new Date(DEADLINE.getTime() - 1);
      await approve();
      world.state.now = new Date(DEADLINE.getTime() + 60_000);
      expect(await world.work('request.close', DUKCAPIL)).toEqual({ diperpanjang: false });
    });

    it('waits longer for what came before it and waits itself, but not for ever', async () => {
      await deliver(rows);
      world.state.waitingSince = new Date(DEADLINE.getTime() - 1);
      world.state.now = new Date(DEADLINE.getTime() + 5 * 60_000);
      expect(await world.work('request.close', DUKCAPIL)).toEqual({ diperpanjang: true, batasWaktu: '2026-03-31T09:05:15.000Z' });
      world.state.waitingSince = DEADLINE;
      await expect(world.work('request.close', DUKCAPIL)).rejects.toMatchObject({ code: 'BATAS_WAKTU' });
      world.state.waitingSince = new Date(DEADLINE.getTime() - 1);
      world.state.now = new Date(DEADLINE.getTime() + 30 * 60_000);
      await expect(world.work('request.close', DUKCAPIL)).rejects.toMatchObject({ code: 'BATAS_WAKTU' });
    });

    it('keeps what came a minute after out of the database, and records it as late', async () => {
      world.state.now = new Date(DEADLINE.getTime() - 60_000);
      await deliver(rows);
      world.state.now = new Date(DEADLINE.getTime() + 60_000);
      await approve();
      await expect(world.work('submission.register', DUKCAPIL)).rejects.toThrow(BusinessError);
      await expect(world.work('request.close', DUKCAPIL)).rejects.toMatchObject({ code: 'BATAS_WAKTU' });
      expect(await world.work('request.settle', DUKCAPIL)).toEqual({ adaData: false });
      expect([(await states())['DUKCAPIL'], await requestState()]).toEqual(['late', 'late']);
      expect(await world.database.read.count(DeliveryTableEntity)).toBe(0);
      expect(await world.database.read.find(DeliveryEntity)).toMatchObject([{ status: 'late', inTime: false }]);
    });

    it('calls a missed correction incomplete, not late', async () => {
      await deliver(wrong);
      await approve();
      await world.work('submission.register', DUKCAPIL);
      await world.work('data.verify', DUKCAPIL);
      await decide('belum_lengkap', { catatan: 'Periksa' });
      await world.work('request.return', { producer: 'o-dukcapil' });
      world.state.now = new Date('2026-03-08T02:00:00Z');
      await expect(world.work('request.close', DUKCAPIL)).rejects.toThrow(BusinessError);
      expect(await world.work('request.settle', DUKCAPIL)).toEqual({ adaData: false });
      expect((await states())['DUKCAPIL']).toBe('incomplete');
    });

    it('can be put off before it has passed, for one producer, and only by then', async () => {
      const until = new Date('2026-04-10T09:00:00Z');
      const extend = (officeId: string) => world.as(PEOPLE.kasi, () => world.app.get(ExtensionService).extend({ caseId: world.caseId, officeIds: [officeId], until, reason: 'Bencana banjir' }));
      expect(await extend('o-dukcapil')).toEqual(['o-dukcapil']);
      expect(world.rescheduled).toEqual([
        [world.caseId, 'batasWaktu', until, { name: 'producer', value: 'o-dukcapil' }],
        [world.caseId, 'waktuPengingat', new Date('2026-04-03T09:00:00Z'), { name: 'producer', value: 'o-dukcapil' }],
      ]);
      world.state.now = new Date(DEADLINE.getTime() + 1);
      expect(await world.work('request.close', DUKCAPIL)).toEqual({ diperpanjang: true, batasWaktu: until.toISOString() });
      await expect(extend('o-dinkes')).rejects.toMatchObject({ code: 'nothing-to-extend' });
    });

    it('is told of where the release date comes before it, and kept all the same', async () => {
      const late = '2026-06-01T09:00:00Z';
      await world.submit('kirim-permintaan', PEOPLE.kasi, { batasWaktu: DEADLINE.toISOString(), hariPengingat: '7' });
      expect(world.told).toEqual([]);
      await world.submit('kirim-permintaan', PEOPLE.kasi, { batasWaktu: late, hariPengingat: '7' });
      await world.submit('keputusan-periode', PEOPLE.kasi, { keputusanPeriode: 'perpanjang', batasWaktuBaru: late, alasan: 'Semua terlambat' });
      await world.submit('periode', PEOPLE.kadis, { judul: 'Data 2026', tahun: 2026, cakupan: 'Kabupaten', batasWaktu: late, tanggalRilis: '2026-05-30' });
      await world.submit('periode', PEOPLE.kadis, { judul: 'Data 2026', tahun: 2026, cakupan: 'Kabupaten', batasWaktu: late, tanggalRilis: '2026-06-02' });
      expect(world.told).toEqual(Array.from({ length: 3 }, () => expect.stringContaining('lebih awal daripada batas waktunya')));
      expect((await world.database.read.findOneByOrFail(PeriodEntity, { id: world.caseId })).deadline).toEqual(new Date(late));
    });

    it('is refused where somebody mistyped the year, wherever it is typed', async () => {
      const far = '2062-12-31T09:00:00Z';
      const period = { judul: 'Data 2026', tahun: 2026, cakupan: 'Kabupaten' };
      const told = (path: string) => ({ problems: [{ path, message: { id: 'Tanggal ini lebih dari 5 tahun lagi. Periksa tahunnya.' } }] });
      await expect(world.as(PEOPLE.kasi, () => world.app.get(ExtensionService).extend({ caseId: world.caseId, until: new Date(far), reason: 'Bencana banjir' }))).rejects.toMatchObject({ code: 'deadline-too-far', status: 422 });
      await expect(world.submit('kirim-permintaan', PEOPLE.kasi, { batasWaktu: far, hariPengingat: '7' })).rejects.toMatchObject(told('batasWaktu'));
      await expect(world.submit('periode', PEOPLE.kadis, { ...period, batasWaktu: far, tanggalRilis: '2026-05-01' })).rejects.toMatchObject(told('batasWaktu'));
      await expect(world.submit('periode', PEOPLE.kadis, { ...period, batasWaktu: DEADLINE.toISOString(), tanggalRilis: '2062-05-01' })).rejects.toMatchObject(told('tanggalRilis'));
      await expect(world.submit('penugasan', PEOPLE.kadis, { kepada: 'Kepala Bidang', instruksi: 'Kumpulkan data.', jatuhTempo: far })).rejects.toMatchObject(told('jatuhTempo'));
      await expect(world.submit('keputusan-periode', PEOPLE.kasi, { keputusanPeriode: 'perpanjang', batasWaktuBaru: far, alasan: 'Semua terlambat' })).rejects.toMatchObject(told('batasWaktuBaru'));
      expect(world.rescheduled).toEqual([]);
    });

    it('reminds on each day that was chosen until the deadline, and follows one that was put off', async () => {
      const remindOn = async (day: string) => {
        world.state.now = new Date(`2026-${day}T09:00:00Z`);
        return world.work('request.remind', DUKCAPIL, `t:${day}`);
      };
      const reminded = () => [...world.mails.keys()].filter((key) => key.endsWith(':remind'));
      await world.database.tx((db) => db.update(RequestEntity, { officeId: 'o-dukcapil' }, { reminderDays: [7, 3] }));
      expect(await remindOn('03-24')).toEqual({ ingatkanLagi: true, waktuPengingat: '2026-03-28T09:00:00.000Z' });
      expect(await remindOn('03-28')).toEqual({ ingatkanLagi: true, waktuPengingat: DEADLINE.toISOString() });
      expect(reminded()).toEqual(['t:03-24:remind', 't:03-28:remind']);
      await world.as(PEOPLE.kasi, () => world.app.get(ExtensionService).extend({ caseId: world.caseId, officeIds: ['o-dukcapil'], until: new Date('2026-04-10T09:00:00Z'), reason: 'Bencana banjir' }));
      expect(world.rescheduled.at(-1)).toEqual([world.caseId, 'waktuPengingat', new Date('2026-04-03T09:00:00Z'), { name: 'producer', value: 'o-dukcapil' }]);
      await remindOn('04-03');
      await remindOn('04-07');
      expect(await remindOn('04-10')).toEqual({ ingatkanLagi: false, waktuPengingat: '2026-04-10T09:00:00.000Z' });
      expect(reminded()).toEqual(['t:03-24:remind', 't:03-28:remind', 't:04-03:remind', 't:04-07:remind']);
    });

    it.each(['tujuh', '', '7; 61', '1,2,3,4,5,6,7', '1.5'])('refuses “%s” for the days of reminders', async (hariPengingat) => {
      await expect(world.submit('kirim-permintaan', PEOPLE.kasi, { batasWaktu: DEADLINE.toISOString(), hariPengingat })).rejects.toThrow('hariPengingat: Write ');
    });

    it('reminds of what is owed, once', async () => {
      const { remindAt } = await world.database.read.findOneByOrFail(RequestEntity, { officeId: 'o-dukcapil' });
      // A timer that fires while the deadline is put off is set anew, and nobody is told.
      expect(await world.work('request.remind', DUKCAPIL, 't0')).toEqual({ ingatkanLagi: true, waktuPengingat: remindAt.toISOString() });
      world.state.now = remindAt;
      const ledger = world.ledger();
      for (const _ of [1, 2]) await world.work('request.remind', DUKCAPIL, 't1', ledger);
      expect(untold()).toEqual([]);
      expect([...world.mails.keys()].filter((key) => key.endsWith('remind'))).toEqual(['t1:remind']);
    });

    it('asks everyone again when nothing was complete and the official gives more time', async () => {
      world.state.now = new Date(DEADLINE.getTime() + 1);
      for (const producer of ['o-dukcapil', 'o-dinkes']) await world.work('request.settle', { producer, tahap: 'awal' });
      expect((await world.formData('keputusan-periode', PEOPLE.kasi))['ringkasan']).toMatchObject([{ diminta: 1, terlambat: 1, tidakLengkap: 0, tidakTersedia: 0 }, { diminta: 1, terlambat: 1 }]);
      expect(await world.work('collection.close')).toEqual({ datasets: [], jumlahLengkap: 0 });
      await world.submit('keputusan-periode', PEOPLE.kasi, { keputusanPeriode: 'perpanjang', batasWaktuBaru: '2026-05-01T09:00:00Z', alasan: 'Semua terlambat' });
      expect(await world.work('request.reopen')).toMatchObject({ producers: ['o-dinkes', 'o-dukcapil'], batasWaktu: '2026-05-01T09:00:00.000Z' });
      expect(untold()).toEqual([]);
      expect(await states()).toEqual({ DUKCAPIL: 'asked', DINKES: 'asked' });
      const told = [...world.mails.values()].filter(({ subject }) => subject === 'mail-perpanjangan');
      expect(told.map(({ to, text }) => [to[0], text.includes('Semua terlambat')])).toEqual([['dinkes@example.test', true], ['dukcapil@example.test', true]]);
    });

    it('makes nobody punctual by asking again: the board counts by the deadline that was set first', async () => {
      world.state.now = new Date(DEADLINE.getTime() + 1);
      for (const producer of ['o-dukcapil', 'o-dinkes']) await world.work('request.settle', { producer, tahap: 'awal' });
      await world.submit('keputusan-periode', PEOPLE.kasi, { keputusanPeriode: 'perpanjang', batasWaktuBaru: '2026-05-01T09:00:00Z', alasan: 'Semua terlambat' });
      const ledger = world.ledger();
      for (const _ of [1, 2]) await world.work('request.reopen', {}, 't1', ledger);
      await deliver(rows);
      await approve();
      expect(await world.database.read.find(ExtensionEntity)).toMatchObject([1, 2].map(() => ({ before: DEADLINE, until: new Date('2026-05-01T09:00:00Z'), reason: 'Semua terlambat', userId: PEOPLE.kasi.id })));
      expect(await world.as(PEOPLE.kasi, () => world.app.get(BoardSummaryService).of(world.caseId))).toMatchObject({ datasets: { asked: 2, answered: 1, due: 2, onTime: 0 }, extended: 2 });
    });

    it('writes the mails of many before its transactions, and reads the calendar once for each choice of days', async () => {
      const within: boolean[] = [];
      const render = world.app.get(MailTexts).render;
      jest.spyOn(world.app.get(MailTexts), 'render').mockImplementation((...given) => {
        within.push(world.database.inTransaction);
        return render(...given);
      });
      const reminder = jest.spyOn(world.app.get(RequestsService), 'nextReminder');
      await world.as(PEOPLE.kasi, () => world.app.get(ExtensionService).extend({ caseId: world.caseId, until: new Date('2026-04-10T09:00:00Z'), reason: 'Bencana banjir' }));
      expect([within, reminder.mock.calls.length]).toEqual([[false, false], 1]);
      await world.work('request.reopen');
      expect(within).toEqual([false, false, false, false]);
    });

    it('keeps a table that the leader never validated out of the database', async () => {
      await deliver(rows);
      expect(await world.database.read.count(DeliveryTableEntity)).toBe(1);
      world.state.now = new Date(DEADLINE.getTime() + 1);
      await world.work('request.settle', DUKCAPIL);
      expect(await world.database.read.count(DeliveryTableEntity)).toBe(0);
    });

    it('never moves the period’s deadline backwards where all who are open get more time', async () => {
      const [later, until] = [new Date('2026-05-10T09:00:00Z'), new Date('2026-04-10T09:00:00Z')];
      const extend = (to: Date) => world.as(PEOPLE.kasi, () => world.app.get(ExtensionService).extend({ caseId: world.caseId, until: to, reason: 'Bencana banjir' }));
      const deadline = async () => (await world.database.read.findOneByOrFail(PeriodEntity, { id: world.caseId })).deadline;
      await world.database.tx((db) => db.update(PeriodEntity, { id: world.caseId }, { deadline: later }));
      expect(await extend(until)).toHaveLength(2);
      expect(await deadline()).toEqual(later);
      await extend(new Date(later.getTime() + 1));
      expect(await deadline()).toEqual(new Date(later.getTime() + 1));
    });

    it('begins a round where it asks, gives back and asks again', async () => {
      const since = async () => (await world.database.read.findOneByOrFail(RequestEntity, { officeId: 'o-dukcapil' })).roundSince;
      const begins = async (work: () => Promise<unknown>) => {
        world.state.now = new Date(world.state.now.getTime() + 60_000);
        await work();
        return (await since())?.getTime() === world.state.now.getTime();
      };
      expect((await since())?.getTime()).toBe(world.state.now.getTime());
      expect(await begins(() => world.work('request.return', { producer: 'o-dukcapil' }))).toBe(true);
      expect(await begins(() => world.work('request.reopen'))).toBe(true);
    });

    it('can be put off for all who are open, each told the reason', async () => {
      const until = new Date('2026-04-10T09:00:00Z');
      expect(await world.as(PEOPLE.kasi, () => world.app.get(ExtensionService).extend({ caseId: world.caseId, until, reason: 'Bencana banjir' }))).toHaveLength(2);
      expect((await world.database.read.find(RequestEntity)).map(({ deadline }) => deadline.getTime())).toEqual([until.getTime(), until.getTime()]);
      expect([...world.mails.values()].filter(({ text }) => text.includes('Bencana banjir'))).toHaveLength(2);
    });
  });

  it('takes the leader’s word from a signed sheet that the operator puts in', async () => {
    await deliver(rows);
    const sheet = await world.put({ name: 'lembar-validasi.pdf', type: 'application/pdf', content: Buffer.from('signed'), officeId: 'o-dukcapil' });
    await expect(world.submit('validasi-pimpinan', PEOPLE.operator, { hasilValidasi: 'setuju', caraValidasi: 'lembar' })).rejects.toThrow(SubmissionRejected);
    await expect(world.submit('validasi-pimpinan', PEOPLE.operator, { hasilValidasi: 'setuju', caraValidasi: 'langsung' })).rejects.toMatchObject({ problems: [{ path: 'caraValidasi' }] });
    expect((await states())['DUKCAPIL']).toBe('delivered');
    const request = await world.database.read.findOneByOrFail(RequestEntity, { officeId: 'o-dukcapil' });
    const { code } = await world.as(PEOPLE.operator, () => world.app.get(ValidationSheets).print(request));
    expect(untold()).toEqual([]);
    await world.submit('validasi-pimpinan', PEOPLE.operator, { hasilValidasi: 'setuju', caraValidasi: 'lembar', berkas: [sheet], kodeLembar: code, namaPenandatangan: 'Dra. Sari', jabatanPenandatangan: 'Kepala Dinas' });
    expect((await states())['DUKCAPIL']).toBe('validated');
  });

  describe('what a leader sees by his link', () => {
    const view = (language: 'id' | 'en' = 'id') => {
      const link = { id: 'l', taskId: 't', name: 'Sari', title: 'Kepala Dinas', sentByName: 'operator', createdAt: world.state.now, expiresAt: DEADLINE, state: 'open' as const };
      return world.app.get(LeaderViews).of({ link, at: world.state.now, context: { formKey: 'validasi-pimpinan', caseId: world.caseId, taskId: 't', elementId: null, processInstanceId: null, officeId: 'o-dukcapil', variables: {}, user: { ...PEOPLE.pimpinan, language } } });
    };
    /** The period before, with these rows. */
    const published = async (table: readonly object[], more: Partial<PeriodEntity> = { year: 2025 }) => {
      const { deliveryId: _, ...now } = await dataset();
      await world.database.tx(async (db) => {
        await db.insert(PeriodEntity, { ...(await db.findOneByOrFail(PeriodEntity, { id: world.caseId })), id: 'last-year', openedAt: new Date('2025-03-02T02:00:00Z'), ...more });
        await db.insert(DatasetEntity, { ...now, id: 'last', periodId: 'last-year', state: 'published', deliveryId: 'last-delivery' });
        await db.insert(DeliveryTableEntity, { deliveryId: 'last-delivery', rowCount: table.length, rows: table as never, layout: { source: 'grid', columns: {}, rowNumbers: [], unreadable: [], unknown: [], templateFits: true } });
      });
    };

    it('is what was delivered, by whom, and what is not as it was, biggest first, in words', async () => {
      await published(JAMBI_POPULATION_2024.map((row, index) => ({ ...row, tahun: '2023', ...(index === 0 && { laki_laki: '100' }), ...(index === 1 && { perempuan: '190000' }) })).slice(0, 10));
      await deliver(rows);
      const shown = await view();
      expect(shown).toMatchObject({ receiver: 'Sari, Kepala Dinas', office: OFFICES[2]?.name, sentBy: 'operator', deliveredBy: 'operator', deadline: '31 Maret 2026 pukul 16.00 WIB', datasets: [{ state: 'Data disampaikan', rowCount: 11, reason: null }] });
      expect(shown.datasets[0]?.summary).toMatch(/^2 dari \d+ nilai berbeda dari tahun lalu\. 1 baris baru, 0 baris tidak ada lagi\.$/);
      expect(shown.datasets[0]?.changes).toEqual([expect.stringMatching(/^Kabupaten .+: .+ naik [\d.]+,\d % dari 100 menjadi [\d.]+\.$/), expect.stringMatching(/^Kabupaten .+: .+ (naik|turun) [\d.]+,\d % dari 190\.000 menjadi [\d.]+\.$/)]);
      expect((await view('en')).datasets[0]?.changes[0]).toMatch(/ up [\d,]+\.\d % from 100 to [\d,]+\.$/);
    });

    it('names the period that it is compared with where that is not of the year before', async () => {
      await published(JAMBI_POPULATION_2024.map((row) => ({ ...row, tahun: '2023' })), { title: 'Semester I 2026' });
      await deliver(rows);
      expect((await view()).datasets[0]?.summary).toBe('Semua nilai sama dengan periode sebelumnya (Semester I 2026).');
      expect((await world.formData('validasi-pimpinan', { ...PEOPLE.pimpinan, language: 'en' }))['perubahan']).toMatchObject([{ perubahan: 'All values are those of the period before (Semester I 2026).' }]);
    });

    it('stands beside the operator’s table, the signed-in leader’s and the head of section’s too', async () => {
      expect(await world.formData('penyampaian-data', PEOPLE.operator)).toMatchObject({ tahunLalu: [] });
      await published(JAMBI_POPULATION_2024.map((row, index) => ({ ...row, tahun: '2023', ...(index === 0 && { laki_laki: '100' }) })));
      expect(await world.formData('penyampaian-data', PEOPLE.operator)).toMatchObject({ tahunLalu: [{ rowCount: 11, rows: expect.arrayContaining([expect.objectContaining({ tahun: '2023', laki_laki: '100' })]) }] });
      await deliver(rows);
      const told = { perubahan: [{ perubahan: expect.stringMatching(/^1 dari \d+ nilai berbeda/) }, { dataset: (await dataset()).title, perubahan: expect.stringContaining('dari 100 menjadi') }] };
      expect(await world.formData('validasi-pimpinan', PEOPLE.pimpinan)).toMatchObject(told);
      await approve();
      await world.work('submission.register', DUKCAPIL);
      await world.work('data.verify', DUKCAPIL);
      const english = { ...PEOPLE.kasi, language: 'en' as const };
      expect(await world.formData('verifikasi', PEOPLE.kasi, { variables: { producer: 'o-dukcapil' } })).toMatchObject(told);
      expect((await world.formData('verifikasi', english, { variables: { producer: 'o-dukcapil' } }))['perubahan']).toMatchObject([{}, { perubahan: expect.stringContaining('from 100 to') }]);
    });

    it('says where there is nothing to compare with, and why there are no data', async () => {
      await deliver(rows);
      expect((await view()).datasets).toMatchObject([{ summary: 'Tidak ada data periode sebelumnya di aplikasi untuk dibandingkan.', changes: [] }]);
      await world.submit('penyampaian-data', PEOPLE.operator, { dataset: [{ datasetId: (await dataset()).id, status: 'tidak_tersedia', alasan: 'Belum didata' }] });
      expect((await view()).datasets).toMatchObject([{ state: 'Data tidak tersedia', reason: 'Belum didata', summary: null, rowCount: 0 }]);
    });

    it('is not shown any more once the deadline has passed', async () => {
      await deliver(rows);
      world.state.now = DEADLINE;
      await expect(view()).rejects.toMatchObject({ code: 'deadline-passed', status: 409 });
    });
  });

  it('takes BPS’s answer from the head of section only in writing, with its scan', async () => {
    const scan = await world.put({ name: 'jawaban-bps.pdf', type: 'application/pdf', content: Buffer.from('signed') });
    const written = { hasilPemeriksaan: 'sesuai', caraJawaban: 'tertulis', nomorSurat: 'B-12/BPS/2026', tanggalSurat: '2026-03-02T02:00:00Z', berkas: [scan] };
    await expect(world.submit('pemeriksaan-permintaan', PEOPLE.kasi, { hasilPemeriksaan: 'sesuai', ...EXAMINED })).rejects.toMatchObject({ problems: [{ path: 'caraJawaban' }] });
    await expect(world.submit('pemeriksaan-permintaan', PEOPLE.kasi, { ...written, berkas: [] })).rejects.toThrow(SubmissionRejected);
    await world.submit('pemeriksaan-permintaan', PEOPLE.kasi, written);
    await world.submit('pemeriksaan-permintaan', PEOPLE.bps, { hasilPemeriksaan: 'sesuai', ...EXAMINED });
  });

  it('reminds BPS of a letter’s answer, once, and only while that helps', async () => {
    const { suratId } = await world.work('document.render', { letter: 'surat-permintaan-bps' });
    const given = await world.submit('kirim-surat', PEOPLE.kasi, { jatuhTempoBps: '2026-03-10T02:00:00Z' });
    expect(given).toEqual({ waktuPengingatBps: new Date('2026-03-09T02:00:00Z') });
    const input = { letter: 'surat-permintaan-bps', penerima: 'bps', suratId, jatuhTempo: '2026-03-10T02:00:00Z', waktuPengingat: '2026-03-09T02:00:00Z' };
    const reminders = () => [...world.mails.values()].filter(({ subject }) => subject === 'mail-pengingat-bps');
    await world.work('document.remind', input);
    expect(reminders()).toEqual([]); // not sent yet
    await world.work('document.send', { letter: 'surat-permintaan-bps', penerima: 'bps', suratId });
    const ledger = world.ledger();
    for (const _ of [1, 2]) await world.work('document.remind', input, 't1', ledger);
    expect(untold()).toEqual([]);
    expect(reminders()).toMatchObject([{ key: 't1:remind', to: ['bps@example.test'] }]);
    await world.work('document.remind', { ...input, waktuPengingat: '2026-03-01T02:00:00Z' }); // sent after that time
    world.state.now = new Date('2026-03-10T02:00:00Z');
    await world.work('document.remind', input); // due already
    expect(reminders()).toHaveLength(1);
  });

  it('does nothing twice when a task is repeated', async () => {
    await deliver(rows);
    await approve();
    const ledger = world.ledger();
    for (const _ of [1, 2]) await world.work('submission.register', DUKCAPIL, 't1', ledger);
    expect(world.letters.filter(({ template }) => template === 'tanda-terima')).toHaveLength(1);
    expect(world.audit.filter((action) => action === 'delivery.registered')).toHaveLength(1);
  });

  it('takes no other office’s data set', async () => {
    await expect(deliver(rows, PEOPLE.operator2)).rejects.toThrow(SubmissionRejected);
    expect(await world.database.read.count(DeliveryEntity)).toBe(0);
  });

  it('shows a producer his own row of the board and the officials all', async () => {
    const board = (user: (typeof PEOPLE)[keyof typeof PEOPLE]) => world.as(user, () => world.app.get(BoardService).of(world.caseId, BoardQuery.parse({})));
    expect((await board(PEOPLE.operator)).producers.map(({ officeCode }) => officeCode)).toEqual(['DUKCAPIL']);
    expect((await board(PEOPLE.kasi)).totals).toEqual([{ state: 'asked', name: { id: 'Diminta', en: 'Asked' }, count: 2 }]);
  });

  it('proposes the year that it is in the office’s zone', async () => {
    const proposed = async (now: string) => {
      world.state.now = new Date(now);
      return (await world.formData('periode', PEOPLE.kadis))['tahun'];
    };
    expect([await proposed('2026-12-31T16:59:00Z'), await proposed('2026-12-31T17:00:00Z')]).toEqual([2026, 2027]);
  });

  it('does not ask BPS to answer by a moment that has passed', async () => {
    const send = (jatuhTempoBps: string) => world.submit('kirim-surat', PEOPLE.kasi, { jatuhTempoBps });
    await world.work('document.render', { letter: 'surat-permintaan-bps' });
    await expect(send('2026-03-02T01:59:00Z')).rejects.toMatchObject({ problems: [{ path: 'jatuhTempoBps' }] });
    expect(await send('2026-03-10T02:00:00Z')).toMatchObject({ waktuPengingatBps: new Date('2026-03-09T02:00:00Z') });
  });

  it('requires the signed letter where the office does', async () => {
    world.state.settings['letters.requireSigned'] = true;
    await world.work('document.render', { letter: 'surat-permintaan-bps' });
    const due = { jatuhTempoBps: '2026-03-10T02:00:00Z' };
    await expect(world.submit('kirim-surat', PEOPLE.kasi, due)).rejects.toThrow(SubmissionRejected);
    const many = Array.from({ length: 12 }, (_, number) => ({ id: `s${number}`, number: `${number + 1}/TEST`, subject: 'Permintaan', signedFile: null }) as unknown as Letter);
    await expect(world.app.get(LettersInForms).sign(many, new Map())).rejects.toMatchObject({ problems: [{ message: { id: expect.stringMatching(/10\/TEST, dan 2 surat lain\.$/), en: expect.stringMatching(/and 2 more\.$/) } }] });
    const signed = await world.put({ name: 'scan.pdf', type: 'application/pdf', content: Buffer.from('x') });
    await world.submit('kirim-surat', PEOPLE.kasi, { ...due, berkas: [signed] });
    await world.work('document.send', { letter: 'surat-permintaan-bps', penerima: 'bps' });
    expect([...world.mails.values()].at(-1)).toMatchObject({ to: ['bps@example.test'], attachments: [{ id: signed.id }] });
  });
});
