import { defineWords } from 'tertib/screens';

export const rulesWords = defineWords(
  {
    title: 'Aturan pemeriksaan',
    intro: 'Aturan ini memeriksa data semua produsen. Perubahan berlaku untuk pemeriksaan berikutnya; laporan yang sudah ada tidak berubah. Dataset yang mengatur sendiri aturannya pada daftar data tidak ikut berubah.',
    level: 'Bila dilanggar', ERROR: 'Kesalahan: data dikembalikan', WARNING: 'Peringatan: perlu alasan', INFO: 'Informasi saja', OFF: 'Tidak diperiksa',
    tolerance: 'Toleransi', toleranceHint: 'Kosong berarti harus tepat.', unit: 'satuan nilai', percent: 'persen', score: 'Skor', toleranceIn: 'Toleransi dalam',
    usual: (level: string, tolerance: string) => `Bawaan: ${level}${tolerance ? `, ${tolerance}` : ''}`, backToUsual: 'Kembalikan ke bawaan',
    signs: 'Tanda untuk data yang tidak ada', signsHint: 'Di kolom angka dan tanggal, sel yang berisi tanda ini dibaca sebagai kosong, tidak pernah sebagai nol, dan jumlahnya disebutkan kepada pengirim. Tanda yang tidak dicentang ditolak: tanda “-” pada tabel BPS berarti nol atau tidak ada.', signsUsual: (signs: string) => `Bawaan: ${signs}`,
    fixed: 'Selalu berlaku', fixedHint: 'Aturan ini menjaga agar data yang tidak lengkap atau tidak terbaca tidak diteruskan, sehingga selalu berupa kesalahan.',
    own: 'Aturan kantor sendiri dan aturan yang khusus untuk satu dataset ditulis pada daftar data, di bagian kolom tabel.',
    try: 'Coba pada data yang ada', save: 'Simpan', saved: 'Aturan pemeriksaan disimpan.', by: (who: string, when: string) => `Terakhir diubah ${who}, ${when}.`, never: 'Belum pernah diubah.',
    tried: (tables: string) => `Dicoba pada ${tables} tabel yang sudah diterima.`, noTables: 'Belum ada tabel yang diterima untuk dicoba.', left: (n: string) => `${n} tabel lain yang lebih lama tidak dicoba.`,
    change: (before: string, after: string) => `${before} temuan menjadi ${after}`, same: (n: string) => `${n} temuan, tidak berubah`,
  },
  {
    title: 'Rules of verification',
    intro: 'These rules check the data of every producer. A change holds for the next check; reports that exist stay as they are. Data sets that set their own rules in the data list do not change.',
    level: 'Where it is broken', ERROR: 'Error: the data are returned', WARNING: 'Warning: a reason is needed', INFO: 'Information only', OFF: 'Not looked for',
    tolerance: 'Tolerance', toleranceHint: 'Empty: it has to be exact.', unit: 'unit of the values', percent: 'percent', score: 'Score', toleranceIn: 'Tolerance in',
    usual: (level: string, tolerance: string) => `Usual: ${level}${tolerance ? `, ${tolerance}` : ''}`, backToUsual: 'Back to the usual',
    signs: 'Signs for data that are not there', signsHint: 'In columns of numbers and dates a cell with one of these is taken as empty, never as zero, and whoever sends the table is told how many there are. A sign that is not ticked is refused: in tables of BPS “-” means none or zero.', signsUsual: (signs: string) => `Usual: ${signs}`,
    fixed: 'Always in force', fixedHint: 'These keep data that are incomplete or cannot be read from going on, so they are always errors.',
    own: 'Rules of our own, and rules for a single data set, are written in the data list, with the columns of the table.',
    try: 'Try on the data there are', save: 'Save', saved: 'The rules of verification were saved.', by: (who: string, when: string) => `Last changed by ${who}, ${when}.`, never: 'Never changed.',
    tried: (tables: string) => `Tried on ${tables} tables that were accepted.`, noTables: 'There are no accepted tables to try them on yet.', left: (n: string) => `${n} older tables were not tried.`,
    change: (before: string, after: string) => `${before} findings become ${after}`, same: (n: string) => `${n} findings, as before`,
  },
);
