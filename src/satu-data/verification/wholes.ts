import { hasCodes, type ColumnCodes } from '../code-lists/column-codes.js';
import { isSubtotalCode, isTotalCode } from '../code-lists/total-code.js';
import { isAdditive } from '../datasets/additivity.js';
import type { Variable } from '../datasets/dataset.types.js';
import { measuresOf } from '../datasets/measures.js';
import { grouped } from '../shared/grouped.js';
import type { Described } from './finding.js';
import { calledCode } from './row-names.js';

/** A code, and those that make it up: the regencies of a province; `L` and `P` of `Jumlah`. */
export interface Whole {
  readonly code: string;
  readonly parts: readonly string[];
}

/** As it is told. */
export interface NamedWhole {
  readonly name: string;
  readonly parts: readonly string[];
}

/** Measures of which the rows of parts add up to the row of their whole. */
export const addedUp = (dataset: Described): Variable[] => measuresOf(dataset.variables).filter((one) => isAdditive(one) && !periodsOf(dataset).includes(one.name));

/** Keys whose codes may lie in one another, or have one for all of them. */
export const layeredKeys = (variables: readonly Variable[]): Variable[] => variables.filter((one) => one.key && hasCodes(one));

/** What else has to be the same in the row of a whole and those of its parts: the other keys, and the period, where that is none. */
export const sameBeside = (dataset: Described, column: string): string[] => dataset.variables.filter(({ name, key }) => name !== column && (key || periodsOf(dataset).includes(name))).map(({ name }) => name);

const periodsOf = ({ rules }: Described): string[] => rules.flatMap((rule) => ((rule.kind === 'grid' || rule.kind === 'outlier') && rule.period ? [rule.period] : []));

/** The regions that a data set expects. */
const expectedOf = ({ rules }: Described, column: string): ReadonlySet<string> => new Set(rules.flatMap((rule) => (rule.kind === 'grid' && rule.region === column ? rule.regions : [])));

/**
 * Wholes in a table whose parts are all there, by what is expected of it, else by the list. Where one of them is missing, nothing can be told of their sum; nor
 * where a whole is expected with some of its parts alone, as a province beside one of its regencies.
 */
export function wholesOf(dataset: Described, column: string, codes: ColumnCodes, present: ReadonlySet<string>): Whole[] {
  const expected = expectedOf(dataset, column);
  const within = partsIn(codes);
  return [...present].flatMap((code): Whole[] => {
    const listed = within.get(code) ?? (isTotal(code, codes) ? besideTotal(code, codes) : []);
    const asked = listed.filter((part) => expected.has(part));
    if (asked.length > 0 && asked.length < listed.length && expected.has(code)) return [];
    const parts = asked.length > 0 ? asked : listed;
    return parts.length > 0 && parts.every((part) => present.has(part)) ? [{ code, parts }] : [];
  });
}

type Parts = ReadonlyMap<string, readonly string[]>;
const known = new WeakMap<ColumnCodes['parents'], Parts>();

/** What lies in each code. Looked up once for a list: that of regions has 90,000, and a producer's 50 tables ask for it one after another. */
function partsIn({ parents }: ColumnCodes): Parts {
  let parts = known.get(parents);
  if (!parts) {
    parts = new Map([...grouped([...parents], ([, whole]) => whole)].map(([whole, all]) => [whole, all.map(([part]) => part)]));
    known.set(parents, parts);
  }
  return parts;
}

export const namedWhole = ({ code, parts }: Whole, { names }: ColumnCodes): NamedWhole => ({ name: calledCode(code, names.get(code)), parts: parts.map((part) => names.get(part) || part) });

const isTotal = (code: string, { names }: ColumnCodes): boolean => isTotalCode(code, names.get(code));

/** Whether any of a list's codes is made up of others: of most lists none is. */
export const hasWholes = (codes: ColumnCodes): boolean => codes.parents.size > 0 || [...codes.names.keys()].some((code) => isTotal(code, codes));

/** All others that lie where the total does; subtotals are made up of them. */
const besideTotal = (total: string, codes: ColumnCodes): string[] => [...codes.names.keys()].filter((code) => codes.parents.get(code) === codes.parents.get(total) && !isTotal(code, codes) && !isSubtotalCode(code, codes.names.get(code)));
