import type { Stage } from '../../support/stage.js';
import { askProducers, bagOf, datasetOf, openPeriod, requestState, type DatasetRow } from './procedure.js';

const HOUR = 3_600_000;
const PRODUCERS = ['dukcapil', 'dinkes', 'disdik'];
/** And never sent. */
const TYPED = { status: 'belum', tabel: { rows: [{ kode_wilayah: '15.06', laki_laki: '17' }] }, keterangan: 'Baru satu kabupaten.' };
const REASON = 'Kantor produsen baru pindah gedung.';

/** No producer gives anything in time: more time, then the end, and never an empty analysis (W1). */
export const nothingComplete = (stage: () => Stage): void =>
  describe('a period in which nothing is complete', () => {
    const deadline = new Date(Date.now() + 2 * HOUR);
    const later = new Date(deadline.getTime() + 2 * HOUR);
    let caseId: string;
    let population: DatasetRow;
    const analyses = () => stage().records.query(`SELECT id FROM tasks WHERE "caseId" = ? AND "elementId" = 'menganalisis'`, [caseId]);

    beforeAll(async () => {
      caseId = await openPeriod(stage(), 'Periode tanpa data', { batasWaktu: deadline.toISOString() });
      await stage().acts(caseId, 'staf menyusun-daftar');
      await askProducers(stage(), caseId);
      population = await datasetOf(stage(), caseId, 'Penduduk');
      const task = await stage().open(caseId, 'operator.dukcapil', 'menyampaikan-data');
      const dataset = (task.data['dataset'] as Record<string, unknown>[]).map((row) => ({ ...row, ...TYPED }));
      await (await stage().who('operator.dukcapil')).put(`/api/tasks/${task.id}/draft`, { data: { ...task.data, dataset }, version: 0 });
    });

    it('is put before the head of section when the deadline has passed, with how each producer stands', async () => {
      await stage().move(new Date(deadline.getTime() + 60_000));
      const { data } = await stage().open(caseId, 'kasi', 'memutuskan-periode');
      expect(data['ringkasan']).toMatchObject(PRODUCERS.map(() => ({ diminta: 1, terlambat: 1, tidakLengkap: 0, tidakTersedia: 0 })));
      expect(await requestState(stage(), caseId, population.officeId)).toBe('late');
      expect(await analyses()).toEqual([]);
    });

    it('is given more time with a reason: the producer is asked again, told why, and finds what he had typed', async () => {
      await stage().act(caseId, 'kasi', 'memutuskan-periode', { answer: { keputusanPeriode: 'perpanjang', batasWaktuBaru: later.toISOString(), alasan: REASON } });
      const task = await stage().open(caseId, 'operator.dukcapil', 'menyampaikan-data');
      expect([task.dueAt, await requestState(stage(), caseId, population.officeId)]).toEqual([later.toISOString(), 'sent']);
      expect(task.data['dataset']).toMatchObject([{ datasetId: population.id, ...TYPED }]);
      const mails = await stage().records.query(`SELECT text FROM mails WHERE "caseId" = ? AND subject LIKE '%diperpanjang sampai%' AND recipients LIKE '%dukcapil%'`, [caseId]);
      expect(mails.map(({ text }) => String(text).includes(REASON))).toEqual([true]);
    });

    it('is closed when there is still nothing, and archived without an analysis', async () => {
      const none = { status: 'tidak_tersedia', alasan: 'Belum didata.' };
      for (const producer of PRODUCERS) {
        await stage().act(caseId, `operator.${producer}`, 'menyampaikan-data', { answer: ({ data }) => ({ dataset: (data['dataset'] as Record<string, unknown>[]).map(({ datasetId, nama }) => ({ datasetId, nama, ...none })) }) });
        await stage().acts(caseId, `pimpinan.${producer} memvalidasi`, 'kasi memverifikasi');
      }
      await stage().acts(caseId, 'kasi memutuskan-periode', 'staf mengarsipkan');
      await stage().caseIs(caseId, 'ended');
      expect([await requestState(stage(), caseId, population.officeId), (await datasetOf(stage(), caseId, 'Penduduk')).state]).toEqual(['not_available', 'archived']);
      const { problems, files } = await bagOf(stage(), caseId);
      expect([problems, [...files.keys()].filter((path) => path.endsWith('.csv')), await analyses()]).toEqual([[], [], []]);
    });
  });
