import type { Variable } from '../datasets/dataset.types.js';
import { isSubtotalCode, isTotalCode, totalAmong } from './total-code.js';

/** What of a column's values is called a sum of others. */
export interface NamedSums {
  /** The one that stands for all the others. */
  readonly total: string | undefined;
  /** Those that stand for some of the others, and nobody says for which. */
  readonly subtotals: readonly string[];
  /** Those that may be a sum of others as far as their names go, and nobody says of which: the subtotals, and what is neither the total nor a code that its list knows. */
  readonly unclear: readonly string[];
}

const NO_SUMS: NamedSums = { total: undefined, subtotals: [], unclear: [] };

/** A column of a table, as far as its name and its list tell what its values are. */
export type NamedColumn = Pick<Variable, 'name' | 'title' | 'type' | 'key' | 'list'>;

/** A key that is no region: one of its values may stand for all the others. */
export const isCategory = ({ key, type }: Pick<Variable, 'key' | 'type'>): boolean => key && type === 'string';

const SUM = '(?:jumlah|total|jml|jlh)';
const CALLED_SUM = new RegExp(`^(?:(?:sub|grand) ?)?${SUM}(?: |$)|(?:^| )${SUM}$`);
const SUM_OF = new RegExp(`^${SUM} (?<after>.+)$|^(?<before>.+) ${SUM}$`);

/** What contains places, widest first; the last ones contain none. */
const UNITS = ['indonesia|nasional', 'provinsi|prov|province', 'kabupaten|kab|kota|regency|city', 'kecamatan|kec|district', 'desa|kelurahan|nagari|kampung|village', 'wilayah|daerah|lokasi|puskesmas|posyandu|sekolah|pasar|opd|dinas|instansi'].map((words) => new RegExp(`^(?:${words})$`));

/** One place alone has no sum. */
const FEWEST_NAMED = 2;
/** The narrowest unit that can have a sum of places. */
const NARROWEST = UNITS.length - 2;

export const words = (text: string): string[] => text.toLowerCase().split(/[^\p{L}\p{N}+&]+/u).filter(Boolean);

/** Whether its name begins or ends as that of a sum does; it may still be a category of its own, as `Jumlah penduduk miskin` is among indicators. */
export const isCalledSum = (code: string, title = ''): boolean => isTotalCode(code, title) || isSubtotalCode(code, title) || [code, title].some((text) => CALLED_SUM.test(words(text).join(' ')));

/**
 * What the names of a column's values say. `Jumlah` of what the column itself is called, or of what contains its places, is a sum of the others
 * (`Jumlah Kabupaten` in a column of districts); where it names one of them (`Total Kecamatan Betara`), others may lie elsewhere, and where several are there
 * (`Jumlah Kecamatan`, `Jumlah Desa`) nobody knows what they are of. `Jumlah` of anything else may be a category (`Jumlah Desa` among indicators), and is one where
 * a list has it. What is a sum by its name is not taken for a category because it is among the values that a column permits: it has to be there to be delivered. Its list says what
 * it is by what lies in it.
 *
 * @param titleOf - what its list calls a code; undefined where no list has it. @param isWhole - whether others lie in it by the list.
 */
export function namedSums(column: NamedColumn, values: readonly string[], titleOf: (code: string) => string | undefined, isWhole: (code: string) => boolean): NamedSums {
  const called = values.filter((code) => isCalledSum(code, titleOf(code)));
  if (!column.key || called.length === 0) return NO_SUMS;
  const category = isCategory(column);
  const sums = category ? sumsAmong(column, values, called, titleOf) : new Map<string, SumOf>();
  const total = category ? (totalAmong(called, titleOf) ?? sumOfAll(sums, called, titleOf)) : undefined;
  const loose = called.filter((code) => code !== total && !isWhole(code));
  const subtotals = category ? loose.filter((code) => isSubtotalCode(code, titleOf(code)) || sums.has(code)) : [];
  const isListed = (code: string): boolean => titleOf(code) !== undefined && !subtotals.includes(code) && !(category && isTotalCode(code, titleOf(code)));
  return { total, subtotals, unclear: loose.filter((code) => !isListed(code)) };
}

interface SumOf {
  /** How wide that is of which it is the sum, 0 widest. */
  readonly width: number;
  /** Whether it names one of several such: others may lie elsewhere. */
  readonly isOne: boolean;
}

/** The only one that names none of several, unless another is as wide; none where several units have a sum, for then the column may be one of what is counted. */
function sumOfAll(sums: ReadonlyMap<string, SumOf>, called: readonly string[], titleOf: (code: string) => string | undefined): string | undefined {
  const units = unitsOf(called.flatMap((code) => namesOf(code, titleOf(code))));
  const [found, ...more] = [...sums].filter(([, { isOne }]) => !isOne);
  if (!found || more.length > 0 || units.size > 1) return undefined;
  const [code, { width }] = found;
  return [...sums.values()].some((other) => other.isOne && other.width <= width) ? undefined : code;
}

/** What is called the sum of what the column's values are parts of. */
function sumsAmong(column: NamedColumn, values: readonly string[], called: readonly string[], titleOf: (code: string) => string | undefined): ReadonlyMap<string, SumOf> {
  const names = [column.name, column.title].map(words);
  const among = (of: readonly (readonly string[])[], least: number): Map<string, SumOf> => {
    const narrowest = Math.max(-1, ...of.flat().map(unitOf));
    return new Map(called.flatMap((code) => { const sum = sumOf(names, { narrowest, wider: narrowest - least }, namesOf(code, titleOf(code))); return sum ? [[code, sum] as const] : []; }));
  };
  const sure = among(names.filter((name) => isOfPlaces(name, column)), 0);
  // Only called after places, or after what lies in them: then wider units have sums, `Jumlah Desa` of `Potensi Desa` is what is counted.
  const likely = among(names, 1);
  const isKnown = (code: string): boolean => likely.has(code) || isTotalCode(code, titleOf(code)) || isSubtotalCode(code, titleOf(code));
  const units = unitsOf(called.flatMap((code) => namesOf(code, titleOf(code))));
  // Rows of which several have names of their own and all the others are sums, of one unit, are places and their sum; `Jumlah Kecamatan` and `Jumlah Desa` beside `Jumlah Penduduk` are what is counted.
  const arePlaces = values.length - called.length >= FEWEST_NAMED && units.size <= 1 && called.every(isKnown);
  return sure.size === 0 && arePlaces ? likely : sure;
}

/** Null where it is called the sum of nothing that is so wide, of one place or of all, nor of what the column is called. */
function sumOf(names: readonly (readonly string[])[], { narrowest, wider }: { readonly narrowest: number; readonly wider: number }, called: readonly string[]): SumOf | null {
  for (const of of called) {
    const unit = unitIn(of);
    if (unit && unit.width <= (unit.isOne ? narrowest : wider)) return unit;
    if (names.some((name) => name.join(' ') === of)) return { width: UNITS.length, isOne: false };
  }
  return null;
}

/** Whether a column that is called so has places whatever its values are: `Nama Desa`, `Desa/Kelurahan`, but not `Pembagian Kecamatan` nor `Wilayah`, unless it takes the codes of a list. */
const isOfPlaces = (name: readonly string[], { list }: NamedColumn): boolean => Boolean(list) || (/^(?:nama|kode)$/.test(name[0] ?? '') && isUnit(name[1] ?? '')) || name.every(isUnit);

/** What a sum is called the sum of, by its code and by its title. */
const namesOf = (code: string, title = ''): string[] => [code, title].flatMap((text) => {
  const { after, before } = SUM_OF.exec(words(text).join(' '))?.groups ?? {};
  return after ?? before ?? [];
});

/** How wide the units are of which there is a sum of all; that of one of several is of none. */
const unitsOf = (called: readonly string[]): ReadonlySet<number> => new Set(called.flatMap((of) => { const unit = unitIn(of); return unit && !unit.isOne ? [unit.width] : []; }));

/** The unit that it begins with; `Kabupaten/Kota` names none of them. */
function unitIn(of: string): SumOf | null {
  const [width = -1, ...rest] = of.split(' ').map(unitOf);
  return width < 0 || width > NARROWEST ? null : { width, isOne: rest.includes(-1) };
}

/** Its place among what contains places: 1 is a province. */
export const unitOf = (word: string): number => UNITS.findIndex((one) => one.test(word));

/** Whether it contains places. */
export const isUnit = (word: string): boolean => unitOf(word) >= 0 && unitOf(word) <= NARROWEST;
