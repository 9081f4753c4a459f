import type { Printed, PrintedBlock } from './plan.js';

const choice = (no: string, ask: string, field: string, more: Omit<NonNullable<Printed['choice']>, 'field'> = {}): Printed => ({ no, ask, choice: { field, ...more } });
const severalOf = (no: string, ask: string, field: string): Printed => choice(no, ask, field, { other: `${field}Lain` });
const text = (no: string, ask: string, field: string): Printed => ({ no, ask, text: field });
const contact = (of: string) => [{ name: 'Telepon', field: `telepon${of}` }, { name: 'Faksimile', field: `faksimile${of}` }, { name: 'E-mail', field: `surel${of}` }];
const stage = (name: string, of: string): readonly [string, string, string] => [name, `mulai${of}`, `selesai${of}`];

const head: PrintedBlock = {
  head: '',
  asks: [
    choice('', 'Cara Pengumpulan Data:', 'caraPengumpulan', { halves: true }),
    choice('', 'Sektor Kegiatan:', 'sektor', { halves: true }),
    { ...choice('', 'Jika survei statistik sektoral, apakah mendapatkan rekomendasi kegiatan statistik dari BPS?', 'rekomendasi'), lines: [{ name: 'Jika “Ya”, Identitas Rekomendasi', field: 'identitasRekomendasi' }] },
  ],
};

const organiser: PrintedBlock = {
  head: 'I. PENYELENGGARA',
  asks: [text('1.1', 'Instansi Penyelenggara:', 'penyelenggara'), { no: '1.2', ask: 'Alamat Lengkap Instansi Penyelenggara:', text: 'alamat', lines: [{ name: 'Telepon', field: 'telepon' }, { name: 'Faksimile', field: 'faksimile' }, { name: 'E-mail', field: 'surel' }] }],
};

const responsible: PrintedBlock = {
  head: 'II. PENANGGUNG JAWAB',
  asks: [
    { no: '2.1', ask: 'Unit Eselon Penanggung Jawab:', lines: [{ name: 'Eselon 1', field: 'eselon1' }, { name: 'Eselon 2', field: 'eselon2' }] },
    { no: '2.2', ask: 'Penanggung Jawab Teknis (setingkat Eselon 3):', lines: [{ name: 'Nama', field: 'namaPenanggungJawab' }, { name: 'Jabatan', field: 'penanggungJawab' }, { name: 'Alamat', field: 'alamatPenanggungJawab' }, ...contact('PenanggungJawab')] },
  ],
};

const planning: PrintedBlock = {
  head: 'III. PERENCANAAN DAN PERSIAPAN',
  asks: [
    text('3.1', 'Latar Belakang Kegiatan:', 'latarBelakang'), text('3.2', 'Tujuan Kegiatan:', 'tujuan'),
    {
      no: '3.3', ask: 'Rencana Jadwal Kegiatan:',
      table: {
        head: ['', 'Awal (tgl/bln/thn)', 's.d.', 'Akhir (tgl/bln/thn)'], widths: ['', '100', '24', '100'], days: 'one',
        fixed: [
          'A. Perencanaan', stage('1. Perencanaan Kegiatan', 'Perencanaan'), stage('2. Desain', 'Desain'), 'B. Pengumpulan', stage('3. Pengumpulan Data', 'Pengumpulan'), 'C. Pemeriksaan', stage('4. Pengolahan Data', 'Pengolahan'),
          'D. Penyebarluasan', stage('5. Analisis', 'Analisis'), stage('6. Diseminasi Hasil', 'Diseminasi'), stage('7. Evaluasi', 'Evaluasi'),
        ],
      },
    },
    {
      no: '3.4', ask: 'Variabel (Karakteristik) yang Dikumpulkan:',
      table: { head: ['No.', 'Nama Variabel (Karakteristik)', 'Konsep', 'Definisi', 'Referensi Waktu (Periode Enumerasi)'], widths: ['22', '', '', '', '90'], rows: { field: 'variabel', columns: ['namaVariabel', 'konsepVariabel', 'definisiVariabel', 'referensiWaktuVariabel'] } },
    },
  ],
};

const design: PrintedBlock = {
  head: 'IV. DESAIN KEGIATAN',
  asks: [
    choice('4.1', 'Kegiatan ini Dilakukan:', 'berulang', { to: { 1: 'langsung ke R.4.3' } }), choice('4.2', 'Jika “berulang” (R.4.1. berkode 2), Frekuensi Penyelenggaraan:', 'frekuensi', { halves: true }),
    choice('4.3', 'Tipe Pengumpulan Data:', 'tipePengumpulan'), choice('4.4', 'Cakupan Wilayah Pengumpulan Data:', 'cakupanWilayah', { to: { 1: 'langsung ke R.4.6' } }),
    { no: '4.5', ask: 'Jika “sebagian wilayah Indonesia” (R.4.4. berkode 2), Wilayah Kegiatan:', table: { head: ['No.', 'Provinsi', 'Kabupaten/Kota'], widths: ['22', '', ''], rows: { field: 'wilayah', columns: ['provinsi', 'kabupaten'] } } },
    severalOf('4.6', 'Metode Pengumpulan Data:', 'metodePengumpulan'), severalOf('4.7', 'Sarana Pengumpulan Data:', 'saranaPengumpulan'), severalOf('4.8', 'Unit Pengumpulan Data:', 'unitPengumpulan'),
  ],
};

const sample: PrintedBlock = {
  head: 'V. DESAIN SAMPEL', remark: 'Diisi jika cara pengumpulan data adalah survei',
  asks: [
    choice('5.1', 'Jenis Rancangan Sampel:', 'rancanganSampel'), choice('5.2', 'Metode Pemilihan Sampel Tahap Terakhir:', 'metodePemilihan', { to: { 1: 'ke R.5.3.a', 2: 'ke R.5.3.b' } }),
    {
      ...choice('5.3', 'a. Jika “sampel probabilitas” (R.5.2. berkode 1), Metode yang Digunakan:', 'metodeProbabilitas', { to: { 1: 'kode 1–5 ke R.5.4' } }),
      or: { ask: 'b. Jika “sampel nonprobabilitas” (R.5.2. berkode 2), Metode yang Digunakan:', field: 'metodeNonprobabilitas', to: { 6: 'kode 6–10 ke R.5.7' } },
    },
    choice('5.4', 'Kerangka Sampel Tahap Terakhir:', 'kerangkaSampel'), text('5.5', 'Fraksi Sampel Keseluruhan:', 'fraksiSampel'), text('5.6', 'Nilai Perkiraan Sampling Error Variabel Utama:', 'kesalahanSampel'), text('5.7', 'Unit Sampel:', 'unitSampel'), text('5.8', 'Unit Observasi:', 'unitObservasi'),
  ],
};

const collection: PrintedBlock = {
  head: 'VI. PENGUMPULAN DATA',
  asks: [
    choice('6.1', 'Apakah Melakukan Uji Coba (Pilot Survey)?', 'ujiCoba'), severalOf('6.2', 'Metode Pemeriksaan Kualitas Pengumpulan Data:', 'pemeriksaanKualitas'), choice('6.3', 'Apakah Melakukan Penyesuaian Nonrespon?', 'penyesuaianNonrespon'),
    { ...choice('6.4', 'Petugas Pengumpulan Data:', 'petugas'), remark: 'Pertanyaan 6.4–6.7 ditanyakan jika sarana pengumpulan data adalah PAPI, CAPI, atau CATI (R.4.7. kode 1, 2, dan/atau 4)' },
    choice('6.5', 'Persyaratan Pendidikan Terendah Petugas Pengumpulan Data:', 'pendidikanPetugas'),
    { no: '6.6', ask: 'Jumlah Petugas:', lines: [{ name: 'Supervisor/penyelia/pengawas', field: 'jumlahPengawas', unit: 'orang' }, { name: 'Pengumpul data/enumerator', field: 'jumlahPencacah', unit: 'orang' }] },
    choice('6.7', 'Apakah Melakukan Pelatihan Petugas?', 'pelatihan'),
  ],
};

const processing: PrintedBlock = {
  head: 'VII. PENGOLAHAN DAN ANALISIS',
  asks: [
    { no: '7.1', ask: 'Tahapan Pengolahan Data:', yesNo: [['Penyuntingan (Editing)', 'penyuntingan'], ['Penyandian (Coding)', 'penyandian'], ['Data Entry', 'perekaman'], ['Penyahihan (Validasi)', 'penyahihan']] },
    choice('7.2', 'Metode Analisis:', 'metodeAnalisis'), severalOf('7.3', 'Unit Analisis:', 'unitAnalisis'), severalOf('7.4', 'Tingkat Penyajian Hasil Analisis:', 'tingkatPenyajian'),
  ],
};

const dissemination: PrintedBlock = {
  head: 'VIII. DISEMINASI HASIL',
  asks: [
    { no: '8.1', ask: 'Produk Kegiatan yang Tersedia untuk Umum:', yesNo: [['Tercetak (hardcopy)', 'produkCetak'], ['Digital (softcopy)', 'produkDigital'], ['Data Mikro', 'produkMikro']] },
    { no: '8.2', ask: 'Jika pilihan R.8.1. kode 1, Rencana Rilis Produk Kegiatan:', table: { head: ['', 'Tanggal', 'Bulan', 'Tahun'], widths: ['', '60', '60', '60'], days: 'three', fixed: [['Tercetak', 'rilisCetak'], ['Digital', 'rilisDigital'], ['Data Mikro', 'rilisMikro']] } },
  ],
};

/** The printed form MS-Keg of Peraturan BPS 5/2020, question by question. */
export const MS_KEG_PLAN: readonly PrintedBlock[] = [head, organiser, responsible, planning, design, sample, collection, processing, dissemination];
