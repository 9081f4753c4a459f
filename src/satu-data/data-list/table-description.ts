import type { FieldProblem, Text } from 'tertib';
import { z } from 'zod';
import { ADDITIVITY_WORDS } from '../datasets/additivity-words.js';
import { COLUMN_NAME } from '../datasets/column-name.js';
import { LEVEL_WORDS } from '../datasets/built-in-rules.js';
import { readBound } from '../datasets/bounds.js';
import { COMPARISONS } from '../datasets/dataset.types.js';
import { ADJUSTABLE_RULES } from '../datasets/rule-settings.js';
import { isOpen } from '../shared/decimal-mark.js';
import { openNumber } from '../tables/number-sentences.js';
import { parseUndeclared } from '../tables/written-number.js';
import { TABLE_FIELDS, type RowValues } from './list-fields.js';
import { nameIn } from './table-words.js';

const text = (max: number) => z.string().max(max).nullish();
const name = z.string().regex(COLUMN_NAME);
const flag = z.boolean().nullish();
/** Short enough to be exact in every check. */
const SHORT = /^-?[0-9]{1,15}([.][0-9]{1,10})?$/;
const bound = text(30);
const isBound = (given: string | null | undefined, type: 'integer' | 'number' | 'string' | 'date' | 'region'): boolean => {
  const read = given?.trim() ? readBound(given, type) : null;
  return !given?.trim() || (read !== null && (type === 'date' || SHORT.test(read)));
};

/** A number alone, or one in percent. */
const numberIn = (given: string | null | undefined): string => (given ?? '').replace(/%\s*$/, '').trim();
/** What may be two numbers is asked about; all else that is no number is named once the rule is read. */
const isClear = (given: string | null | undefined): boolean => !isOpen(numberIn(given));
const FACTOR = /^[0-9]{1,9}([.][0-9]{1,6})?$/;
const isFactor = (given: string | null | undefined): boolean => !given?.trim() || FACTOR.test(parseUndeclared(given.trim()) ?? '');
const tolerance = text(30).refine(isClear);

/** A column of the table that is asked for. */
export const TableColumn = z.strictObject({
  kolom: name, judulKolom: z.string().trim().min(1).max(120), tipe: z.enum(['integer', 'number', 'string', 'date', 'region']), satuanKolom: text(60), min: bound, maks: bound, wajib: flag, kunci: flag,
  daftar: text(64), daftarKode: text(20_000), pola: text(100), perlindungan: z.enum(['tidak', 'hitungan', 'besaran']).nullish(), kolomPenyumbang: text(60), kolomDuaTerbesar: text(60),
  dapatDijumlahkan: z.enum([...ADDITIVITY_WORDS, '']).nullish(),
}).refine(({ perlindungan, kolomPenyumbang }) => perlindungan === 'besaran' || !kolomPenyumbang, { path: ['kolomPenyumbang'] })
  .refine(({ perlindungan, kolomDuaTerbesar }) => perlindungan === 'besaran' || !kolomDuaTerbesar, { path: ['kolomDuaTerbesar'] })
  .refine(({ min, tipe }) => isBound(min, tipe), { path: ['min'] }).refine(({ maks, tipe }) => isBound(maks, tipe), { path: ['maks'] });
const Computed = z.strictObject({
  indikator: z.union([name, z.literal('')]).nullish(), judulIndikator: text(120), satuanIndikator: text(60), rumus: text(500), pembilang: text(200), penyebut: text(200),
  faktor: text(30).refine(isFactor), desimal: z.number().int().min(0).max(8).nullish(), kodeMetadata: text(60),
});

const OwnRule = z.strictObject({ kiri: text(400), pembanding: z.enum(COMPARISONS), kanan: text(400).refine(isClear), toleransi: tolerance, tingkat: z.enum(['kesalahan', 'peringatan', 'informasi']) });
const BuiltIn = z.strictObject({ aturan: z.enum(ADJUSTABLE_RULES), tingkat: z.enum(LEVEL_WORDS), toleransi: tolerance });

/** How a row's table looks and what it is checked for. */
export const TableDescription = z.strictObject({
  tandaDesimal: z.enum(['koma', 'titik']), variabel: z.array(TableColumn).max(50), aturanJumlah: text(1000), kolomWilayah: text(40), wilayahDiharapkan: text(5000), kolomPeriode: text(40),
  indikatorTurunan: z.array(Computed).max(20).nullish(), aturanSendiri: z.array(OwnRule).max(30).nullish(), aturanBawaan: z.array(BuiltIn).max(20).nullish(),
});
export type TableDescription = z.output<typeof TableDescription>;

export const tableOf = (values: RowValues): Record<string, unknown> => Object.fromEntries(TABLE_FIELDS.map((key) => [key, values[key]]));

const WORDS: Readonly<Record<string, readonly [string, string]>> = {
  kolom: ['Nama kolom: huruf kecil, angka dan garis bawah, diawali huruf.', 'Column name: small letters, digits and underscores, beginning with a letter.'],
  judulKolom: ['Judul kolom wajib diisi, paling banyak 120 huruf.', 'A column title is needed, 120 letters at most.'],
  min: ['Nilai terkecil: angka tanpa pemisah ribuan, misalnya 0,5; untuk kolom tanggal, misalnya 31/12/2025.', 'Smallest value: a number without thousands separator, such as 0.5; for a column of dates, such as 31/12/2025.'],
  maks: ['Nilai terbesar: angka tanpa pemisah ribuan, misalnya 0,5; untuk kolom tanggal, misalnya 31/12/2025.', 'Largest value: a number without thousands separator, such as 0.5; for a column of dates, such as 31/12/2025.'],
  faktor: ['Faktor pengali: angka dari 0 ke atas, misalnya 1000 atau 0,5.', 'Factor: a number from 0 up, such as 1000 or 0.5.'],
  indikator: ['Nama indikator: huruf kecil, angka dan garis bawah, diawali huruf.', 'Indicator name: small letters, digits and underscores, beginning with a letter.'],
  kolomPenyumbang: ['Kolom penyumbang hanya untuk besaran milik orang atau usaha.', 'A column of contributors is only for what persons or businesses have.'],
  kolomDuaTerbesar: ['Kolom dua terbesar hanya untuk besaran milik orang atau usaha.', 'A column of the two largest is only for what persons or businesses have.'],
};

/** What of a description cannot be kept at all, at its place. */
export function descriptionProblems(given: unknown, path: string): FieldProblem[] {
  const parsed = TableDescription.safeParse(given);
  return (parsed.error?.issues ?? []).map((issue) => ({ path: [path, ...issue.path].join('.'), message: openIn(given, issue.path) ?? wordsOf(issue.path.findLast((part) => typeof part === 'string') ?? '') }));
}

function wordsOf(key: string): Text {
  const called = nameIn(key);
  const [id, en] = WORDS[key] ?? [`Isian “${called.id}” tidak dapat dipakai: kosong, terlalu panjang, atau bukan pilihan yang ada.`, `“${called.en}” cannot be used: empty, too long, or none of the choices.`];
  return { id, en };
}

type Line = Readonly<Record<PropertyKey, unknown>>;
const NUMBERS: ReadonlySet<unknown> = new Set(['min', 'maks', 'faktor', 'kanan', 'toleransi']);

/** What is asked where it may be two numbers. */
function openIn(given: unknown, path: readonly PropertyKey[]): Text | null {
  const key = path.at(-1);
  const line = path.slice(0, -1).reduce<unknown>((part, step) => (part as Line)[step], given) as Line;
  const value = key !== undefined && NUMBERS.has(key) && line['tipe'] !== 'date' ? line[key] : null;
  const number = typeof value === 'string' ? numberIn(value) : '';
  return isOpen(number) ? openNumber(number) : null;
}
