import type { Text } from 'tertib';
import { ADJUSTABLE, isAdjustable } from '../datasets/rule-settings.js';
import { TABLE_LABEL, textOf } from './list-fields.js';
import { atField, SETTING_WORDS, VALUE_WORDS, type Setting } from './setting-words.js';

type Line = Readonly<Record<string, unknown>>;
/** Something that is said of a column, a rule or an indicator, or of the table as a whole. */
export interface TableSetting {
  readonly key: string;
  readonly label: Text;
  /** What its values are called; `''` is what holds where nothing is said. */
  readonly words?: Readonly<Record<string, Text>>;
  readonly isNumber?: true;
  /** Codes with what they mean. */
  readonly isCodes?: true;
}
/** A part of a table's description: one setting, or lines that have a name and settings. */
interface TablePart {
  readonly label: Text;
  readonly setting?: TableSetting;
  readonly nameOf: (line: Line) => Text;
  readonly settings?: readonly TableSetting[];
}

const said = (line: Line, key: string): string => textOf(line, key).trim();
const same = (text: string): Text => ({ id: text, en: text });
const setting = (key: Setting, more: Omit<TableSetting, 'key' | 'label'> = {}): TableSetting => ({ key, label: SETTING_WORDS[key], ...more });
const alone = (key: Setting, more: Omit<TableSetting, 'key' | 'label'> = {}): TablePart => ({ label: atField(SETTING_WORDS[key]), setting: setting(key, more), nameOf: () => SETTING_WORDS[key] });
const texts = (key: Setting): TablePart => ({ label: atField(SETTING_WORDS[key]), nameOf: (line) => same(said(line, 'line')) });

const flag = { words: { '': { id: 'tidak', en: 'no' }, true: { id: 'ya', en: 'yes' } } } as const;
const RULE_SETTINGS = [setting('tingkat', { words: VALUE_WORDS.tingkat }), setting('toleransi', { isNumber: true })];

const COLUMN_SETTINGS = [
  setting('judulKolom'), setting('tipe', { words: VALUE_WORDS.tipe }), setting('satuanKolom'), setting('min', { isNumber: true }), setting('maks', { isNumber: true }), setting('wajib', flag), setting('kunci', flag),
  setting('daftar'), setting('daftarKode', { isCodes: true }), setting('pola'), setting('dapatDijumlahkan', { words: VALUE_WORDS.dapatDijumlahkan }),
  setting('perlindungan', { words: { '': VALUE_WORDS.perlindungan.tidak, ...VALUE_WORDS.perlindungan } }), setting('kolomPenyumbang'), setting('kolomDuaTerbesar'),
];
const INDICATOR_SETTINGS = [
  setting('judulIndikator'), setting('satuanIndikator'), setting('rumus'), setting('pembilang'), setting('penyebut'), setting('faktor', { isNumber: true }), setting('desimal'), setting('kodeMetadata'),
];

const PARTS: Readonly<Record<string, TablePart>> = {
  tandaDesimal: alone('tandaDesimal', { words: VALUE_WORDS.tandaDesimal }),
  variabel: { label: atField(SETTING_WORDS.variabel), nameOf: (line) => same(said(line, 'kolom')), settings: COLUMN_SETTINGS },
  aturanJumlah: texts('aturanJumlah'),
  aturanSendiri: { label: atField(SETTING_WORDS.aturanSendiri), nameOf: (line) => same(`${said(line, 'kiri')} ${said(line, 'pembanding')} ${said(line, 'kanan')}`), settings: RULE_SETTINGS },
  aturanBawaan: { label: atField(SETTING_WORDS.aturanBawaan), nameOf: (line) => ruleTitle(said(line, 'aturan')), settings: RULE_SETTINGS },
  kolomWilayah: alone('kolomWilayah'),
  wilayahDiharapkan: texts('wilayahDiharapkan'),
  kolomPeriode: alone('kolomPeriode'),
  indikatorTurunan: { label: atField(SETTING_WORDS.indikatorTurunan), nameOf: (line) => same(said(line, 'indikator')), settings: INDICATOR_SETTINGS },
};
const OTHER: TablePart = { label: TABLE_LABEL, setting: { key: '', label: TABLE_LABEL }, nameOf: () => TABLE_LABEL };

function ruleTitle(rule: string): Text {
  return isAdjustable(rule) ? ADJUSTABLE[rule].title : same(rule);
}

/** A part by its field of the row. */
export const partOf = (field: string): TablePart => PARTS[field] ?? OTHER;

const isSetting = (key: string): key is Setting => Object.hasOwn(SETTING_WORDS, key);
/** What a field of the description, or something that is said in it, is called at its field. */
export const nameIn = (key: string): Text => (isSetting(key) ? atField(SETTING_WORDS[key]) : same(key));
