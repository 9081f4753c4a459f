import type { FieldProblem } from 'tertib';
import { z } from 'zod';
import { decimal } from '../analysis/decimal.js';
import { keptBound, readBound } from '../datasets/bounds.js';
import { COLUMN_NAME } from '../datasets/column-name.js';
import { ADDITIVITY, ADDITIVITY_WORDS } from '../datasets/additivity-words.js';
import { isNumeric, type Variable } from '../datasets/dataset.types.js';
import { isSafePattern } from '../datasets/variable-pattern.js';
import { isOpen } from '../shared/decimal-mark.js';
import { optionalText } from '../shared/form-values.js';
import { openNumber } from '../tables/number-sentences.js';
import { notADate } from '../tables/written-date.js';

const length = z.number().int().min(0).max(999).nullish().transform((value) => value ?? null);

const TEXT_KINDS = ['angka', 'kapital', 'kapitalAngka'] as const;
const CHARACTERS: Readonly<Record<(typeof TEXT_KINDS)[number], string>> = { angka: '\\d', kapital: '[A-Z]', kapitalAngka: '[A-Z0-9]' };

/** What of MS-Var makes the column of a table. Everything may be missing while it is being filled in. */
export const MsVar = z.object({
  kolom: optionalText, nama: optionalText, definisi: optionalText, satuan: optionalText,
  /** Only of numbers. */
  dapatDijumlahkan: z.enum(ADDITIVITY_WORDS).nullish().transform((value) => value ?? null),
  tipeData: z.enum(['integer', 'number', 'string', 'date', 'region']).nullish().transform((value) => value ?? null),
  /** The entries that may be given, one a line. */
  klasifikasiIsian: z.array(z.object({ kode: optionalText, arti: optionalText })).max(2000).nullish().transform((rows) => rows ?? []),
  /** Scheme of the office's list that the entries are of. */
  daftarKode: optionalText,
  wajib: z.boolean().nullish().transform((value) => value ?? null), min: optionalText, maks: optionalText, panjangMin: length, panjangMaks: length,
  /** Of which characters a text is made; null: any. */
  isiTeks: z.enum(TEXT_KINDS).nullish().transform((value) => value ?? null),
  pola: optionalText,
});
export type MsVar = z.output<typeof MsVar>;

/** As long as a code may be in the cells of a table. */
const LONGEST_CODE = 100;
/** What nobody writes in a code, but between codes and before a meaning. */
const SEVERAL = /[;\n=]/;

/** What of a validation rule cannot be checked, at its field. */
export function ruleProblems({ kolom, tipeData, daftarKode, klasifikasiIsian, min, maks, panjangMin: shortest, panjangMaks: longest, isiTeks, pola }: MsVar): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const say = (path: string, id: string, en: string) => problems.push({ path, message: { id, en } });
  const measured = hasLength({ panjangMin: shortest, panjangMaks: longest });
  const text = tipeData === 'string' || tipeData === 'region';
  if (kolom && !COLUMN_NAME.test(kolom)) say('kolom', 'Nama kolom hanya boleh memuat huruf kecil, angka, dan garis bawah, dan diawali huruf; misalnya jumlah_murid.', 'A column name has small letters, digits and underscores only, and begins with a letter; for example jumlah_murid.');
  for (const [field, bound] of [['min', min], ['maks', maks]] as const) {
    if (!bound) continue;
    if (!isNumeric(tipeData) && tipeData !== 'date') say(field, 'Nilai terkecil dan terbesar hanya untuk angka dan tanggal.', 'The smallest and largest value are for numbers and dates only.');
    else if (readBound(bound, tipeData) === null) say(field, ...noBound(bound, tipeData));
  }
  if (min && maks && areReversed(readBound(min, tipeData), readBound(maks, tipeData), tipeData)) say('maks', 'Nilai terbesar lebih kecil daripada nilai terkecil.', 'The largest value is less than the smallest.');
  if (!text && klasifikasiIsian.length > 0) say('klasifikasiIsian', 'Daftar kode hanya untuk teks atau kode wilayah.', 'A list of codes is for text or region codes only.');
  if (!text && daftarKode) say('daftarKode', 'Daftar kode hanya untuk teks atau kode wilayah.', 'A list of codes is for text or region codes only.');
  for (const [row, { kode, arti }] of klasifikasiIsian.entries()) {
    if (!kode) say(`klasifikasiIsian.${row}.kode`, 'Isi kodenya, atau hapus baris ini.', 'Fill in the code, or remove this row.');
    else if (!arti && SEVERAL.test(kode)) say(`klasifikasiIsian.${row}.kode`, `“${kode}” tampaknya memuat lebih dari satu kode, atau kode dengan artinya. Tulis satu kode tiap baris, dan artinya di kolom Arti.`, `“${kode}” seems to hold several codes, or a code and its meaning. Write one code a row, and its meaning under Meaning.`);
    else if (kode.length > LONGEST_CODE) say(`klasifikasiIsian.${row}.kode`, `Kode ini terlalu panjang; paling panjang ${LONGEST_CODE} huruf.`, `This code is too long; ${LONGEST_CODE} letters at most.`);
  }
  if (!text && (pola || measured || isiTeks)) say('pola', 'Isi, panjang, dan pola hanya untuk teks atau kode wilayah.', 'Characters, a length and a pattern are for text or region codes only.');
  else if (pola && (measured || isiTeks)) say('pola', 'Pilih salah satu: pola, atau isi teks dan panjangnya. Keduanya dapat ditulis di dalam pola, misalnya \\d{18}.', 'Choose one: a pattern, or the characters and the length of a text. Both can be written in the pattern, for example \\d{18}.');
  else if (pola && !isSafePattern(pola)) say('pola', 'Pola ini tidak dapat dipakai. Tulis tanpa kurung dan tanpa pilihan “|”, misalnya \\d{18}.', 'This pattern cannot be used. Write it without parentheses or choices “|”, for example \\d{18}.');
  if (typeof longest === 'number' && leastOf({ isiTeks, panjangMin: shortest }) > longest) say('panjangMaks', 'Panjang terbesar lebih kecil daripada panjang terkecil.', 'The greatest length is less than the least.');
  return problems;
}

/** The column that a variable becomes in a data set; null while its name, title or type is missing. Whether it is part of the key is the data set's to say. */
export function columnOf(variable: MsVar, key: boolean): Variable | null {
  const { kolom, nama, tipeData, satuan, definisi, daftarKode, klasifikasiIsian, wajib, min, maks, pola, dapatDijumlahkan } = variable;
  const number = isNumeric(tipeData);
  if (!kolom || !nama || !tipeData) return null;
  const codes = [...new Set(klasifikasiIsian.flatMap(({ kode }) => kode ?? []))];
  const meanings = Object.fromEntries(klasifikasiIsian.flatMap(({ kode, arti }) => (kode && arti ? [[kode, arti] as const] : [])));
  return { name: kolom, title: nama, type: tipeData, unit: satuan, definition: definisi, required: wajib ?? false, key, min: keptBound(min, tipeData), max: keptBound(maks, tipeData), pattern: pola ?? textPattern(variable), codes: codes.length > 0 ? codes : null, ...(Object.keys(meanings).length > 0 && { meanings }), ...(daftarKode && { list: daftarKode }), ...(number && dapatDijumlahkan && { additivity: ADDITIVITY[dapatDijumlahkan] }) };
}

/** Why a bound cannot be used. What may be two numbers is asked about: a metadata sheet declares no decimal mark. */
function noBound(bound: string, type: MsVar['tipeData']): [id: string, en: string] {
  if (type !== 'date' && !isOpen(bound)) return [`“${bound}” bukan angka. Tulis misalnya 1234 atau 0,5.`, `“${bound}” is not a number. Write for example 1234 or 0.5.`];
  const { id, en } = type === 'date' ? notADate(bound) : openNumber(bound);
  return [id, en];
}

function areReversed(min: string | null, max: string | null, type: MsVar['tipeData']): boolean {
  if (min === null || max === null) return false;
  return type === 'date' ? min > max : decimal(min).gt(max);
}

const hasLength = ({ panjangMin, panjangMaks }: Pick<MsVar, 'panjangMin' | 'panjangMaks'>): boolean => typeof panjangMin === 'number' || typeof panjangMaks === 'number';
/** Of digits only there is one at least: what is empty is said by *wajib*. */
const leastOf = ({ isiTeks, panjangMin }: Pick<MsVar, 'isiTeks' | 'panjangMin'>): number => panjangMin ?? (isiTeks ? 1 : 0);

/** Characters and a length are a pattern, so that everything that checks patterns checks them: 18 digits are `\d{18}`. */
function textPattern({ isiTeks, panjangMin, panjangMaks }: Pick<MsVar, 'isiTeks' | 'panjangMin' | 'panjangMaks'>): string | null {
  if (!isiTeks && !hasLength({ panjangMin, panjangMaks })) return null;
  const least = leastOf({ isiTeks, panjangMin });
  return `${isiTeks ? CHARACTERS[isiTeks] : '.'}${least === panjangMaks ? `{${least}}` : `{${least},${panjangMaks ?? ''}}`}`;
}
