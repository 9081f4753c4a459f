import { unfit } from '../../support/judged.js';
import { delivered } from '../../support/answers.js';
import { pdfText } from '../../../src/testing/case/pdf-text.js';
import type { TaskDetail } from '../../support/people.js';
import { fillPopulation, NINE_FINDINGS, plantNineErrors } from '../../support/sheets.js';
import type { Stage } from '../../support/stage.js';
import { askProducers, bagOf, datasetOf, openPeriod, publish, requestState, toBps, type DatasetRow } from './procedure.js';

interface Finding {
  readonly rule: string;
  readonly cell: string | null;
  readonly severity: string;
  readonly message: { readonly id: string };
}

/** What was found in the one table that a form shows. */
const foundIn = (data: TaskDetail['data']): readonly Finding[] => (data['isi'] as { findings: Finding[] }[])[0]?.findings ?? [];

/** One period with every way back, three producers and three decisions of BPS. */
export const corrections = (stage: () => Stage): void =>
  describe('a period with every way back', () => {
    let caseId: string;
    let population: DatasetRow;
    let clinics: DatasetRow;
    let schools: DatasetRow;
    let template: Buffer;

    const act = (...parameters: Parameters<Stage['act']> extends [string, ...infer Rest] ? Rest : never): Promise<TaskDetail> => stage().act(caseId, ...parameters);
    const state = async (dataset: DatasetRow) => (await datasetOf(stage(), caseId, dataset.title)).state;
    const catalogue = async () => (JSON.parse(await stage().text('/api/3/action/package_list')) as { result: string[] }).result;
    const check = async (sheet: Buffer): Promise<Finding[]> => {
      const task = await stage().open(caseId, 'operator.dukcapil', 'menyampaikan-data');
      const file = await stage().upload(task, 'operator.dukcapil', 'penduduk.xlsx', sheet);
      return (await (await stage().who('operator.dukcapil')).post<{ findings: Finding[] }>('/api/satu-data/check', { datasetId: population.id, fileId: file.id })).findings;
    };
    const deliver = (sheet: Buffer) =>
      act('operator.dukcapil', 'menyampaikan-data', {
        answer: async (task) => {
          const [row = {}] = task.data['dataset'] as Record<string, unknown>[];
          return { dataset: [{ ...delivered(row, []), tabel: { datasetId: population.id, fileId: (await stage().upload(task, 'operator.dukcapil', 'penduduk.xlsx', sheet)).id } }] };
        },
      });

    beforeAll(async () => {
      caseId = await openPeriod(stage(), 'Periode dengan perbaikan');
      await stage().acts(caseId, 'staf menyusun-daftar');
    });

    it('5: the list comes back to the staff with the marks of the head of section', async () => {
      const kasi = await stage().who('kasi');
      const { items } = await kasi.get<{ items: { id: string }[] }>(`/api/satu-data/data-list/${caseId}/rows`);
      await kasi.post(`/api/satu-data/data-list/${caseId}/marks`, { rowId: items[1]?.id, field: 'definisi', comment: 'Terlalu singkat' });
      await act('kasi', 'mengoreksi-daftar', { answer: { hasilKoreksi: 'tidak_sesuai', catatan: 'Lengkapi definisi.' } });
      const { data } = await act('staf', 'menyusun-daftar');
      expect(data['koreksi']).toEqual([{ sumber: 'Kasi', baris: '–', isian: '–', catatan: 'Lengkapi definisi.' }, { sumber: 'Kasi', baris: 2, isian: 'Definisi', catatan: 'Terlalu singkat' }]);
      expect(data['ringkasan']).toEqual([{ baris: 3, belumSiap: 0, mirip: 0, koreksi: 1 }]);
    });

    it('6: BPS sends the request back to the list', async () => {
      await stage().acts(caseId, 'kasi mengoreksi-daftar', 'kasi mengirim-permintaan-bps');
      await act('bps', 'memeriksa-permintaan', { answer: { hasilPemeriksaan: 'perlu_perbaikan', catatan: 'Sebutkan sumber rujukan.', periksaMetadata: 'tidak', periksaMetadataCatatan: 'MS-Keg belum ada.' } });
      const { data } = await act('staf', 'menyusun-daftar');
      expect(data['koreksi']).toEqual(['Sebutkan sumber rujukan.', 'Metadata kegiatan dan variabel tersedia: tidak. MS-Keg belum ada.'].map((catatan) => ({ sumber: 'BPS', baris: '–', isian: '–', catatan })));
      await askProducers(stage(), caseId);
      await stage().task(caseId, 'menyampaikan-data');
      [population, clinics, schools] = [await datasetOf(stage(), caseId, 'Penduduk'), await datasetOf(stage(), caseId, 'Puskesmas'), await datasetOf(stage(), caseId, 'Sekolah')];
    });

    it('8: a sheet from the template with nine errors yields these nine findings, the right one none', async () => {
      template = (await (await stage().who('operator.dukcapil')).send('GET', `/api/satu-data/datasets/${population.id}/template.xlsx`)).bytes;
      const findings = await check(await fillPopulation(template, plantNineErrors));
      expect(findings.map(({ rule, cell }) => `${rule} ${cell ?? '-'}`)).toEqual(NINE_FINDINGS);
      expect(findings.every(({ severity, message }) => severity === 'ERROR' && message.id.length > 20)).toBe(true);
      expect(await check(await fillPopulation(template))).toEqual([]);
    });

    it('8: the leader hands back to the operator, with a note', async () => {
      await deliver(await fillPopulation(template, plantNineErrors));
      const { data } = await act('pimpinan.dukcapil', 'memvalidasi', { answer: () => ({ hasilValidasi: 'kembalikan', catatan: 'Tambahkan sumber.' }) });
      expect(data['dataset']).toMatchObject([{ nama: population.title, temuan: '9 kesalahan' }]);
      expect(data['isi']).toMatchObject([{ nama: population.title, rowCount: expect.any(Number), rows: expect.arrayContaining([expect.objectContaining({ kode_wilayah: expect.any(String) })]) }]);
      const again = await stage().open(caseId, 'operator.dukcapil', 'menyampaikan-data');
      expect(again.data['pesanPengembalian']).toEqual([{ dari: 'Pimpinan', dataset: population.title, catatan: 'Tambahkan sumber.' }]);
    });

    it('9: what has errors cannot pass; it comes back with its findings, and complete when corrected', async () => {
      const { officeId } = population;
      await deliver(await fillPopulation(template, plantNineErrors));
      await act('pimpinan.dukcapil', 'memvalidasi');
      await expect(act('kasi', 'memverifikasi', { about: officeId })).rejects.toMatchObject({ status: 422 });
      const { data } = await act('kasi', 'memverifikasi', {
        about: officeId,
        answer: (task) => ({ dataset: (task.data['dataset'] as object[]).map((row) => ({ ...row, keputusan: 'belum_lengkap', catatan: 'Perbaiki sembilan sel.' })), hasilVerifikasi: 'belum_lengkap' }),
      });
      expect(foundIn(data).map(({ rule, cell }) => `${rule} ${cell ?? '-'}`)).toEqual(NINE_FINDINGS);

      const sent = await deliver(await fillPopulation(template));
      expect((sent.data['temuan'] as { aturan: string; sel: string }[]).map(({ aturan, sel }) => `${aturan} ${sel.replace('–', '-')}`)).toEqual(NINE_FINDINGS);
      expect(sent.data['pesanPengembalian']).toEqual([{ dari: 'Kasi', dataset: population.title, catatan: 'Perbaiki sembilan sel.' }]);
      await act('pimpinan.dukcapil', 'memvalidasi');
      const verified = await act('kasi', 'memverifikasi', { about: officeId });
      expect(foundIn(verified.data).filter(({ severity }) => severity !== 'INFO')).toEqual([]);
      await stage().until('the request is complete', async () => (await requestState(stage(), caseId, officeId)) === 'complete');
    });

    it('11: the analysis goes back to the staff, who sees why', async () => {
      for (const [office, dataset] of [['dinkes', clinics], ['disdik', schools]] as const) {
        await act(`operator.${office}`, 'menyampaikan-data');
        await act(`pimpinan.${office}`, 'memvalidasi');
        await act('kasi', 'memverifikasi', { about: dataset.officeId });
      }
      await act('staf', 'menganalisis', { about: population.id });
      await act('kasi', 'memeriksa-analisis', { about: population.id, answer: { hasilAnalisis: 'perbaiki', catatan: 'Jelaskan kepadatan.' } });
      const { data } = await stage().open(caseId, 'staf', 'menganalisis', { about: population.id });
      expect(data['perbaikan']).toMatchObject([{ catatan: 'Jelaskan kepadatan.' }]);
    });

    it('13: each data set goes the way that BPS decided; only the fit one is public', async () => {
      for (const { id } of [population, clinics, schools]) await toBps(stage(), caseId, id);
      await act('bps', 'memverifikasi-kelayakan', { about: population.id });
      await act('bps', 'memverifikasi-kelayakan', { about: clinics.id, answer: () => unfit('perlu_perbaikan', 'Rinci menurut jenis tenaga.') });
      await act('bps', 'memverifikasi-kelayakan', { about: schools.id, answer: () => unfit('tidak_layak', 'Metode tidak memenuhi standar.') });
      await publish(stage(), caseId, population);
      const again = await stage().open(caseId, 'staf', 'menganalisis', { about: clinics.id });
      expect(again.data['perbaikan']).toMatchObject([{ catatan: 'Rinci menurut jenis tenaga.' }]);
      expect([await state(population), await state(clinics), await state(schools)]).toEqual(['published', 'analysed', 'rejected']);
      expect(await catalogue()).toEqual([population.slug]);
      for (const { slug } of [clinics, schools]) expect((await fetch(`${stage().product.url}/dataset/${slug}`)).status).toBe(404);
    });

    it('13: what needed improvement is published once BPS finds it fit; what is unfit is archived unpublished', async () => {
      await toBps(stage(), caseId, clinics.id);
      await act('bps', 'memverifikasi-kelayakan', { about: clinics.id });
      await publish(stage(), caseId, clinics);
      await stage().acts(caseId, 'staf mengarsipkan');
      await stage().caseIs(caseId, 'ended');
      expect((await catalogue()).sort()).toEqual([clinics.slug, population.slug].sort());
      expect((await datasetOf(stage(), caseId, 'Sekolah'))).toMatchObject({ state: 'archived' });
      const { problems, files } = await bagOf(stage(), caseId);
      expect(problems).toEqual([]);
      expect([...files.keys()].filter((path) => path.endsWith('/data.csv')).sort()).toEqual([clinics, population].map(({ slug }) => `data/${slug}/data.csv`).sort());
      expect(await stage().text(`/dataset/${population.slug}/data.csv`)).toContain('15.06,2024,173688,163290,336978,5544.567,60.78,106.37');
      const letters = [...files].filter(([path]) => path.endsWith('-surat-hasil-analisis.pdf')).map(([, pdf]) => pdfText(pdf));
      expect(letters.filter((text) => text.includes('60,78') && text.includes('106,37'))).toHaveLength(1);
    });
  });
