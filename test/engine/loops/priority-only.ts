import { dataList } from '../../support/answers.js';
import type { Stage } from '../../support/stage.js';
import { askProducers, datasetOf, openPeriod, publish } from './procedure.js';

/** Of three data sets, the first is on the central list. */
const list = dataList((rows) => rows.filter(({ nama }) => /penduduk|puskesmas|sekolah/i.test(nama)).map((row) => ({ ...row, idDdp: /penduduk/i.test(row.nama) ? 'DDP-1' : '-' })));

/** The office sends priority data only to BPS. */
export const priorityOnly = (stage: () => Stage): void =>
  describe('a period of which only priority data go to BPS', () => {
    it('12 and 13 are left out for what is no priority, with the reason on record; the rest goes to BPS', async () => {
      const admin = await stage().who(stage().product.accounts.find(({ role }) => role === 'admin')?.username ?? '');
      await admin.put('/api/settings', { 'review.scope': 'priority' });
      const caseId = await openPeriod(stage(), 'Periode data prioritas');
      await stage().act(caseId, 'staf', 'menyusun-daftar', { answer: list });
      await askProducers(stage(), caseId);
      const [population, clinics, schools] = [await datasetOf(stage(), caseId, 'enduduk'), await datasetOf(stage(), caseId, 'uskesmas'), await datasetOf(stage(), caseId, 'ekolah')];
      for (const [office, { officeId }] of [['dukcapil', population], ['dinkes', clinics], ['disdik', schools]] as const) {
        await stage().acts(caseId, `operator.${office} menyampaikan-data`, `pimpinan.${office} memvalidasi`);
        await stage().act(caseId, 'kasi', 'memverifikasi', { about: officeId });
      }
      for (const { id } of [population, clinics]) {
        await stage().act(caseId, 'staf', 'menganalisis', { about: id });
        await stage().act(caseId, 'kasi', 'memeriksa-analisis', { about: id });
      }
      await stage().task(caseId, 'mengirim-analisis', population.id);
      await stage().task(caseId, 'memerintahkan-publikasi', clinics.id);
      await admin.put('/api/settings', { 'review.scope': null });
      const waived = await datasetOf(stage(), caseId, 'uskesmas');
      expect([waived.state, waived.stateReason]).toEqual(['eligible', 'review.waived']);
      expect(await stage().records.query(`SELECT subject FROM audit_entries WHERE action = 'dataset.review-waived' AND "caseId" = ?`, [caseId])).toEqual([{ subject: clinics.id }]);
      await publish(stage(), caseId, clinics);

      // What the office does not publish ends with its reason, and waits for no release.
      await stage().act(caseId, 'staf', 'menganalisis', { about: schools.id });
      await stage().act(caseId, 'kasi', 'memeriksa-analisis', { about: schools.id });
      await stage().act(caseId, 'kasi', 'memerintahkan-publikasi', { about: schools.id, answer: () => ({ keputusanPublikasi: 'tidak', alasanTidakDipublikasikan: 'Terlalu rinci.' }) });
      await stage().until('the withheld data set has ended', async () => (await stage().records.query(`SELECT id FROM case_instances WHERE "caseId" = ? AND "processKey" = 'pengolahan-dataset' AND variables LIKE ? AND state = 'completed'`, [caseId, `%${schools.id}%`])).length === 1);
      const withheld = await datasetOf(stage(), caseId, 'ekolah');
      expect([withheld.state, withheld.stateReason]).toEqual(['withheld', 'Terlalu rinci.']);
      expect((await fetch(`${stage().product.url}/dataset/${schools.slug}`)).status).toBe(404);
    });
  });
