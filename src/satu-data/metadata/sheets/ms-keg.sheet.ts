import { code, day, LEVELS, line, long, number, one, other, rows, several, UNITS, yes } from './fields.js';
import type { Asked, Block, Field, Sheet } from './sheet.js';

const survey: Asked = { field: 'caraPengumpulan', is: '2' };
/** Questions about enumerators are for interviews: on paper, by computer or by telephone (R.4.7 with code 1, 2 or 4). */
const interview: Asked = { field: 'saranaPengumpulan', is: [1, 2, 4] };
const optional = { optional: true };
/** Several answers, of which the last is "other". */
const severalOrOther = (field: Field): Field[] => [field, other(field, Number(field.options?.at(-1)?.[0]))];

/* Numbers, labels, codes and conditions are those of the form in Peraturan BPS 5/2020, as test/fixtures/official-sheets.ts has them from public transcriptions. */

const head: Block = {
  no: '', title: { id: 'Kegiatan statistik', en: 'Statistical activity' },
  fields: [
    line('', 'judul', 'Judul kegiatan', 'Title of the activity'),
    number('', 'tahun', 'Tahun kegiatan', 'Year'),
    one('', 'caraPengumpulan', 'Cara pengumpulan data', 'Way of collection', [['1', 'Pencacahan lengkap', 'Complete enumeration'], ['2', 'Survei', 'Survey'], ['3', 'Kompilasi produk administrasi', 'Administrative records'], ['4', 'Cara lain sesuai perkembangan TI', 'Other ways of information technology']]),
    one('', 'sektor', 'Sektor kegiatan', 'Sector', [
      ['1', 'Pertanian dan perikanan', 'Agriculture and fisheries'], ['2', 'Demografi dan kependudukan', 'Demography and population'], ['3', 'Pembangunan', 'Development'], ['4', 'Proyeksi ekonomi', 'Economic projections'],
      ['5', 'Pendidikan dan pelatihan', 'Education and training'], ['6', 'Lingkungan', 'Environment'], ['7', 'Keuangan', 'Finance'], ['8', 'Globalisasi', 'Globalisation'], ['9', 'Kesehatan', 'Health'],
      ['10', 'Industri dan jasa', 'Industry and services'], ['11', 'Teknologi informasi dan komunikasi', 'Information and communication technology'], ['12', 'Perdagangan internasional dan neraca perdagangan', 'International trade and balance of payments'],
      ['13', 'Ketenagakerjaan', 'Labour'], ['14', 'Neraca nasional', 'National accounts'], ['15', 'Indikator ekonomi bulanan', 'Monthly economic indicators'], ['16', 'Produktivitas', 'Productivity'],
      ['17', 'Harga dan paritas daya beli', 'Prices and purchasing power parities'], ['18', 'Sektor publik, perpajakan, dan regulasi pasar', 'Public sector, taxation and market regulation'], ['19', 'Perwilayahan dan perkotaan', 'Regional and urban'],
      ['20', 'Ilmu pengetahuan dan hak paten', 'Science and patents'], ['21', 'Perlindungan sosial dan kesejahteraan', 'Social protection and well-being'], ['22', 'Transportasi', 'Transport'],
    ]),
    yes('', 'rekomendasi', 'Mendapatkan rekomendasi kegiatan statistik dari BPS', 'Recommended by BPS', { asked: survey }),
    line('', 'identitasRekomendasi', 'Identitas rekomendasi', 'Number of the recommendation', { asked: { field: 'rekomendasi', is: true } }),
  ],
};

const organiser: Block = {
  no: 'I', title: { id: 'Penyelenggara', en: 'Organiser' },
  fields: [
    line('1.1', 'penyelenggara', 'Instansi penyelenggara', 'Organising office'), long('1.2', 'alamat', 'Alamat lengkap instansi penyelenggara', 'Full address of the organiser'),
    line('', 'telepon', 'Telepon', 'Telephone'), line('', 'surel', 'Surel', 'E-mail'), line('', 'faksimile', 'Faksimile', 'Fax', optional),
  ],
};

const responsible: Block = {
  no: 'II', title: { id: 'Penanggung jawab', en: 'Responsible persons' },
  fields: [
    line('2.1', 'eselon1', 'Unit eselon penanggung jawab: eselon 1', 'Responsible unit: echelon 1', { optional: true, hint: { id: 'Di daerah biasanya kosong.', en: 'Mostly blank in a regency.' } }), line('', 'eselon2', 'Unit eselon penanggung jawab: eselon 2', 'Responsible unit: echelon 2'),
    line('2.2', 'penanggungJawab', 'Penanggung jawab teknis (setingkat eselon 3): jabatan', 'Technical lead (echelon 3): position'), line('', 'namaPenanggungJawab', 'Nama penanggung jawab teknis', 'Name of the technical lead', optional), long('', 'alamatPenanggungJawab', 'Alamat penanggung jawab teknis', 'Address of the technical lead'),
    line('', 'teleponPenanggungJawab', 'Telepon penanggung jawab teknis', 'Telephone of the technical lead'), line('', 'surelPenanggungJawab', 'Surel penanggung jawab teknis', 'E-mail of the technical lead'),
    line('', 'faksimilePenanggungJawab', 'Faksimile penanggung jawab teknis', 'Fax of the technical lead', optional),
  ],
};

const stage = (key: string, id: string, en: string, no = '') => [day(no, `mulai${key}`, `${id}: mulai`, `${en}: from`), day('', `selesai${key}`, `${id}: selesai`, `${en}: to`)];
const planning: Block = {
  no: 'III', title: { id: 'Perencanaan dan persiapan', en: 'Planning and preparation' },
  fields: [
    long('3.1', 'latarBelakang', 'Latar belakang kegiatan', 'Background'), long('3.2', 'tujuan', 'Tujuan kegiatan', 'Purpose'),
    ...stage('Perencanaan', 'Perencanaan kegiatan', 'Planning', '3.3'), ...stage('Desain', 'Desain', 'Design'), ...stage('Pengumpulan', 'Pengumpulan data', 'Collection'), ...stage('Pengolahan', 'Pengolahan data', 'Processing'),
    ...stage('Analisis', 'Analisis', 'Analysis'), ...stage('Diseminasi', 'Diseminasi hasil', 'Dissemination'), ...stage('Evaluasi', 'Evaluasi', 'Evaluation'),
    rows('3.4', 'variabel', 'Variabel (karakteristik) yang dikumpulkan', 'Variables collected', [
      code('kodeVariabel', { kind: 'variable', takes: { namaVariabel: 'nama', konsepVariabel: 'konsep', definisiVariabel: 'definisi', referensiWaktuVariabel: 'referensiWaktu' } }),
      line('', 'namaVariabel', 'Nama variabel', 'Name of the variable'), line('', 'konsepVariabel', 'Konsep', 'Concept'), line('', 'definisiVariabel', 'Definisi', 'Definition'), line('', 'referensiWaktuVariabel', 'Referensi waktu (periode enumerasi)', 'Reference time (period of enumeration)'),
    ]),
  ],
};

const repeated: Asked = { field: 'berulang', is: '2' };
const design: Block = {
  no: 'IV', title: { id: 'Desain kegiatan', en: 'Design of the activity' },
  fields: [
    one('4.1', 'berulang', 'Kegiatan ini dilakukan', 'This activity is done', [['1', 'Hanya sekali', 'Once only'], ['2', 'Berulang', 'Repeatedly']]),
    one('4.2', 'frekuensi', 'Frekuensi penyelenggaraan', 'Frequency', [['1', 'Harian', 'Daily'], ['2', 'Mingguan', 'Weekly'], ['3', 'Bulanan', 'Monthly'], ['4', 'Triwulanan', 'Quarterly'], ['5', 'Empat bulanan', 'Every four months'], ['6', 'Semesteran', 'Half-yearly'], ['7', 'Tahunan', 'Yearly'], ['8', '> Dua tahunan', 'Less often than every two years']], { asked: repeated }),
    one('4.3', 'tipePengumpulan', 'Tipe pengumpulan data', 'Type of collection', [['1', 'Longitudinal panel', 'Longitudinal, panel'], ['2', 'Longitudinal cross sectional', 'Longitudinal, cross-sectional'], ['3', 'Cross sectional', 'Cross-sectional']]),
    one('4.4', 'cakupanWilayah', 'Cakupan wilayah pengumpulan data', 'Regions covered', [['1', 'Seluruh wilayah Indonesia', 'All of Indonesia'], ['2', 'Sebagian wilayah Indonesia', 'A part of Indonesia']]),
    rows('4.5', 'wilayah', 'Wilayah kegiatan', 'Regions of the activity', [line('', 'provinsi', 'Provinsi', 'Province'), line('', 'kabupaten', 'Kabupaten/kota', 'Regency or city')], { asked: { field: 'cakupanWilayah', is: '2' } }),
    ...severalOrOther(several('4.6', 'metodePengumpulan', 'Metode pengumpulan data', 'Methods of collection', [['1', 'Wawancara', 'Interview'], ['2', 'Mengisi kuesioner sendiri (swacacah)', 'Self-enumeration'], ['4', 'Pengamatan (observasi)', 'Observation'], ['8', 'Pengumpulan data sekunder', 'Secondary data'], ['16', 'Lainnya', 'Other']])),
    ...severalOrOther(several('4.7', 'saranaPengumpulan', 'Sarana pengumpulan data', 'Means of collection', [['1', 'Paper-assisted Personal Interviewing (PAPI)', 'Interview on paper (PAPI)'], ['2', 'Computer-assisted Personal Interviewing (CAPI)', 'Interview by computer (CAPI)'], ['4', 'Computer-assisted Telephones Interviewing (CATI)', 'Interview by telephone (CATI)'], ['8', 'Computer Aided Web Interviewing (CAWI)', 'Filled in on the web (CAWI)'], ['16', 'Mail', 'By mail'], ['32', 'Lainnya', 'Other']])),
    ...severalOrOther(several('4.8', 'unitPengumpulan', 'Unit pengumpulan data', 'Units of collection', UNITS)),
  ],
};

const probability: Asked = { field: 'metodePemilihan', is: '1' };
/** They were counted from 1 as those of probability samples are. */
export const EARLIER_NONPROBABILITY: Readonly<Record<string, string>> = { 1: '6', 2: '7', 3: '8', 4: '9', 5: '10' };
const sample: Block = {
  no: 'V', title: { id: 'Desain sampel', en: 'Sample design' }, asked: survey,
  fields: [
    one('5.1', 'rancanganSampel', 'Jenis rancangan sampel', 'Sample design', [['1', 'Single stage/phase', 'Single stage or phase'], ['2', 'Multi stage/phase', 'Multi-stage or phase']]),
    one('5.2', 'metodePemilihan', 'Metode pemilihan sampel tahap terakhir', 'Selection at the last stage', [['1', 'Sampel probabilitas', 'Probability sample'], ['2', 'Sampel nonprobabilitas', 'Non-probability sample']]),
    one('5.3', 'metodeProbabilitas', 'Metode sampel probabilitas yang digunakan', 'Probability method', [['1', 'Simple random sampling', 'Simple random'], ['2', 'Systematic random sampling', 'Systematic random'], ['3', 'Stratified random sampling', 'Stratified random'], ['4', 'Cluster sampling', 'Cluster'], ['5', 'Multi stage sampling', 'Multi-stage']], { asked: probability }),
    // One list with the above, so that its codes go on.
    one('5.3', 'metodeNonprobabilitas', 'Metode sampel nonprobabilitas yang digunakan', 'Non-probability method', [['6', 'Quota sampling', 'Quota'], ['7', 'Accidental sampling', 'Accidental'], ['8', 'Purposive sampling', 'Purposive'], ['9', 'Snowball sampling', 'Snowball'], ['10', 'Saturation sampling', 'Saturation']], { asked: { field: 'metodePemilihan', is: '2' }, earlier: EARLIER_NONPROBABILITY }),
    one('5.4', 'kerangkaSampel', 'Kerangka sampel tahap terakhir', 'Frame of the last stage', [['1', 'List frame', 'List frame'], ['2', 'Area frame', 'Area frame']], { asked: probability }),
    line('5.5', 'fraksiSampel', 'Fraksi sampel keseluruhan', 'Sampling fraction', { asked: probability }), line('5.6', 'kesalahanSampel', 'Nilai perkiraan sampling error variabel utama', 'Expected sampling error of the main variable', { asked: probability }),
    line('5.7', 'unitSampel', 'Unit sampel', 'Sampling unit'), line('5.8', 'unitObservasi', 'Unit observasi', 'Unit of observation'),
  ],
};

const collection: Block = {
  no: 'VI', title: { id: 'Pengumpulan data', en: 'Data collection' },
  fields: [
    yes('6.1', 'ujiCoba', 'Melakukan uji coba (pilot survey)', 'A pilot survey is done'),
    ...severalOrOther(several('6.2', 'pemeriksaanKualitas', 'Metode pemeriksaan kualitas pengumpulan data', 'How the quality of collection is checked', [['1', 'Kunjungan kembali (revisit)', 'Revisit'], ['2', 'Supervisi', 'Supervision'], ['4', 'Task force', 'Task force'], ['8', 'Lainnya', 'Other']])),
    yes('6.3', 'penyesuaianNonrespon', 'Melakukan penyesuaian nonrespon', 'Non-response is adjusted for'),
    one('6.4', 'petugas', 'Petugas pengumpulan data', 'Enumerators', [['1', 'Staf instansi penyelenggara', 'Staff of the organiser'], ['2', 'Mitra/tenaga kontrak', 'Partners or contract staff'], ['3', 'Staf instansi penyelenggara dan mitra/tenaga kontrak', 'Both']], { asked: interview }),
    one('6.5', 'pendidikanPetugas', 'Persyaratan pendidikan terendah petugas pengumpulan data', 'Least education of enumerators', [['1', '≤ SMP', 'Up to junior high school'], ['2', 'SMA/SMK', 'High school'], ['3', 'Diploma I/II/III', 'Diploma'], ['4', 'Diploma IV/S1/S2/S3', 'Degree']], { asked: interview }),
    number('6.6', 'jumlahPengawas', 'Jumlah supervisor/penyelia/pengawas', 'Number of supervisors', { asked: interview }), number('', 'jumlahPencacah', 'Jumlah pengumpul data/enumerator', 'Number of enumerators', { asked: interview }),
    yes('6.7', 'pelatihan', 'Melakukan pelatihan petugas', 'Enumerators are trained', { asked: interview }),
  ],
};

const processing: Block = {
  no: 'VII', title: { id: 'Pengolahan dan analisis', en: 'Processing and analysis' },
  fields: [
    yes('7.1', 'penyuntingan', 'Tahapan pengolahan: penyuntingan (editing)', 'Processing: editing'), yes('', 'penyandian', 'Tahapan pengolahan: penyandian (coding)', 'Processing: coding'),
    yes('', 'perekaman', 'Tahapan pengolahan: perekaman data (data entry)', 'Processing: data entry'), yes('', 'penyahihan', 'Tahapan pengolahan: penyahihan (validasi)', 'Processing: validation'),
    one('7.2', 'metodeAnalisis', 'Metode analisis', 'Method of analysis', [['1', 'Deskriptif', 'Descriptive'], ['2', 'Inferensia', 'Inferential'], ['3', 'Deskriptif dan inferensia', 'Both']]),
    ...severalOrOther(several('7.3', 'unitAnalisis', 'Unit analisis', 'Units of analysis', UNITS)), ...severalOrOther(several('7.4', 'tingkatPenyajian', 'Tingkat penyajian hasil analisis', 'Levels at which results are shown', LEVELS)),
  ],
};

const product = (key: string, id: string, en: string, no: readonly [ask: string, release: string] = ['', '']) => [yes(no[0], `produk${key}`, `Tersedia untuk umum: ${id}`, `Open to the public: ${en}`), day(no[1], `rilis${key}`, `Rencana rilis ${id}`, `Planned release, ${en}`, { asked: { field: `produk${key}`, is: true } })];
const dissemination: Block = {
  no: 'VIII', title: { id: 'Diseminasi hasil', en: 'Dissemination' },
  fields: [
    ...product('Cetak', 'tercetak (hardcopy)', 'printed', ['8.1', '8.2']), ...product('Digital', 'digital (softcopy)', 'digital'), ...product('Mikro', 'data mikro', 'microdata'),
    long('', 'catatan', 'Catatan', 'Notes', optional),
  ],
};

/** MS-Keg: a statistical activity. */
export const MS_KEG: Sheet = {
  kind: 'activity', form: 'ms-keg', title: { id: 'Metadata kegiatan statistik (MS-Keg)', en: 'Metadata of a statistical activity (MS-Keg)' }, name: 'judul', pages: true,
  blocks: [head, organiser, responsible, planning, design, sample, collection, processing, dissemination],
};
