import type { Language, Text } from 'tertib';

const texts = {
  portal: { id: 'Portal Satu Data', en: 'Open data portal' },
  lead: { id: 'Data statistik sektoral yang telah diperiksa dan disetujui untuk dipublikasikan.', en: 'Sectoral statistics that were verified and cleared for publication.' },
  search: { id: 'Cari dataset', en: 'Search data sets' },
  searchButton: { id: 'Cari', en: 'Search' },
  allOffices: { id: 'Semua instansi', en: 'All offices' },
  office: { id: 'Instansi', en: 'Office' },
  heading: { id: 'Dataset', en: 'Data sets' },
  found: { id: 'dataset', en: 'data sets' },
  none: { id: 'Tidak ada dataset yang cocok. Ubah kata kunci atau pilih semua instansi.', en: 'No data set matches. Change the words or choose all offices.' },
  empty: { id: 'Belum ada dataset yang dipublikasikan.', en: 'No data set has been published yet.' },
  updated: { id: 'Diperbarui', en: 'Updated' },
  chart: { id: 'Grafik', en: 'Chart' },
  table: { id: 'Tabel', en: 'Table' },
  confidential: { id: 'c: tidak ditampilkan karena menyangkut beberapa orang atau usaha saja, atau dihitung dari angka yang demikian.', en: 'c: not shown because it concerns a few persons or businesses only, or is computed from such a figure.' },
  metadata: { id: 'Metadata', en: 'Metadata' },
  download: { id: 'Unduh CSV', en: 'Download CSV' },
  dataPackage: { id: 'Paket data (JSON)', en: 'Data package (JSON)' },
  partly: { id: 'Di sini hanya {shown} dari {all} baris yang ditampilkan; semua baris ada dalam berkas CSV. Baris Jumlah menghitung semuanya.', en: 'Only {shown} of {all} rows are shown here; the CSV file has all of them. The row Total counts all.' },
  total: { id: 'Jumlah', en: 'Total' },
  back: { id: 'Semua dataset', en: 'All data sets' },
  staff: { id: 'Masuk', en: 'Sign in' },
  skip: { id: 'Langsung ke isi', en: 'Skip to content' },
  previous: { id: 'Sebelumnya', en: 'Previous' },
  next: { id: 'Berikutnya', en: 'Next' },
  missing: { id: 'Dataset tidak ditemukan', en: 'Data set not found' },
  notFound: { id: 'Dataset ini tidak ada atau belum dipublikasikan.', en: 'This data set does not exist or is not published yet.' },
  code: { id: 'Kode data', en: 'Data code' },
  ddpCode: { id: 'Kode data prioritas', en: 'Priority data code' },
  kind: { id: 'Jenis data', en: 'Kind' },
  riskClass: { id: 'Klasifikasi akses', en: 'Access class' },
  classification: { id: 'Klasifikasi penyajian', en: 'Presentation' },
  schedule: { id: 'Jadwal pemutakhiran', en: 'Update schedule' },
  method: { id: 'Cara pengumpulan', en: 'Collection method' },
  dataPeriod: { id: 'Periode data', en: 'Data period' },
  referenceSource: { id: 'Sumber rujukan', en: 'Reference source' },
  contact: { id: 'Penanggung jawab', en: 'Person in charge' },
  definition: { id: 'Definisi', en: 'Definition' },
  unit: { id: 'Satuan', en: 'Unit' },
  licence: { id: 'Lisensi', en: 'Licence' },
  producer: { id: 'Produsen data', en: 'Producer' },
  period: { id: 'Periode pengumpulan', en: 'Collection period' },
  published: { id: 'Dipublikasikan', en: 'Published' },
  chartOf: { id: 'Grafik batang', en: 'Bar chart of' },
} as const satisfies Record<string, Text>;

export type PortalTexts = Record<keyof typeof texts, string>;

/** All words of the portal in one language. */
export const portalTexts = (language: Language): PortalTexts =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, text[language]])) as PortalTexts;
