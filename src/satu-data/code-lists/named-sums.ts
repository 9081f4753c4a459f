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

/** A column of a table, as far as its name tells what its values are. */
export type NamedColumn = Pick<Variable, 'name' | 'title' | 'type' | 'key'>;

/** A key that is no region: one of its values may stand for all the others. */
export const isCategory = ({ key, type }: Pick<Variable, 'key' | 'type'>): boolean => key && type === 'string';

const SUM = '(?:jumlah|total|jml|jlh)';
const CALLED_SUM = new RegExp(`^(?:(?:sub|grand) ?)?${SUM}(?: |$)|(?:^| )${SUM}$`);
const SUM_OF = new RegExp(`^${SUM} (?<after>.+)$|^(?<before>.+) ${SUM}$`);

/** What contains places, widest first; the last ones contain none. */
const UNITS = ['indonesia|nasional', 'provinsi|prov|province', 'kabupaten|kab|kota|regency|city', 'kecamatan|kec|district', 'desa|kelurahan|nagari|kampung|village', 'wilayah|daerah|lokasi|puskesmas|sekolah|pasar|opd|dinas|instansi'].map((words) => new RegExp(`^(?:${words})$`));

const words = (text: string): string[] => text.toLowerCase().split(/[^\p{L}\p{N}+&]+/u).filter(Boolean);

/** Whether its name begins or ends as that of a sum does; it may still be a category of its own, as `Jumlah penduduk miskin` is among indicators. */
export const isCalledSum = (code: string, title = ''): boolean => isTotalCode(code, title) || isSubtotalCode(code, title) || [code, title].some((text) => CALLED_SUM.test(words(text).join(' ')));

/**
 * What the names of a column's values say. `Jumlah` of what the column itself is called, or of what contains its places, is a sum of the others
 * (`Jumlah Kabupaten` in a column of districts), the widest one of all of them; where it names one of them (`Total Kecamatan Betara`), others may lie
 * elsewhere. `Jumlah` of anything else may be a category (`Jumlah Desa` among indicators).
 *
 * @param titleOf - what its list calls a code; undefined where no list has it. @param isWhole - whether others lie in it by the list.
 */
export function namedSums(column: NamedColumn, values: readonly string[], titleOf: (code: string) => string | undefined, isWhole: (code: string) => boolean): NamedSums {
  const called = values.filter((code) => isCalledSum(code, titleOf(code)));
  if (!column.key || called.length === 0) return NO_SUMS;
  const category = isCategory(column);
  const sums = new Map(category ? called.flatMap((code) => { const sum = sumOf(column, code, titleOf(code)); return sum ? [[code, sum] as const] : []; }) : []);
  const total = category ? (totalAmong(called, titleOf) ?? widest(sums)) : undefined;
  const loose = called.filter((code) => code !== total && !isWhole(code));
  const subtotals = category ? loose.filter((code) => isSubtotalCode(code, titleOf(code)) || sums.has(code)) : [];
  const known = (code: string): boolean => titleOf(code) !== undefined && !subtotals.includes(code) && !(category && isTotalCode(code, titleOf(code)));
  return { total, subtotals, unclear: loose.filter((code) => !known(code)) };
}

interface SumOf {
  /** How wide that is of which it is the sum, 0 widest. */
  readonly width: number;
  /** Whether it names one of several such: others may lie elsewhere. */
  readonly isOne: boolean;
}

/** The one that none is as wide as. */
function widest(sums: ReadonlyMap<string, SumOf>): string | undefined {
  const least = Math.min(...[...sums.values()].map(({ width }) => width));
  const [found, ...more] = [...sums].filter(([, { width }]) => width === least);
  return found && more.length === 0 && !found[1].isOne ? found[0] : undefined;
}

/** Null where it is not called the sum of what the column's values are parts of. */
function sumOf(column: NamedColumn, code: string, title = ''): SumOf | null {
  const names = [column.name, column.title].map(words);
  const own = Math.max(-1, ...names.flat().map(unitOf));
  for (const text of [code, title]) {
    const { after, before } = SUM_OF.exec(words(text).join(' '))?.groups ?? {};
    const of = after ?? before;
    if (of === undefined) continue;
    if (names.some((name) => name.join(' ') === of)) return { width: UNITS.length, isOne: false };
    const [first = '', ...rest] = of.split(' ');
    const unit = unitOf(first);
    if (unit >= 0 && unit <= own && unit < UNITS.length - 1) return { width: unit, isOne: rest.length > 0 };
  }
  return null;
}

const unitOf = (word: string): number => UNITS.findIndex((one) => one.test(word));
