/** The shipped procedure with one producer, from the assignment to the archive: shared by the spec and `npm run bench -- procedure-test`. */

const DAY = 86_400_000;
/** BPS finds nothing wrong with the request. */
const EXAMINED = { periksaKonsep: 'ya', periksaKode: 'ya', periksaMetadata: 'ya', periksaTumpangTindih: 'ya', periksaJadwal: 'ya', caraJawaban: /** @type {const} */ ('langsung') };

/** Offices and people of {@link sixteenSteps}. */
export const surroundings = {
  now: '2026-02-02T08:00:00+07:00',
  // The list of step 4 is handed in as it begins.
  exampleData: true,
  offices: {
    BPS1507: { kind: /** @type {const} */ ('bps') },
    DUKCAPIL: { kind: /** @type {const} */ ('produsen'), name: 'Dinas Kependudukan dan Pencatatan Sipil' },
  },
  people: {
    kadis: 'kadis',
    kabid: 'kabid',
    kasi: 'kasi',
    staf: 'staf',
    bps: { roles: ['bps'], office: 'BPS1507' },
    operator: { roles: ['operator'], office: 'DUKCAPIL' },
    pimpinan: { roles: ['pimpinan'], office: 'DUKCAPIL' },
  },
  settings: { 'letters.requireSigned': false, signers: [{ key: 'kadis', name: 'Kepala Dinas (contoh)', title: 'Kepala Dinas', rank: '', nip: '', prefix: '', onBehalfOf: '' }] },
};

/**
 * @param {import('../../src/testing/index.js').ProcedureTest} test
 * @param {readonly Readonly<Record<string, unknown>>[]} rows of the population, as typed into the grid
 * @returns {Promise<import('../../src/testing/index.js').ProcedureCase<'pengelolaan-data'>>} the case, at its end
 */
export async function sixteenSteps(test, rows) {
  const inDays = (/** @type {number} */ days) => new Date(test.now().getTime() + days * DAY).toISOString();
  const period = await test.start('pengelolaan-data', {
    as: 'kadis',
    data: { judul: 'Periode satu produsen', tahun: 2024, cakupan: 'Seluruh perangkat daerah', batasWaktu: inDays(30), tanggalRilis: inDays(-1 / 1_440) },
  });
  const task = { instruksi: 'Laksanakan sesuai prosedur.', jatuhTempo: inDays(5) };
  await period.complete('menugaskan-kabid', { as: 'kadis', data: { ...task, kepada: 'Kepala Bidang' } });
  await period.complete('mengarahkan-kasi', { as: 'kabid', data: { ...task, kepada: 'Kepala Seksi' } });
  await period.complete('mengarahkan-staf', { as: 'kasi', data: { ...task, kepada: 'Staf' } });
  await period.complete('menyusun-daftar', { as: 'staf' });
  await period.complete('mengoreksi-daftar', { as: 'kasi', data: { hasilKoreksi: 'sesuai' } });
  await period.complete('mengirim-permintaan-bps', { as: 'kasi', data: { jatuhTempoBps: inDays(5) } });
  await period.complete('memeriksa-permintaan', { as: 'bps', data: { hasilPemeriksaan: 'sesuai', ...EXAMINED } });
  await period.complete('mengirim-permintaan', { as: 'kasi', data: { batasWaktu: inDays(30), hariPengingat: '7, 3, 1' } });
  await period.complete('menyampaikan-data', {
    as: 'operator',
    data: ({ data }) => ({ dataset: listed(data).map(({ datasetId, nama }) => ({ datasetId, nama, status: 'disampaikan', tabel: { datasetId, rows } })) }),
  });
  await period.complete('memvalidasi', { as: 'pimpinan', data: { hasilValidasi: 'setuju', caraValidasi: 'langsung' } });
  await period.complete('memverifikasi', {
    as: 'kasi',
    data: ({ data }) => ({
      dataset: listed(data).map(({ datasetId, nama, ringkasan }) => ({ datasetId, nama, ringkasan, keputusan: 'lengkap', alasanPeringatan: 'Sudah dikonfirmasi.' })),
      hasilVerifikasi: 'lengkap',
    }),
  });
  await period.complete('menganalisis', { as: 'staf', data: { uraian: 'Jumlah, kepadatan dan rasio dihitung dari tabel yang lengkap.' } });
  await period.complete('memeriksa-analisis', { as: 'kasi', data: { hasilAnalisis: 'sesuai' } });
  await period.complete('mengirim-analisis', { as: 'kasi', data: { jatuhTempoBps: inDays(5) } });
  await period.complete('memverifikasi-kelayakan', { as: 'bps', data: judged });
  await period.complete('memerintahkan-publikasi', { as: 'kasi', data: { lisensi: 'CC-BY-4.0', tanggalRilis: inDays(-1 / 1_440), kelasAkses: 'terbuka', perintah: 'Publikasikan.' } });
  await period.complete('mendiseminasikan', { as: 'staf', data: { ringkasanPublik: 'Data statistik sektoral.', kataKunci: 'statistik', sudahDiperiksa: true } });
  await period.complete('mengarsipkan', {
    as: 'staf',
    data: { klasifikasi: '000.9.6', seri: 'Data statistik sektoral', uraian: 'Berkas periode pengumpulan.', retensiAktif: 2, retensiInaktif: 3, nasib: 'permanen', kelasAkses: 'biasa' },
  });
  return period;
}

const fields = (/** @type {string} */ prefix, /** @type {string[]} */ parts, /** @type {string} */ value) => Object.fromEntries(parts.map((part) => [`${prefix}${part}`, value]));
/** Everything good, and fit to be published. */
const judged = {
  ...fields('mutu', ['Relevansi', 'Akurasi', 'Aktualitas', 'Aksesibilitas', 'Keterbandingan', 'Konsistensi'], 'baik'), ...fields('periksa', ['Konsep', 'Klasifikasi', 'Metode', 'Kerahasiaan', 'Temuan', 'Uraian'], 'ya'),
  hasilKelayakan: 'layak', caraJawaban: 'langsung',
};

/**
 * The data sets that a form shows.
 *
 * @param {object} data
 */
const listed = (data) => /** @type {{ dataset: { datasetId: string, nama: string, ringkasan: string }[] }} */ (data).dataset;
