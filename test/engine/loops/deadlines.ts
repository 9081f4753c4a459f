import { dataList, delivered } from '../../support/answers.js';
import { pdfText } from '../../../src/testing/case/pdf-text.js';
import type { TaskDetail } from '../../support/people.js';
import type { Stage } from '../../support/stage.js';
import { populationRows } from '../../support/tables.js';
import { bagOf, datasetOf, openPeriod, publish, requestState, type DatasetRow } from './procedure.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const REASON = 'Kantor terendam banjir.';
const SURVEY = 'Survei Kepuasan Pasien';
const STOCK = 'Persediaan Obat Menurut Jenis';
type Row = Readonly<Record<string, unknown>>;

/** The next period: a deadline kept, missed and put off; nothing to give; and one changed cell. */
export const deadlines = (stage: () => Stage): void =>
  describe('a period with a deadline', () => {
    // A Wednesday: reminders count in working days, and each of them is to fall on a day of its own.
    const inTwentyDays = new Date(Date.now() + 20 * DAY);
    const deadline = new Date(inTwentyDays.getTime() + ((3 - inTwentyDays.getDay() + 7) % 7) * DAY);
    const later = new Date(deadline.getTime() + 20 * DAY);
    let caseId: string;
    let population: DatasetRow;
    let clinics: DatasetRow;
    let schools: DatasetRow;
    let before: { csv: string; page: string };
    let heldAtSix: string[];

    const act = (...parameters: Parameters<Stage['act']> extends [string, ...infer Rest] ? Rest : never): Promise<TaskDetail> => stage().act(caseId, ...parameters);
    const at = (offset: number) => new Date(deadline.getTime() + offset);
    const extend = async (officeId: string, username = 'kasi') => (await stage().who(username)).post('/api/satu-data/extend', { caseId, officeIds: [officeId], until: later.toISOString(), reason: REASON });
    /** When the engine's timer of an element is due, in the one instance of a process that has this among its variables. */
    const timer = async (processKey: string, activityId: string, about = ''): Promise<Date | undefined> => {
      const [instance] = await stage().records.query<{ id: string }>(`SELECT id FROM case_instances WHERE "caseId" = ? AND "processKey" = ? AND variables LIKE ?`, [caseId, processKey, `%${about}%`]);
      const [job] = await stage().product.engine.client.jobs.jobs({ processInstanceId: instance?.id ?? '', activityId, timers: true });
      return job?.dueDate ? new Date(job.dueDate) : undefined;
    };
    /** The engine's timer of a producer's deadline. */
    const timerOf = async (officeId: string) => (await timer('penyampaian-data', 'batas-waktu', officeId))?.toISOString();
    const tablesOf = ({ id }: DatasetRow) => stage().records.query(`SELECT t."deliveryId" FROM satu_data_delivery_tables t JOIN satu_data_deliveries d ON d.id = t."deliveryId" WHERE d."datasetId" = ?`, [id]);
    const onBoard = async (username: string): Promise<Record<string, string>> => {
      const board = await (await stage().who(username)).get<{ producers: { datasets: { title: string; state: string }[] }[] }>(`/api/satu-data/board/${caseId}`);
      return Object.fromEntries(board.producers.flatMap(({ datasets }) => datasets.map(({ title, state }) => [title, state])));
    };

    const heldBy = async (): Promise<string[]> => (await (await stage().who('kasi')).get<{ held: { holder: string }[] }>(`/api/satu-data/board/${caseId}/summary`)).held.map(({ holder }) => holder);
    /** To when the engine reminds BPS of an answer, counted in working days: how far off it is depends on the day on which this runs. */
    const toReminderOfBps = async (processKey: string, about?: string): Promise<void> => {
      const reminder = await timer(processKey, 'menjelang-jawaban', about);
      if (!reminder) throw new Error('No timer reminds BPS');
      await stage().move(new Date(reminder.getTime() + MINUTE));
    };

    const subjects = async (office: string) => (await stage().records.query(`SELECT subject FROM mails WHERE "caseId" = ? AND recipients LIKE ? ORDER BY id`, [caseId, `%${office}%`])).map(({ subject }) => String(subject));

    beforeAll(async () => {
      caseId = await openPeriod(stage(), 'Periode berikutnya', { batasWaktu: deadline.toISOString() });
      await act('staf', 'menyusun-daftar', {
        answer: dataList((rows) => {
          const like = rows.find(({ nama }) => /puskesmas/i.test(nama));
          return [...rows, ...[SURVEY, STOCK].map((nama) => ({ ...like, datasetId: '', nama, idDdd: '' }))];
        }),
      });
      await stage().acts(caseId, 'kasi mengoreksi-daftar', 'kasi mengirim-permintaan-bps');
      await stage().task(caseId, 'memeriksa-permintaan');
      heldAtSix = await heldBy();
      await toReminderOfBps('pengelolaan-data');
      await stage().until('BPS is reminded', async () => (await subjects('bps')).length > 1);
      await stage().acts(caseId, 'bps memeriksa-permintaan', 'kasi mengirim-permintaan');
      await stage().task(caseId, 'menyampaikan-data');
      [population, clinics, schools] = [await datasetOf(stage(), caseId, 'Penduduk'), await datasetOf(stage(), caseId, 'Puskesmas'), await datasetOf(stage(), caseId, 'Sekolah')];
      for (const { officeId } of [population, clinics, schools]) await stage().task(caseId, 'menyampaikan-data', officeId);
      before = { csv: await stage().text(`/dataset/${population.slug}/data.csv`), page: await stage().text(`/dataset/${population.slug}`) };
    });

    it('6: reminds BPS, by the engine’s timer, before the answer is due', async () => {
      expect(await subjects('bps')).toEqual([expect.stringMatching(/^Permintaan pemeriksaan /), expect.stringMatching(/^Pengingat: jawaban atas surat nomor /)]);
    });

    it('6: the list is held up by BPS, as the board says', () => expect(heldAtSix).toEqual(['bps']));

    it('is put off for one producer: his timer moves, the others’ do not', async () => {
      await expect(extend(clinics.officeId, 'staf')).rejects.toMatchObject({ status: 403 });
      expect(await extend(clinics.officeId)).toEqual({ officeIds: [clinics.officeId], until: later.toISOString() });
      await stage().until('the timer has moved', async () => (await timerOf(clinics.officeId)) === later.toISOString());
      expect([await timerOf(population.officeId), await timerOf(schools.officeId)]).toEqual([deadline.toISOString(), deadline.toISOString()]);
      const due = async (username: string) => (await stage().open(caseId, username, 'menyampaikan-data')).dueAt;
      await stage().until('the task is due later', async () => (await due('operator.dinkes')) === later.toISOString());
      expect(await due('operator.dukcapil')).toBe(deadline.toISOString());
    });

    it('reminds who still owes on each of the days that were chosen, by the engine’s timers', async () => {
      for (const [days, mails] of [[8, 2], [2, 3]] as const) {
        await stage().move(at(-days * DAY));
        await stage().until(`who owes has ${mails} mails`, async () => (await subjects('disdik')).length === mails);
      }
    });

    it('counts what the leader validated a minute before it, though another reminder is waited for', async () => {
      await stage().move(at(-5 * MINUTE));
      await stage().until('who owes is reminded once more', async () => (await subjects('disdik')).length === 4);
      const changed = populationRows().map((row) => (row['kode_wilayah'] === '15.06' ? { ...row, luas_km2: 5000 } : row));
      await act('operator.dukcapil', 'menyampaikan-data', { answer: ({ data }) => ({ dataset: (data['dataset'] as Row[]).map((row) => delivered(row, changed)) }) });
      await act('operator.disdik', 'menyampaikan-data');
      await stage().task(caseId, 'memvalidasi', schools.officeId);
      await stage().moveApp(at(-MINUTE));
      await act('pimpinan.dukcapil', 'memvalidasi');
      await stage().task(caseId, 'memverifikasi', population.officeId);
    });

    it('leaves out what he validated a minute after it, although the engine’s timer has not fired', async () => {
      expect(await tablesOf(schools)).toHaveLength(1);
      await stage().moveApp(at(MINUTE));
      await act('pimpinan.disdik', 'memvalidasi');
      await stage().until('the request is late', async () => (await requestState(stage(), caseId, schools.officeId)) === 'late');
      expect(await tablesOf(schools)).toEqual([]);
      expect(await stage().records.query('SELECT status FROM satu_data_deliveries WHERE NOT "inTime" AND "datasetId" = ?', [schools.id])).toEqual([{ status: 'late' }]);
      expect(await onBoard('kasi')).toEqual({ [population.title]: 'in_verification', [clinics.title]: 'asked', [SURVEY]: 'asked', [STOCK]: 'asked', [schools.title]: 'late' });
      expect(await onBoard('operator.disdik')).toEqual({ [schools.title]: 'late' });
    });

    it('cannot be put off once it has passed, and says so', async () => {
      const refused = await (await stage().who('kasi')).send('POST', '/api/satu-data/extend', { caseId, officeIds: [schools.officeId], until: later.toISOString(), reason: REASON });
      expect([refused.status, (refused.json as Row)['detail']]).toEqual([409, 'Batas waktu hanya dapat diperpanjang sebelum lewat, dan ke waktu yang lebih lambat.']);
      await stage().moveEngine(at(MINUTE));
    });

    it('verifies a day later what came in time', async () => {
      await stage().move(at(DAY));
      await act('kasi', 'memverifikasi', { about: population.officeId });
      await stage().until('the request is complete', async () => (await requestState(stage(), caseId, population.officeId)) === 'complete');
      expect(await heldBy()).toEqual(['operator', 'others', 'missed']);
    });

    it('takes “not available” and “not ours” within the extension, and asks on for the rest', async () => {
      const ANSWERS: Readonly<Record<string, Row>> = { [SURVEY]: { status: 'bukan_kewenangan', alasan: 'Dilaksanakan rumah sakit.' }, [STOCK]: { status: 'belum' } };
      const none = { status: 'tidak_tersedia', alasan: 'Belum didata tahun ini.' };
      await act('operator.dinkes', 'menyampaikan-data', { answer: ({ data }) => ({ dataset: (data['dataset'] as Row[]).map(({ datasetId, nama }) => ({ datasetId, nama, ...(ANSWERS[String(nama)] ?? none) })) }) });
      const { data } = await act('pimpinan.dinkes', 'memvalidasi');
      expect((data['dataset'] as Row[]).map(({ status, alasan }) => `${status}: ${alasan}`).sort()).toEqual(['Bukan kewenangan kami: Dilaksanakan rumah sakit.', 'Data tidak tersedia: Belum didata tahun ini.']);
      const rest = await stage().open(caseId, 'operator.dinkes', 'menyampaikan-data');
      expect((rest.data['dataset'] as Row[]).map(({ nama }) => nama)).toEqual([STOCK]);
    });

    it('closes by the engine’s timer when the extension has passed: the rest is late, what came is verified', async () => {
      await stage().move(new Date(later.getTime() + MINUTE));
      await act('kasi', 'memverifikasi', { about: clinics.officeId });
      await stage().until('the request is late', async () => (await requestState(stage(), caseId, clinics.officeId)) === 'late');
      expect(await datasetOf(stage(), caseId, 'Puskesmas')).toMatchObject({ state: 'not_available', stateReason: 'Belum didata tahun ini.' });
      expect(await datasetOf(stage(), caseId, SURVEY)).toMatchObject({ state: 'not_ours', stateReason: 'Dilaksanakan rumah sakit.' });
      expect(await datasetOf(stage(), caseId, STOCK)).toMatchObject({ state: 'late' });
      expect(await stage().records.query(`SELECT state FROM tasks WHERE "caseId" = ? AND "officeId" = ? AND state IN ('open', 'completing')`, [caseId, clinics.officeId])).toEqual([]);
      await stage().task(caseId, 'menganalisis', population.id);
      expect(await stage().records.query(`SELECT id FROM tasks WHERE "caseId" = ? AND "elementId" = 'menganalisis'`, [caseId])).toHaveLength(1);
    });

    it('13: reminds BPS of the one data set that it has, by the engine’s timer', async () => {
      expect(await heldBy()).toEqual(['staf', 'missed']);
      await stage().act(caseId, 'staf', 'menganalisis', { about: population.id });
      expect(await heldBy()).toEqual(['kasi', 'missed']);
      for (const element of ['memeriksa-analisis', 'mengirim-analisis']) await stage().act(caseId, 'kasi', element, { about: population.id });
      await stage().task(caseId, 'memverifikasi-kelayakan', population.id);
      const told = (await subjects('bps')).length;
      await toReminderOfBps('pengolahan-dataset', population.id);
      await stage().until('BPS is reminded', async () => (await subjects('bps')).length > told);
      expect((await subjects('bps')).slice(told)).toEqual([expect.stringMatching(/^Pengingat: jawaban atas surat nomor /)]);
      expect(await heldBy()).toEqual(['bps', 'missed']);
    });

    it('publishes it: the one changed cell is on the page, in the CSV, in the letter to BPS with its report, and in the bag', async () => {
      await act('bps', 'memverifikasi-kelayakan', { about: population.id });
      await publish(stage(), caseId, population);
      await stage().acts(caseId, 'staf mengarsipkan');
      await stage().caseIs(caseId, 'ended');
      const csv = await stage().text(`/dataset/${population.slug}/data.csv`);
      expect(before.csv).toContain('15.06,2024,173688,163290,336978,5544.567,60.78,106.37');
      expect(csv).toBe(before.csv.replace('5544.567,60.78', '5000,67.40'));
      const page = await stage().text(`/dataset/${population.slug}`);
      expect([before.page.includes('60,78'), page.includes('60,78'), page.includes('67,40')]).toEqual([true, false, true]);

      const { problems, files } = await bagOf(stage(), caseId);
      expect(problems).toEqual([]);
      expect(files.get(`data/${population.slug}/data.csv`)?.toString()).toBe(csv);
      for (const letter of ['laporan-analisis', 'surat-hasil-analisis']) {
        const texts = [...files].filter(([path]) => path.endsWith(`-${letter}.pdf`)).map(([, pdf]) => pdfText(pdf));
        const figures = texts.map((text) => ['67,40', '60,78', '106,37'].map((figure) => text.includes(figure)));
        // The report is there as it was computed, and again with what the staff wrote.
        expect([letter, ...figures]).toEqual([letter, [true, false, true], ...(letter === 'laporan-analisis' ? [[true, false, true]] : [])]);
      }
      expect([...files.keys()].some((path) => path.includes(schools.slug))).toBe(false);
      // What the operator of the late data set typed is not in the record of what people sent either; what came in time is.
      const sent = files.get('keputusan/isian.json')?.toString() ?? '';
      expect([sent.includes('"murid_laki_laki":'), sent.includes(schools.id), sent.includes('"luas_km2":')]).toEqual([false, true, true]);
      expect(files.get(`penyampaian/${population.slug}/tabel.csv`)?.toString()).toContain('15.06,2024,173688,163290,336978,5000');
      expect((await fetch(`${stage().product.url}/dataset/${schools.slug}`)).status).toBe(404);
    });

    it('has told every producer, and reminded only those who owed', async () => {
      const request = expect.stringMatching(/^Permintaan data /);
      expect(await subjects('dinkes')).toEqual([request, expect.stringMatching(/diperpanjang sampai/), expect.stringMatching(/^Tanda terima /)]);
      expect(await subjects('disdik')).toEqual([request, ...Array.from({ length: 3 }, () => expect.stringMatching(/^Pengingat: /))]);
    });
  });
