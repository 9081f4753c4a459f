import type { EvidenceKind } from './evidence-kinds.js';

/** An indicator of the evaluation, and what the procedure records that speaks for it. Codes and titles are those of the worksheet. */
export interface Indicator {
  readonly code: string;
  readonly title: string;
  readonly en: string;
  /** Empty: no step of the procedure leaves anything of this behind. */
  readonly kinds: readonly EvidenceKind[];
}
export interface Aspect {
  readonly code: string;
  readonly title: string;
  readonly en: string;
  readonly indicators: readonly Indicator[];
}
export interface Domain {
  readonly code: string;
  readonly title: string;
  readonly en: string;
  readonly aspects: readonly Aspect[];
}

const indicator = (code: string, title: string, en: string, ...kinds: EvidenceKind[]): Indicator => ({ code, title, en, kinds });
const aspect = (code: string, title: string, en: string, ...indicators: Indicator[]): Aspect => ({ code, title, en, indicators });

/**
 * Evaluasi Penyelenggaraan Statistik Sektoral (Peraturan BPS 3/2022): 5 domains, 19 aspects, 38 indicators. Codes and titles are those of public copies of the worksheet (Lembar Kerja Evaluasi), pinned with their sources in
 * test/fixtures/official-epss.ts; where copies differ, what most have. English names, and which record speaks for what, are our reading throughout.
 */
export const EPSS: readonly Domain[] = [
  {
    code: '1', title: 'Prinsip Satu Data Indonesia', en: 'Principles of Satu Data Indonesia', aspects: [
      aspect('101', 'Standar Data Statistik', 'Statistical data standards', indicator('10101', 'Penerapan Standar Data Statistik (SDS)', 'Use of statistical data standards', 'data-standard', 'metadata-variable')),
      aspect('102', 'Metadata Statistik', 'Statistical metadata', indicator('10201', 'Penerapan Metadata Statistik', 'Use of statistical metadata', 'metadata-activity', 'metadata-variable', 'metadata-indicator')),
      aspect('103', 'Interoperabilitas Data', 'Interoperability', indicator('10301', 'Penerapan Interoperabilitas Data', 'Interoperability of data', 'publication')),
      aspect('104', 'Kode Referensi dan/atau Data Induk', 'Reference codes and master data', indicator('10401', 'Penerapan Kode Referensi', 'Use of reference codes', 'code-list')),
    ],
  },
  {
    code: '2', title: 'Kualitas Data', en: 'Data quality', aspects: [
      aspect('201', 'Relevansi', 'Relevance',
        indicator('20101', 'Relevansi Data terhadap Pengguna', 'Relevance of data to users', 'data-list', 'list-review'),
        indicator('20102', 'Proses Identifikasi Kebutuhan Data', 'Identifying which data are needed', 'data-list', 'list-mark', 'letter-bps')),
      aspect('202', 'Akurasi', 'Accuracy', indicator('20201', 'Penilaian Akurasi Data', 'Assessing accuracy', 'validation-rule', 'verification', 'accepted-warning')),
      aspect('203', 'Aktualitas dan Ketepatan Waktu', 'Timeliness and punctuality',
        indicator('20301', 'Penjaminan Aktualitas Data', 'Assuring timeliness', 'update-schedule', 'delivery', 'extension'),
        indicator('20302', 'Pemantauan Ketepatan Waktu Diseminasi', 'Monitoring punctual dissemination', 'publication-order', 'release')),
      aspect('204', 'Aksesibilitas', 'Accessibility',
        indicator('20401', 'Ketersediaan Data untuk Pengguna Data', 'Availability to users', 'publication'),
        indicator('20402', 'Akses Media Penyebarluasan Data', 'Access to media of dissemination', 'publication'),
        indicator('20403', 'Penyediaan Format Data', 'Provision of formats', 'publication')),
      aspect('205', 'Keterbandingan dan Konsistensi', 'Comparability and consistency',
        indicator('20501', 'Keterbandingan Data', 'Comparability', 'data-standard', 'code-list', 'analysis-report'),
        indicator('20502', 'Konsistensi Statistik', 'Consistency', 'validation-rule', 'verification')),
    ],
  },
  {
    code: '3', title: 'Proses Bisnis Statistik', en: 'Statistical business process', aspects: [
      aspect('301', 'Perencanaan Data', 'Planning',
        indicator('30101', 'Pendefinisian Kebutuhan Statistik', 'Specifying needs', 'data-list', 'list-review', 'business-process'),
        indicator('30102', 'Desain Statistik', 'Design', 'data-standard', 'metadata-activity', 'business-process'),
        indicator('30103', 'Penyiapan Instrumen', 'Preparing instruments', 'validation-rule', 'letter-request', 'procedure')),
      aspect('302', 'Pengumpulan Data', 'Collection', indicator('30201', 'Proses Pengumpulan Data/Akuisisi Data', 'Collecting data', 'delivery', 'receipt', 'extension', 'business-process')),
      aspect('303', 'Pemeriksaan Data', 'Checking',
        indicator('30301', 'Pengolahan Data', 'Processing', 'verification', 'returned', 'business-process'),
        indicator('30302', 'Analisis Data', 'Analysis', 'analysis-report', 'analysed', 'business-process')),
      aspect('304', 'Penyebarluasan Data', 'Dissemination', indicator('30401', 'Diseminasi Data', 'Dissemination', 'publication-order', 'release', 'publication', 'business-process')),
    ],
  },
  {
    code: '4', title: 'Kelembagaan', en: 'Institution', aspects: [
      aspect('401', 'Profesionalitas', 'Professionalism',
        indicator('40101', 'Penjaminan Transparansi Informasi Statistik', 'Assuring transparency', 'publication', 'metadata-activity'),
        indicator('40102', 'Penjaminan Netralitas dan Objektivitas terhadap Penggunaan Sumber Data dan Metodologi', 'Assuring impartial choice of sources and methods', 'metadata-activity', 'eligibility'),
        indicator('40103', 'Penjaminan Kualitas Data', 'Assuring data quality', 'verification', 'accepted-warning', 'eligibility'),
        indicator('40104', 'Penjaminan Konfidensialitas Data', 'Assuring confidentiality', 'protected-column', 'disclosure')),
      aspect('402', 'Sumber Daya Manusia yang Memadai dan Kapabel', 'Adequate and capable staff',
        indicator('40201', 'Penerapan Kompetensi Sumber Daya Manusia Bidang Statistik', 'Competence in statistics'),
        indicator('40202', 'Penerapan Kompetensi Sumber Daya Manusia Bidang Manajemen Data', 'Competence in data management')),
      aspect('403', 'Pengorganisasian Statistik', 'Organisation of statistics',
        indicator('40301', 'Kolaborasi Penyelenggaraan Kegiatan Statistik', 'Working together on statistical activities', 'letter-request', 'receipt'),
        indicator('40302', 'Penyelenggaraan Forum Satu Data Indonesia', 'Holding the Satu Data forum'),
        indicator('40303', 'Kolaborasi dengan Pembina Data Statistik', 'Working with the statistics office', 'letter-bps', 'list-review', 'letter-result', 'eligibility', 'letter-recommendation'),
        indicator('40304', 'Pelaksanaan Tugas sebagai Walidata', 'Carrying out the duties of data custodian', 'procedure', 'letter-assignment', 'board-report', 'archive', 'audit-trail')),
    ],
  },
  {
    code: '5', title: 'Statistik Nasional', en: 'National statistics', aspects: [
      aspect('501', 'Pemanfaatan Data Statistik', 'Use of statistics',
        indicator('50101', 'Penggunaan Data Statistik Dasar untuk Perencanaan, Monitoring, dan Evaluasi, dan/atau Penyusunan Kebijakan', 'Use of basic statistics in planning, monitoring, evaluation and policy'),
        indicator('50102', 'Penggunaan Data Statistik Sektoral untuk Perencanaan, Monitoring, dan Evaluasi, dan/atau Penyusunan Kebijakan', 'Use of sectoral statistics in planning, monitoring, evaluation and policy'),
        indicator('50103', 'Sosialisasi dan Literasi Data Statistik', 'Making statistics known and understood')),
      aspect('502', 'Pengelolaan Kegiatan Statistik', 'Management of statistical activities', indicator('50201', 'Pelaksanaan Rekomendasi Kegiatan Statistik', 'Following recommendations on statistical activities')),
      aspect('503', 'Penguatan Sistem Statistik Nasional Berkelanjutan', 'Lasting strengthening of the national statistical system',
        indicator('50301', 'Perencanaan Pembangunan Statistik', 'Planning the development of statistics'),
        indicator('50302', 'Penyebarluasan Data', 'Spreading data', 'publication', 'release'),
        indicator('50303', 'Pemanfaatan Big Data', 'Use of big data')),
    ],
  },
];

/** All indicators in the order of the worksheet. */
export const INDICATORS: readonly Indicator[] = EPSS.flatMap(({ aspects }) => aspects.flatMap(({ indicators }) => indicators));
