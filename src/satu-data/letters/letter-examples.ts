/** Made-up values (sintetis) as the steps hand them to letters and mails: all that a text may name. */
const periode = { judul: 'Tahun 2026 (contoh)' };
const kepada = { jabatan: 'Kepala Dinas Pendidikan', instansi: 'Kabupaten Contoh', tempat: 'Kota Contoh' };
const mailTo = { jabatan: 'Pimpinan', instansi: 'Dinas Pendidikan' };
const bps = { ...kepada, jabatan: 'Kepala Badan Pusat Statistik' };
const batasWaktu = '2026-12-15T16:59:00.000Z';
const tautan = 'https://satudata.example.go.id/admin';
const nomor = '12/CONTOH/XI/2026';

const row = (nama: string, satuan: string) => ({ nama, produsen: 'Dinas Pendidikan', definisi: 'Banyaknya yang terdaftar pada akhir tahun ajaran.', satuan, jadwal: 'Tahunan' });
const daftar = [row('Jumlah murid sekolah dasar menurut kecamatan', 'orang'), row('Jumlah guru sekolah dasar menurut kecamatan', 'orang')];
const general = { periode: { ...periode, tahun: '2026', cakupan: 'Kabupaten' }, jenisSurat: 'Surat Tugas', daftar, jumlahDataset: 2, selebihnya: 0 };
const assigned = { penerima: [{ nama: 'Contoh Nama, S.Kom.', jabatan: 'Kepala Seksi' }], instruksi: 'Menyusun jadwal pengumpulan dan berkoordinasi dengan produsen data.', kepada: bps };

const kolom = [{ key: 'wilayah', label: 'Wilayah', angka: false }, { key: 'tahun', label: 'Tahun', angka: false }, { key: 'jumlah', label: 'Jumlah penduduk (jiwa)', angka: true }];
const cells = (wilayah: string, jumlah: string) => ({ wilayah, tahun: '2025', jumlah });
const cellRows = [cells('15.06.01 Kecamatan Satu', '12345'), cells('15.06.02 Kecamatan Dua', '9876')];
const jumlah = { jumlah: '22221' };
const analysed = { judul: 'Penduduk menurut kecamatan', produsen: 'Dinas Kependudukan dan Pencatatan Sipil', satuan: 'jiwa', jumlahBaris: 2 };

export const OF_CASE = { ...general, ...assigned, batasWaktu };
export const OF_DATASET = { ...general, ...assigned, ...analysed, hasil: { kolom, baris: cellRows, jumlah, jumlahPeriode: '2025', tidakLengkap: { jumlah: true }, terpotong: false } };
export const OF_PRODUCER = { ...general, kepada, batasWaktu, produsen: 'Dinas Pendidikan', tautan };
const figureLink = `${tautan}/satu-data/analysis/contoh/jumlah.nilai`;
const printed = (nilai: string) => ({ nilai, rujukan: figureLink });
/** A drawing of one bar. */
const drawn = `data:image/svg+xml;base64,${Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="640" height="40" viewBox="0 0 640 40"><rect x="8" y="8" width="400" height="24" fill="#0054a6"/></svg>').toString('base64')}`;
export const REPORT = {
  ...analysed, dijumlahkanMenurut: 'Kecamatan, Tahun', periode, definisi: 'Banyaknya penduduk pada akhir tahun menurut kecamatan.', nilaiKosong: 3, rujukanBaris: figureLink, rujukanKosong: figureLink, kolom, jumlah, terpotong: false, kosong: ['Tungkal Ulu, 2024: Jumlah'], kosongLain: 2, barisTidakAda: ['Merlung, 2024'], barisTidakAdaLain: 0,
  baris: cellRows.map((cell, index) => ({ ...cell, pangsa: index === 0 ? '55.56' : '44.44', peringkat: String(index + 1), tidakLengkap: { pangsa: false, peringkat: index === 1 }, rujukan: { pangsa: figureLink, peringkat: figureLink } })),
  jumlahRujukan: {}, tidakLengkap: {}, jumlahTiapPeriode: [{ periode: '2025', jumlah, rujukan: {}, tidakLengkap: {} }], grafik: [drawn],
  indikator: [{ nama: 'Kepadatan penduduk', satuan: 'jiwa/km²', nilai: '60,78', rujukan: figureLink, rumus: 'jumlah ÷ luas_km2', sebab: null }],
  indikatorPeriode: '2025', tautan,
  bagian: [{ judul: 'Ringkasan', paragraf: [{ teks: '0,98 %', rujukan: figureLink, tebal: false, nomor: 1 }], butir: [{ potongan: [{ teks: 'Kota lebih padat', rujukan: figureLink, tebal: true, nomor: 1 }] }] }],
  asal: [{ nomor: 1, judul: 'Pertumbuhan dari periode sebelumnya: Jumlah penduduk, 2025', sebab: 'Tidak dihitung.', rumus: 'jumlah ÷ luas_km2', baris: 2, kueri: 'jumlah.pertumbuhan;tahun=2025', rujukan: figureLink }],
  analisisLain: [{ judul: 'Rasio ketergantungan', cara: 'Penduduk di luar usia kerja dibagi penduduk usia kerja.', langkah: 'Menghitung rasio ketergantungan', rujukan: figureLink, kolom, baris: cellRows }],
  menurut: [{ judul: 'Jumlah menurut kecamatan, 2024', kepala: 'kecamatan', sejak: '2022', selang: '2 tahun sebelumnya', terpotong: false, baris: [{ nama: 'Tungkal Ulu', kurang: 'baru 2 dari 9 desa atau kelurahan', sejak: null, nilai: printed('12.345'), selisih: printed('120'), pertumbuhan: printed('+0,98'), pangsa: printed('55,56'), peringkat: printed('1') }] }],
};
export const RECEIPT = {
  nomor: '7/TANDA-TERIMA/XI/2026', produsen: 'Dinas Pendidikan', periode, waktu: '2026-11-23T07:45:12.000Z', batasWaktu, pengirim: 'Contoh Operator', pimpinan: 'Contoh Pimpinan',
  dataset: [
    { nama: 'Jumlah murid sekolah dasar', status: 'Diterima', alasan: null, baris: 13, hash: 'e3b0c44298fc1c149afbf4c8996fb924' },
    { nama: 'Jumlah guru sekolah dasar', status: 'Tidak tersedia', alasan: 'pendataan baru dimulai tahun depan', baris: null, hash: null },
  ],
  penarikan: [{ nama: 'Jumlah guru sekolah dasar', oleh: 'Contoh Operator', waktu: '2026-11-24T02:10:00.000Z', alasan: 'Datanya ternyata ada.' }],
  hash: '9f86d081884c7d659a2feaa0c55ad015',
};
export const SHEET = {
  produsen: 'Dinas Pendidikan', periode, batasWaktu, pengirim: 'Contoh Operator', kode: '9F86-D081-884C', hash: RECEIPT.hash,
  dataset: [
    { nama: 'Jumlah murid sekolah dasar', status: 'Data disampaikan', alasan: null, baris: 13, jumlah: [{ nama: 'Jumlah', nilai: '22.221 orang' }], temuan: '1 kesalahan, 2 peringatan', perubahan: ['2 dari 13 nilai berbeda dari tahun lalu.'], hash: 'e3b0c44298fc1c149afbf4c8996fb924' },
    { nama: 'Jumlah guru sekolah dasar', status: 'Data tidak tersedia', alasan: 'pendataan baru dimulai tahun depan', baris: null, jumlah: [], temuan: null, perubahan: [], hash: null },
  ],
};

const half = { bagian: 1, dari: 2, persen: '50.0' };
/** Of the report of the data board. */
export const BOARD_REPORT = {
  periode, waktu: '2026-11-23T07:45:12.000Z', batasWaktu, sisaWaktu: '16 hari kerja lagi', diperpanjang: 1, respons: half, lengkap: half, tepat: half,
  perkiraan: '2 dari 2 dataset, dari laju lima hari kerja terakhir', keadaan: [{ nama: 'Diminta', jumlah: 1 }],
  penahan: [{ siapa: 'Operator produsen data', jumlah: 1, produsen: 1, sejak: '2026-11-16T02:00:00.000Z', hari: 5 }],
  produsen: [{ nama: 'Dinas Pendidikan', diminta: 2, masuk: 1, ditahan: 1, batasWaktu }], produsenLain: 0,
};

/** Of the report of a check of data. */
export const CHECK_REPORT = {
  periode, produsen: 'Dinas Pendidikan', judul: 'Jumlah murid sekolah dasar', kode: 'PENDIDIKAN-001', waktu: '23 November 2026 pukul 14.45', baris: '13', berkas: 'murid.xlsx', hash: RECEIPT.hash, putaran: '2',
  disampaikan: '22 November 2026 pukul 09.10', pengirim: 'Contoh Operator', divalidasi: '22 November 2026 pukul 15.00', pimpinan: 'Contoh Pimpinan', tandaTerima: RECEIPT.nomor, respons: '9 dari 12 (75 %)', tepatWaktu: '6 dari 9 (67 %)', keputusan: 'Lengkap', catatan: 'Periksa jumlahnya.', penerima: 'Contoh Kasi',
  jumlah: [{ tingkat: 'Kesalahan', jumlah: '0' }, { tingkat: 'Peringatan', jumlah: '1' }, { tingkat: 'Informasi', jumlah: '0' }],
  aturan: [{ nama: 'Bagian sama dengan jumlah', tingkat: 'Peringatan', toleransi: 'toleransi 1 %', temuan: '1', sebelumnya: '3' }],
  temuan: [{ aturan: 'Bagian sama dengan jumlah', jumlah: '1', baris: [{ sel: 'E8', kolom: 'Jumlah', tingkat: 'Peringatan', pesan: 'Laki-laki + Perempuan = 100, tetapi “Jumlah” tertulis 102, dengan toleransi 1 %.' }], lain: '' }],
  diterima: [{ aturan: 'Bagian sama dengan jumlah', jumlah: '1', alasan: 'Pembulatan pada sumbernya.' }], sejak: '20 November 2026 pukul 08.00', perubahan: ['2 dari 39 nilai berbeda dari penyampaian sebelumnya.'],
};

const toProducer = { kepada: mailTo, tautan, periode };
/** Of BPS's letter of recommendation. */
export const RECOMMENDATION_EXAMPLE = {
  periode, nomor: 'B-123/15070/VS.300/2026', kepada: { jabatan: 'Kepala Dinas Komunikasi dan Informatika', instansi: '', tempat: '' },
  dataset: [
    { nama: 'Jumlah murid sekolah dasar', produsen: 'Dinas Pendidikan', keputusan: 'Layak dipublikasikan', alasan: '', penilaian: 'Relevansi: baik; Akurasi: cukup' },
    { nama: 'Jumlah guru sekolah dasar', produsen: 'Dinas Pendidikan', keputusan: 'Perlu perbaikan', alasan: 'Rinci menurut jenis kelamin.', penilaian: 'Relevansi: baik; Akurasi: kurang' },
  ],
  keputusan: [{ nama: 'Layak dipublikasikan', jumlah: 1 }, { nama: 'Perlu perbaikan', jumlah: 1 }],
  dimensi: [{ nama: 'Relevansi', baik: 2, cukup: 0, kurang: 0 }, { nama: 'Akurasi', baik: 0, cukup: 1, kurang: 1 }],
};

export const MAILS = {
  'mail-permintaan': { ...toProducer, batasWaktu, nomor, daftar: daftar.map(({ nama }) => ({ nama })) },
  'mail-pengingat': { ...toProducer, batasWaktu, daftar: [{ nama: 'Jumlah guru sekolah dasar menurut kecamatan' }] },
  'mail-pengembalian': { ...toProducer, batasWaktu, temuan: [{ dataset: 'Jumlah murid sekolah dasar', pesan: 'Jumlah tidak sama dengan laki-laki ditambah perempuan.' }] },
  'mail-perpanjangan': { ...toProducer, batasWaktu, alasan: 'Menunggu rekonsiliasi data triwulan.' },
  'mail-penarikan': { ...toProducer, batasWaktu, oleh: 'Contoh Operator', alasan: 'Angka kecamatan tertukar.', daftar: [{ nama: 'Jumlah murid sekolah dasar' }] },
  'mail-eskalasi': { ...toProducer, batasWaktu, daftar: [{ nama: 'Jumlah guru sekolah dasar menurut kecamatan' }], alasan: 'Data ini diperlukan untuk penyusunan RKPD.' },
  'mail-tanda-terima': { ...toProducer, nomor: RECEIPT.nomor },
  'mail-pengingat-bps': { kepada: bps, periode, batasWaktu, nomor, perihal: 'Permintaan pemeriksaan daftar data statistik sektoral' },
} as const;
