/**
 * Government affairs and supporting functions of a region, by group. Affairs: article 12 of Law 23/2014; supporting functions: article 219.
 * Codes are those that budgets use (Permendagri 90/2019). Groups are theirs too, under the first digit.
 */
export const URUSAN_GROUPS = [
  { code: '1', id: 'Urusan wajib pelayanan dasar', en: 'Obligatory affairs, basic services', first: 1, affairs: [
    ['Pendidikan', 'Education'],
    ['Kesehatan', 'Health'],
    ['Pekerjaan umum dan penataan ruang', 'Public works and spatial planning'],
    ['Perumahan rakyat dan kawasan permukiman', 'Housing and settlements'],
    ['Ketenteraman, ketertiban umum, dan pelindungan masyarakat', 'Public order and protection of the community'],
    ['Sosial', 'Social affairs'],
  ] },
  { code: '2', id: 'Urusan wajib bukan pelayanan dasar', en: 'Obligatory affairs, other than basic services', first: 7, affairs: [
    ['Tenaga kerja', 'Labour'],
    ['Pemberdayaan perempuan dan pelindungan anak', 'Empowerment of women and protection of children'],
    ['Pangan', 'Food'],
    ['Pertanahan', 'Land affairs'],
    ['Lingkungan hidup', 'Environment'],
    ['Administrasi kependudukan dan pencatatan sipil', 'Population administration and civil registration'],
    ['Pemberdayaan masyarakat dan desa', 'Empowerment of communities and villages'],
    ['Pengendalian penduduk dan keluarga berencana', 'Population control and family planning'],
    ['Perhubungan', 'Transport'],
    ['Komunikasi dan informatika', 'Communication and informatics'],
    ['Koperasi, usaha kecil, dan menengah', 'Cooperatives, small and medium enterprises'],
    ['Penanaman modal', 'Investment'],
    ['Kepemudaan dan olahraga', 'Youth and sports'],
    ['Statistik', 'Statistics'],
    ['Persandian', 'Cryptography'],
    ['Kebudayaan', 'Culture'],
    ['Perpustakaan', 'Libraries'],
    ['Kearsipan', 'Archives'],
  ] },
  { code: '3', id: 'Urusan pilihan', en: 'Optional affairs', first: 25, affairs: [
    ['Kelautan dan perikanan', 'Marine affairs and fisheries'],
    ['Pariwisata', 'Tourism'],
    ['Pertanian', 'Agriculture'],
    ['Kehutanan', 'Forestry'],
    ['Energi dan sumber daya mineral', 'Energy and mineral resources'],
    ['Perdagangan', 'Trade'],
    ['Perindustrian', 'Industry'],
    ['Transmigrasi', 'Transmigration'],
  ] },
  { code: '5', id: 'Unsur penunjang', en: 'Supporting functions', first: 1, affairs: [
    ['Perencanaan', 'Planning'],
    ['Keuangan', 'Finance'],
    ['Kepegawaian', 'Personnel'],
    ['Pendidikan dan pelatihan', 'Education and training of staff'],
    ['Penelitian dan pengembangan', 'Research and development'],
  ] },
] as const;
