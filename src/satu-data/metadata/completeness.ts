import type { Text } from 'tertib';
import type { MetadataKind } from './metadata.entity.js';

type Content = Readonly<Record<string, unknown>>;
/** One question: its field, how it is called, and of whom it is asked (default: of all). */
type Question = readonly [field: string, id: string, en: string, asked?: (content: Content) => boolean];

const concept: Question[] = [['konsep', 'Konsep', 'Concept'], ['definisi', 'Definisi', 'Definition']];
const access: Question = ['aksesUmum', 'Dapat diakses umum', 'Open to the public'];
const QUESTIONS: Readonly<Record<MetadataKind, readonly Question[]>> = {
  activity: [
    ['judul', 'Judul kegiatan', 'Title of the activity'], ['tahun', 'Tahun', 'Year'], ['caraPengumpulan', 'Cara pengumpulan data', 'Way of collection'], ['sektor', 'Sektor kegiatan', 'Sector'],
    ['penyelenggara', 'Instansi penyelenggara', 'Organizing office'], ['alamat', 'Alamat', 'Address'], ['penanggungJawab', 'Penanggung jawab', 'Person in charge'], ['latarBelakang', 'Latar belakang', 'Background'],
    ['tujuan', 'Tujuan kegiatan', 'Purpose'], ['rancanganSampel', 'Rancangan sampel', 'Sample design', ({ caraPengumpulan }) => caraPengumpulan === 'survei'], ['saranaPengumpulan', 'Sarana pengumpulan data', 'Means of collection'],
    ['unitPengumpulan', 'Unit pengumpulan data', 'Unit of collection'], ['pengolahan', 'Pengolahan data', 'Processing'], ['jadwalRilis', 'Jadwal rilis', 'Release schedule'],
  ],
  variable: [
    ['kolom', 'Nama kolom', 'Column name'], ['nama', 'Nama variabel', 'Name of the variable'], ['alias', 'Alias', 'Alias'], ...concept, ['referensiPemilihan', 'Referensi pemilihan', 'Reference of choice'],
    ['referensiWaktu', 'Referensi waktu', 'Reference time'], ['tipeData', 'Tipe data', 'Data type'], ['kalimatPertanyaan', 'Kalimat pertanyaan', 'Question'], access,
  ],
  indicator: [
    ['nama', 'Nama indikator', 'Name of the indicator'], ...concept, ['interpretasi', 'Interpretasi', 'Interpretation'], ['rumus', 'Rumus', 'Formula'], ['ukuran', 'Ukuran', 'Measure'], ['satuan', 'Satuan', 'Unit'],
    ['klasifikasiPenyajian', 'Klasifikasi penyajian', 'Presentation classification'], ['komposit', 'Indikator komposit', 'Composite indicator'],
    ['indikatorPembangun', 'Indikator pembangun', 'Building indicators', ({ komposit }) => komposit === true], ['variabelPembangun', 'Variabel pembangun', 'Building variables', ({ komposit }) => komposit === false],
    ['levelEstimasi', 'Level estimasi', 'Level of estimation'], access,
  ],
};

/** How much of a form is filled in, of what is asked of this one, and what is missing, in words. */
export function completeness(kind: MetadataKind, content: Content): { readonly percent: number; readonly missing: Text[] } {
  const asked = QUESTIONS[kind].filter(([, , , applies]) => !applies || applies(content));
  const missing = asked.filter(([field]) => isEmpty(content[field]));
  // Rounded down: 100 percent is said only where nothing is missing.
  return { percent: Math.floor(((asked.length - missing.length) / asked.length) * 100), missing: missing.map(([, id, en]) => ({ id, en })) };
}

/** `false` and an answer of several with none ticked differ: the first is a "no", the second is not answered. */
const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === '' || value === 0 || (Array.isArray(value) && value.length === 0);
