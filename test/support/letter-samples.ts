import { CHECK_REPORT } from '../../src/satu-data/letters/letter-examples.js';
import { ACTIVITY_SHEET, INDICATOR_SHEET, VARIABLE_SHEET } from '../../src/satu-data/letters/sheet-examples.js';

/** Sample data for each template that ships, for previews and specs. All names and numbers are made up (sintetis). */
const periode = { judul: 'Tahun 2026 (sintetis)', tahun: '2026' };
const kepada = { jabatan: 'Kepala Dinas Pendidikan', instansi: 'Kabupaten Tanjung Jabung Barat', tempat: 'Kuala Tungkal' };
const bps = { jabatan: 'Kepala Badan Pusat Statistik', instansi: 'Kabupaten Tanjung Jabung Barat', tempat: 'Kuala Tungkal' };
const batasWaktu = '2026-12-15T16:59:00.000Z';
const tautan = 'http://satudata.example/admin';

/** `count` rows of a data list. */
export const dataList = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    nama: `Jumlah murid sekolah dasar menurut kecamatan ${index + 1}`,
    produsen: 'Dinas Pendidikan',
    definisi: 'Banyaknya murid yang terdaftar pada sekolah dasar negeri dan swasta pada akhir tahun ajaran.',
    satuan: 'orang',
    jadwal: 'Tahunan',
  }));

const indikator = [
  { nama: 'Kepadatan penduduk', satuan: 'jiwa/km²', nilai: '60.78' },
  { nama: 'Rasio jenis kelamin', satuan: '', nilai: '106.37' },
];

const regions = Array.from({ length: 60 }, (_, index) => ({
  wilayah: `15.06.${String(index + 1).padStart(2, '0')} Kecamatan ${index + 1}`,
  periode: '2024',
  laki_laki: String(12_345 + index * 37),
  perempuan: String(11_876 + index * 31),
  luas_km2: '123.456',
  pangsa: '7.25',
  peringkat: String(index + 1),
}));

const hasil = {
  kolom: [{ key: 'wilayah', label: 'Wilayah', angka: false }, { key: 'periode', label: 'Tahun', angka: false }, { key: 'kepadatan', label: 'Kepadatan penduduk (jiwa/km²)', angka: true }, { key: 'rasio', label: 'Rasio jenis kelamin', angka: true }],
  baris: regions.map(({ wilayah, periode: tahun }, index) => ({ wilayah, periode: tahun, kepadatan: `${60 + index}.78`, rasio: '106.37' })),
  jumlah: { kepadatan: '60.78', rasio: '106.37' },
  terpotong: false,
};

/** Each ships in English as well. */
const MAILS: Record<string, Record<string, unknown>> = {
  'mail-permintaan': { kepada, periode, batasWaktu, produsen: 'Dinas Pendidikan', nomor: '12/DISKOMINFO/XI/2026', daftar: dataList(2), tautan },
  'mail-pengingat': { kepada, periode, batasWaktu, daftar: [{ nama: 'Jumlah guru', status: 'dikembalikan' }], tautan },
  'mail-eskalasi': { kepada, periode, batasWaktu, daftar: [{ nama: 'Jumlah guru' }], alasan: 'Data ini diperlukan untuk penyusunan RKPD.', tautan },
  'mail-pengingat-bps': { kepada: bps, periode, batasWaktu, nomor: '12/DISKOMINFO/XI/2026', perihal: 'Permintaan pemeriksaan daftar data statistik sektoral' },
  'mail-pengembalian': { kepada, periode, batasWaktu, temuan: [{ dataset: 'Jumlah murid', sel: 'C7', pesan: 'Jumlah tidak sama dengan laki-laki ditambah perempuan.' }], tautan },
  'mail-perpanjangan': { kepada, periode, batasWaktu, alasan: 'Menunggu rekonsiliasi data triwulan.' },
  'mail-penarikan': { kepada, periode, batasWaktu, oleh: 'Contoh Operator', alasan: 'Angka kecamatan tertukar.', daftar: [{ nama: 'Jumlah murid' }], tautan },
  'mail-tanda-terima': { kepada, periode, nomor: '12/TANDA-TERIMA/XI/2026' },
};

export const SAMPLES: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'surat-tugas': {
    periode,
    batasWaktu: '2026-12-31',
    instruksi: 'Menyusun jadwal pengumpulan dan berkoordinasi dengan produsen data.',
    penerima: [
      { nama: 'Contoh Nama Kabid, S.Kom.', nip: '198001012005011001', jabatan: 'Kepala Bidang Teknologi Informasi Komunikasi dan Persandian' },
      { nama: 'Contoh Nama Kasi, S.St.', jabatan: 'Kepala Seksi Pengelolaan Data Statistik dan Integrasi Sistem Informasi' },
    ],
  },
  'surat-permintaan-bps': { kepada: bps, periode, daftar: dataList(6), batasWaktu: '2026-11-30', lampiran: '1 (satu) berkas' },
  'surat-permintaan-produsen': { kepada, periode, daftar: dataList(60), batasWaktu, tautan, narahubung: 'Seksi Pengelolaan Data Statistik, data@diskominfo.example', tembusan: ['Sekretaris Daerah', 'Kepala Badan Pusat Statistik'] },
  'surat-hasil-analisis': { kepada: bps, periode, judul: 'Penduduk menurut kecamatan (sintetis)', produsen: 'Dinas Kependudukan dan Pencatatan Sipil', satuan: 'jiwa', jumlahBaris: 60, hasil, lampiran: '1 (satu) berkas' },
  'laporan-analisis': {
    periode,
    judul: 'Penduduk menurut kecamatan (sintetis)',
    produsen: 'Dinas Kependudukan dan Pencatatan Sipil',
    definisi: 'Banyaknya penduduk pada akhir tahun menurut jenis kelamin.',
    satuan: 'jiwa',
    jumlahBaris: 60,
    nilaiKosong: 0,
    indikator,
    kolom: [
      { key: 'wilayah', label: 'Wilayah', angka: false },
      { key: 'periode', label: 'Tahun', angka: false },
      { key: 'laki_laki', label: 'Laki-laki (jiwa)', angka: true },
      { key: 'perempuan', label: 'Perempuan (jiwa)', angka: true },
      { key: 'luas_km2', label: 'Luas (km²)', angka: true },
    ],
    baris: regions,
    jumlah: { laki_laki: '173688', perempuan: '163290', luas_km2: '5544.567' },
  },
  'surat-rekomendasi': {
    nomor: 'B-1/15070/2026', kop: { office: 'BPS Kabupaten Contoh' }, penandatangan: { name: 'Contoh Nama, S.ST.', title: 'Kepala' }, kepada: { jabatan: 'Kepala Dinas Contoh', instansi: '', tempat: '' }, periode: { judul: 'Tahun 2026 (contoh)' },
    dataset: [{ nama: 'Jumlah murid', produsen: 'Dinas Pendidikan', keputusan: 'Layak dipublikasikan', alasan: '', penilaian: 'Relevansi: baik' }], keputusan: [{ nama: 'Layak dipublikasikan', jumlah: 1 }], dimensi: [{ nama: 'Relevansi', baik: 1, cukup: 0, kurang: 0 }],
  },
  'laporan-papan': {
    periode, batasWaktu, waktu: '2026-11-23T07:45:12.000Z', sisaWaktu: '16 hari kerja lagi', diperpanjang: 2, respons: { bagian: 30, dari: 50, persen: '60.0' }, lengkap: { bagian: 1, dari: 3, persen: '33.3' }, tepat: { bagian: 0, dari: 0, persen: null },
    perkiraan: '45 dari 50 dataset, dari kurva periode lalu', keadaan: [{ nama: 'Diminta', jumlah: 20 }, { nama: 'Lengkap', jumlah: 30 }],
    penahan: [{ siapa: 'Operator produsen data', jumlah: 20, produsen: 2, sejak: '2026-11-16T02:00:00.000Z', hari: 5 }],
    produsen: Array.from({ length: 3 }, (_, index) => ({ nama: `Dinas Contoh ${index + 1}`, diminta: 20, masuk: 10, ditahan: 10 - index, batasWaktu })), produsenLain: 950,
  },
  'laporan-pemeriksaan': CHECK_REPORT,
  'laporan-pemeriksaan-en': CHECK_REPORT,
  'lembar-ms-keg': ACTIVITY_SHEET,
  'lembar-ms-var': VARIABLE_SHEET,
  'lembar-ms-ind': INDICATOR_SHEET,
  'lembar-validasi': {
    produsen: 'Dinas Pendidikan', periode, batasWaktu, pengirim: 'Contoh Operator', kode: '9F86-D081-884C', hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    dataset: [
      { nama: 'Jumlah murid sekolah dasar', status: 'Data disampaikan', alasan: null, baris: 13, jumlah: [{ nama: 'Jumlah', nilai: '22.221 orang' }, { nama: 'Perempuan', nilai: '11.020 orang' }], temuan: '1 kesalahan, 2 peringatan', perubahan: ['2 dari 13 nilai berbeda dari tahun lalu.', 'Tungkal Ulu: jumlah naik 4,2 % dari 960 menjadi 1.000.'], hash: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' },
      { nama: 'Jumlah guru', status: 'Data tidak tersedia', alasan: 'pendataan baru dimulai tahun depan', baris: null, jumlah: [], perubahan: [], hash: null },
    ],
  },
  'tanda-terima': {
    nomor: '7/TANDA-TERIMA/XI/2026',
    produsen: 'Dinas Pendidikan',
    periode,
    waktu: '2026-11-23T07:45:12.000Z',
    batasWaktu,
    pengirim: 'Contoh Operator',
    pimpinan: 'Contoh Pimpinan',
    dataset: [
      { nama: 'Jumlah murid sekolah dasar', status: 'Diterima', baris: 13, hash: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' },
      { nama: 'Jumlah guru', status: 'Tidak tersedia', alasan: 'pendataan baru dimulai tahun depan', baris: null },
    ],
    hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  },
  ...MAILS,
  ...Object.fromEntries(Object.entries(MAILS).map(([name, data]) => [`${name}-en`, data])),
};

export const LETTERHEAD = {
  government: 'Pemerintah Kabupaten Tanjung Jabung Barat',
  office: 'Dinas Komunikasi dan Informatika',
  address: 'Jalan Contoh Nomor 1, Kuala Tungkal, Jambi 36512',
  contact: 'Telepon (0742) 000000, surel diskominfo@example.go.id, laman satudata.example.go.id',
  place: 'Kuala Tungkal',
};
export const SIGNERS = [
  { key: 'kadis', name: 'Drs. Contoh Nama, M.Si.', title: 'Kepala Dinas Komunikasi dan Informatika', rank: 'Pembina Utama Muda (IV/c)', nip: '197001011995031001' },
  { key: 'plh', name: 'Contoh Sekretaris, S.E.', title: 'Kepala Dinas Komunikasi dan Informatika', rank: 'Pembina (IV/a)', nip: '197501012000031001', prefix: 'Plh.' },
  { key: 'an', name: 'Drs. Contoh Nama, M.Si.', title: 'Kepala Dinas Komunikasi dan Informatika', nip: '197001011995031001', prefix: 'a.n.', onBehalfOf: 'Sekretaris Daerah' },
];
