import type { Text } from 'tertib';
import { ADJUSTABLE, isAdjustable } from '../datasets/rule-settings.js';
import { TABLE_LABEL, textOf } from './list-fields.js';

type Line = Readonly<Record<string, unknown>>;
/** Something that is said of a column, a rule or an indicator, or of the table as a whole. */
export interface TableSetting {
  readonly key: string;
  readonly label: Text;
  /** What its values are called; `''` is what holds where nothing is said. */
  readonly words?: Readonly<Record<string, Text>>;
  readonly isNumber?: true;
  /** A text of many lines. */
  readonly inLines?: true;
}
/** A part of a table's description: one setting, or lines that have a name and settings. */
interface TablePart {
  readonly label: Text;
  readonly setting?: TableSetting;
  readonly nameOf: (line: Line) => Text;
  readonly settings?: readonly TableSetting[];
}

const word = (id: string, en: string): Text => ({ id, en });
const said = (line: Line, key: string): string => textOf(line, key).trim();
const same = (text: string): Text => word(text, text);
const setting = (key: string, id: string, en: string, more: Omit<TableSetting, 'key' | 'label'> = {}): TableSetting => ({ key, label: word(id, en), ...more });
const alone = (one: TableSetting): TablePart => ({ label: one.label, setting: one, nameOf: () => one.label });
const texts = (id: string, en: string): TablePart => ({ label: word(id, en), nameOf: (line) => same(said(line, 'line')) });

const flag = { words: { '': word('tidak', 'no'), true: word('ya', 'yes') } } as const;
const NOT_NEEDED = word('tidak perlu', 'not needed');
const LEVELS = { kesalahan: word('kesalahan', 'error'), peringatan: word('peringatan', 'warning'), informasi: word('informasi', 'information'), mati: word('tidak diperiksa', 'not looked for') };
const RULE_SETTINGS = [setting('tingkat', 'bila dilanggar', 'where it is broken', { words: LEVELS }), setting('toleransi', 'toleransi', 'tolerance', { isNumber: true })];

const COLUMN_SETTINGS = [
  setting('judulKolom', 'judul', 'title'),
  setting('tipe', 'tipe', 'type', { words: { integer: word('bilangan bulat', 'whole number'), number: word('bilangan desimal', 'decimal number'), string: word('teks atau kode', 'text or code'), date: word('tanggal', 'date'), region: word('kode wilayah', 'region code') } }),
  setting('satuanKolom', 'satuan', 'unit'), setting('min', 'terkecil', 'smallest', { isNumber: true }), setting('maks', 'terbesar', 'largest', { isNumber: true }), setting('wajib', 'wajib', 'required', flag), setting('kunci', 'kunci', 'key', flag),
  setting('daftar', 'daftar kode', 'code list'), setting('daftarKode', 'kode', 'codes', { inLines: true }), setting('pola', 'bentuk teks', 'form of the text'),
  setting('dapatDijumlahkan', 'dapat dijumlahkan', 'adds up', {
    words: { '': word('menurut satuannya', 'by its unit'), jumlah: word('ya', 'yes'), arus: word('ya, juga antarwaktu', 'yes, over time as well'), 'rata-rata': word('tidak, rata-rata', 'no, an average'), tidak: word('tidak', 'no') },
  }),
  setting('perlindungan', 'perlindungan sel kecil', 'protection of small cells', { words: { '': NOT_NEEDED, tidak: NOT_NEEDED, hitungan: word('menghitung orang atau usaha', 'counts persons or businesses'), besaran: word('milik orang atau usaha', 'what persons or businesses have') } }),
  setting('kolomPenyumbang', 'kolom penyumbang', 'column of contributors'), setting('kolomDuaTerbesar', 'kolom dua terbesar', 'column of the two largest'),
];
const INDICATOR_SETTINGS = [
  setting('judulIndikator', 'judul', 'title'), setting('satuanIndikator', 'satuan', 'unit'), setting('rumus', 'rumus', 'formula'), setting('pembilang', 'pembilang', 'numerator'), setting('penyebut', 'penyebut', 'denominator'),
  setting('faktor', 'faktor', 'factor', { isNumber: true }), setting('desimal', 'angka desimal', 'decimals'), setting('kodeMetadata', 'kode metadata', 'metadata code'),
];

const PARTS: Readonly<Record<string, TablePart>> = {
  tandaDesimal: alone(setting('tandaDesimal', 'Cara menulis angka', 'How numbers are written', { words: { koma: word('koma untuk desimal', 'comma for decimals'), titik: word('titik untuk desimal', 'point for decimals') } })),
  variabel: { label: word('Kolom tabel', 'Table columns'), nameOf: (line) => same(said(line, 'kolom')), settings: COLUMN_SETTINGS },
  aturanJumlah: texts('Aturan jumlah', 'Rules on totals'),
  aturanSendiri: { label: word('Aturan kantor sendiri', 'Rules of our own'), nameOf: (line) => same(`${said(line, 'kiri')} ${said(line, 'pembanding')} ${said(line, 'kanan')}`), settings: RULE_SETTINGS },
  aturanBawaan: { label: word('Aturan bawaan', 'Built-in rules'), nameOf: (line) => ruleTitle(said(line, 'aturan')), settings: RULE_SETTINGS },
  kolomWilayah: alone(setting('kolomWilayah', 'Kolom wilayah', 'Region column')),
  wilayahDiharapkan: texts('Wilayah yang harus ada', 'Regions that must be there'),
  kolomPeriode: alone(setting('kolomPeriode', 'Kolom periode', 'Period column')),
  indikatorTurunan: { label: word('Indikator yang dihitung', 'Indicators to compute'), nameOf: (line) => same(said(line, 'indikator')), settings: INDICATOR_SETTINGS },
};
const OTHER = alone({ key: '', label: TABLE_LABEL });

function ruleTitle(rule: string): Text {
  return isAdjustable(rule) ? ADJUSTABLE[rule].title : same(rule);
}

/** A part by its field of the row. */
export const partOf = (field: string): TablePart => PARTS[field] ?? OTHER;

/** What a field of the description, or something that is said in it, is called. */
export const nameIn = (key: string): Text => PARTS[key]?.label ?? Object.values(PARTS).flatMap(({ settings = [] }) => settings).find((one) => one.key === key)?.label ?? same(key);
