import { activityValues, tableValues } from '../metadata/print/sheet-values.js';

const office = 'Dinas Pendidikan';
const activity = {
  kind: 'activity', number: 1, version: 2,
  content: {
    judul: 'Registrasi murid (contoh)', tahun: 2026, caraPengumpulan: '2', sektor: '5', rekomendasi: true, identitasRekomendasi: 'V-26.1507.001', penyelenggara: office, alamat: 'Jalan Contoh Nomor 1', telepon: '(021) 000000', surel: 'data@contoh.example',
    eselon2: 'Kepala Dinas Pendidikan', penanggungJawab: 'Kepala Bidang Data', latarBelakang: 'Jumlah murid diperlukan untuk perencanaan.', tujuan: 'Mengetahui banyaknya murid.', mulaiPengumpulan: '2026-07-01', selesaiPengumpulan: '2026-07-31',
    variabel: [{ namaVariabel: 'Jumlah murid', konsepVariabel: 'Pendidikan', definisiVariabel: 'Banyaknya murid terdaftar', referensiWaktuVariabel: 'Setahun yang lalu' }], berulang: '2', frekuensi: '7', tipePengumpulan: '3', cakupanWilayah: '2', wilayah: [{ provinsi: 'Jambi', kabupaten: 'Tanjung Jabung Barat' }],
    metodePengumpulan: 25, metodePengumpulanLain: 'Pengisian bersama', saranaPengumpulan: 9, unitPengumpulan: 4, metodePemilihan: '2', metodeNonprobabilitas: '8', petugas: '3', jumlahPengawas: 2, jumlahPencacah: 12, penyuntingan: true, penyandian: false, produkDigital: true, rilisDigital: '2026-11-30',
  },
} as const;

/** Of the form MS-Keg. */
export const ACTIVITY_SHEET = activityValues(activity, office);

/** Of the form MS-Var. */
export const VARIABLE_SHEET = tableValues('variable', [{
  kind: 'variable', number: 1, version: 1,
  content: { nama: 'Jumlah murid', alias: 'murid', konsep: 'Pendidikan', definisi: 'Banyaknya murid terdaftar', referensiPemilihan: 'Statistik pendidikan', referensiWaktu: 'Tahun ajaran', tipeData: 'integer', satuan: 'orang', wajib: true, min: '0', kalimatPertanyaan: 'Berapa murid yang terdaftar?', aksesUmum: true },
}], office, activity);

/** Of the form MS-Ind. */
export const INDICATOR_SHEET = tableValues('indicator', [{
  kind: 'indicator', number: 1, version: 1,
  content: {
    nama: 'Rasio murid per guru', konsep: 'Pendidikan', definisi: 'Banyaknya murid untuk tiap guru', interpretasi: 'Makin kecil makin baik', rumus: 'Jumlah murid dibagi jumlah guru', ukuran: 'Rasio', satuan: 'murid per guru', klasifikasiPenyajian: 'Kecamatan', komposit: false,
    variabelPembangun: [{ namaVariabel: 'Jumlah murid', kegiatanPenghasil: 'Registrasi murid', kodeKegiatanPenghasil: 'KEG-0001' }], levelEstimasi: 12, aksesUmum: true,
  },
}], office, activity);
