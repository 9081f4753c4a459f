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

/** What contains places, widest first. `Wilayah`, `lokasi` and the like are no units: what is called so may be anything. */
const UNITS = ['indonesia|nasional', 'provinsi|prov|province', 'kabupaten|kab|kota|regency|city', 'kecamatan|kec|district', 'desa|kelurahan|nagari|kampung|village'].map((words) => new RegExp(`^(?:${words})$`));

const words = (text: string): string[] => text.toLowerCase().split(/[^\p{L}\p{N}+&]+/u).filter(Boolean);

/** Whether its name begins or ends as that of a sum does; it may still be a category of its own, as `Jumlah penduduk miskin` is among indicators. */
export const isCalledSum = (code: string, title = ''): boolean => isTotalCode(code, title) || isSubtotalCode(code, title) || [code, title].some((text) => CALLED_SUM.test(words(text).join(' ')));

/**
 * What the names of a column's values say. `Jumlah` of what the column itself is called, or of what contains its places, is a sum of the others
 * (`Jumlah Kabupaten` in a column of districts); where it names one of them (`Total Kecamatan Betara`), others may lie elsewhere, and where several are there
 * (`Jumlah Kecamatan`, `Jumlah Desa`) nobody knows what they are of. `Jumlah` of anything else may be a category (`Jumlah Desa` among indicators), and so is what
 * a list has, which is taken at its word.
 *
 * @param titleOf - what its list calls a code; undefined where no list has it. @param isWhole - whether others lie in it by the list.
 */
export function namedSums(column: NamedColumn, values: readonly string[], titleOf: (code: string) => string | undefined, isWhole: (code: string) => boolean): NamedSums {
  const called = values.filter((code) => isCalledSum(code, titleOf(code)));
  if (!column.key || called.length === 0) return NO_SUMS;
  const category = isCategory(column);
  const sums = new Map(category ? called.flatMap((code) => { const sum = sumOf(column, code, titleOf(code)); return sum ? [[code, sum] as const] : []; }) : []);
  const total = category ? (totalAmong(called, titleOf) ?? sumOfAll(sums, called, titleOf)) : undefined;
  const loose = called.filter((code) => code !== total && !isWhole(code));
  const isListed = (code: string): boolean => titleOf(code) !== undefined && !(category && (isSubtotalCode(code, titleOf(code)) || isTotalCode(code, titleOf(code))));
  const subtotals = category ? loose.filter((code) => isSubtotalCode(code, titleOf(code)) || (sums.has(code) && !isListed(code))) : [];
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
  const units = new Set(called.flatMap((code) => namesOf(code, titleOf(code)).flatMap((of) => { const unit = unitIn(of); return unit && !unit.isOne ? [unit.width] : []; })));
  const [found, ...more] = [...sums].filter(([, { isOne }]) => !isOne);
  if (!found || more.length > 0 || units.size > 1) return undefined;
  const [code, { width }] = found;
  return [...sums.values()].some((other) => other.isOne && other.width <= width) ? undefined : code;
}

/** Null where it is not called the sum of what the column's values are parts of. */
function sumOf(column: NamedColumn, code: string, title?: string): SumOf | null {
  const names = [column.name, column.title].map(words);
  const narrowest = Math.max(-1, ...names.filter((name) => isOfPlaces(name, column)).flat().map(unitOf));
  for (const of of namesOf(code, title)) {
    const unit = unitIn(of);
    if (unit && unit.width <= narrowest) return unit;
    if (names.some((name) => name.join(' ') === of)) return { width: UNITS.length, isOne: false };
  }
  return null;
}

/** Whether a column that is called so has places and not what is counted of them: `Nama Desa`, `Desa/Kelurahan`, but not `Pembagian Kecamatan`, unless it takes the codes of a list. */
const isOfPlaces = (name: readonly string[], { list }: NamedColumn): boolean => Boolean(list) || (/^(?:nama|kode)$/.test(name[0] ?? '') && unitOf(name[1] ?? '') >= 0) || name.every((word) => unitOf(word) >= 0);

/** What a sum is called the sum of, by its code and by its title. */
const namesOf = (code: string, title = ''): string[] => [code, title].flatMap((text) => {
  const { after, before } = SUM_OF.exec(words(text).join(' '))?.groups ?? {};
  return after ?? before ?? [];
});

/** The unit that it begins with; `Kabupaten/Kota` names none of them. */
function unitIn(of: string): SumOf | null {
  const [width = -1, ...rest] = of.split(' ').map(unitOf);
  return width < 0 ? null : { width, isOne: rest.includes(-1) };
}

const unitOf = (word: string): number => UNITS.findIndex((one) => one.test(word));
