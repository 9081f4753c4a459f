import { capital } from '../shared/capital.js';

/** The screens read this as well: of the SDK nothing may be imported here. */
type Language = 'id' | 'en';
type Words = Readonly<Record<Language, string>>;
/** What something is called amid a sentence; `more` is added to it at its field. */
interface SettingWord extends Words {
  readonly more?: Words;
}
const word = (id: string, en: string, more?: readonly [id: string, en: string]): SettingWord => ({ id, en, ...(more && { more: { id: more[0], en: more[1] } }) });

/** The parts of the description of a table, and what is said of a column, a rule or an indicator; by their keys. */
export const SETTING_WORDS = {
  tandaDesimal: word('cara menulis angka', 'how numbers are written'),
  variabel: word('kolom tabel', 'table columns'),
  aturanJumlah: word('aturan jumlah', 'rules on totals'),
  aturanSendiri: word('aturan kantor sendiri', 'rules of our own'),
  aturanBawaan: word('aturan bawaan', 'built-in rules', [' untuk dataset ini', ' for this data set']),
  kolomWilayah: word('kolom wilayah', 'region column'),
  wilayahDiharapkan: word('wilayah yang harus ada', 'regions that must be there'),
  kolomPeriode: word('kolom periode', 'period column'),
  indikatorTurunan: word('indikator yang dihitung', 'indicators to compute'),
  kolom: word('nama kolom', 'column name'),
  judulKolom: word('judul kolom', 'column title'),
  tipe: word('tipe', 'type'),
  satuanKolom: word('satuan', 'unit'),
  min: word('terkecil', 'smallest'),
  maks: word('terbesar', 'largest'),
  wajib: word('wajib', 'required'),
  kunci: word('kunci', 'key'),
  daftar: word('daftar kode', 'code list'),
  daftarKode: word('kode yang boleh', 'allowed codes'),
  pola: word('bentuk teks', 'form of the text'),
  dapatDijumlahkan: word('dapat dijumlahkan', 'adds up'),
  perlindungan: word('perlindungan sel kecil', 'protection of small cells'),
  kolomPenyumbang: word('kolom penyumbang', 'column of contributors'),
  kolomDuaTerbesar: word('kolom dua terbesar', 'column of the two largest'),
  kiri: word('kolom', 'columns'),
  pembanding: word('harus', 'must be'),
  kanan: word('kolom atau angka', 'columns or a number'),
  toleransi: word('toleransi', 'tolerance'),
  tingkat: word('bila dilanggar', 'where it is broken'),
  indikator: word('nama indikator', 'indicator name'),
  judulIndikator: word('judul indikator', 'indicator title'),
  satuanIndikator: word('satuan', 'unit'),
  rumus: word('rumus', 'formula'),
  pembilang: word('kolom pembilang', 'numerator column'),
  penyebut: word('kolom penyebut', 'denominator column'),
  faktor: word('faktor', 'factor'),
  desimal: word('angka desimal', 'decimals'),
  kodeMetadata: word('kode metadata', 'metadata code'),
} satisfies Readonly<Record<string, SettingWord>>;
export type Setting = keyof typeof SETTING_WORDS;

/** The values of those that have a choice, in its order; `''` is what holds where nothing is said. */
export const VALUE_WORDS = {
  tandaDesimal: { koma: word('koma untuk desimal', 'comma for decimals', [': 1.234,5', ': 1.234,5']), titik: word('titik untuk desimal', 'point for decimals', [': 1,234.5', ': 1,234.5']) },
  tipe: { integer: word('bilangan bulat', 'whole number'), number: word('bilangan desimal', 'decimal number'), string: word('teks atau kode', 'text or code'), date: word('tanggal', 'date'), region: word('kode wilayah', 'region code') },
  dapatDijumlahkan: {
    '': word('menurut satuannya', 'by its unit'),
    jumlah: word('ya', 'yes', [', nilainya dijumlahkan', ', values are added up']),
    arus: word('ya, juga antarwaktu', 'yes, over time as well', [', misalnya kelahiran tiap bulan', ', such as births of each month']),
    'rata-rata': word('tidak, rata-rata', 'no, an average'),
    tidak: word('tidak', 'no', [', misalnya persen atau indeks', ', such as a percentage or an index']),
  },
  perlindungan: { tidak: word('tidak perlu', 'not needed'), hitungan: word('menghitung orang atau usaha', 'counts persons or businesses'), besaran: word('milik orang atau usaha', 'what persons or businesses have') },
  tingkat: { kesalahan: word('kesalahan', 'error', [': data dikembalikan', ': the data are returned']), peringatan: word('peringatan', 'warning', [': perlu alasan', ': a reason is needed']), informasi: word('informasi', 'information', [' saja', ' only']), mati: word('tidak diperiksa', 'not looked for') },
} satisfies Partial<Record<Setting, Readonly<Record<string, SettingWord>>>>;

/** What a setting, or one of its values, is called at its field. */
export function atField({ more, ...words }: SettingWord): Words {
  const say = (language: Language) => capital(words[language]) + (more?.[language] ?? '');
  return { id: say('id'), en: say('en') };
}
