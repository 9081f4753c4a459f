import type { Text } from 'tertib';
import type { Variable } from '../datasets/dataset.types.js';
import type { OfficeCode } from './code-list.types.js';
import { REGION_SCHEME } from './region-scheme.js';
import { isValid, type CodeTable, type Span } from './code-table.js';

/** Why a code that somebody knows is none that a column takes. */
export interface Refused {
  readonly name: string;
  /** The last day that it was valid, or the first that it will be. */
  readonly until?: string | undefined;
  readonly from?: string | undefined;
  readonly replacedBy?: string | undefined;
  /** Where it is another list's code for the same thing: that list, and what to write here. */
  readonly of?: Text | undefined;
  readonly here?: { readonly code: string; readonly list: Text } | undefined;
}

/** What a column takes. Plain data: it goes to the process that checks large tables as well. */
export interface ColumnCodes {
  /** What its list is called; null where the data list itself names the codes. */
  readonly list: Text | null;
  /** Valid codes with their names. */
  readonly names: ReadonlyMap<string, string>;
  /** Of those that lie in another valid one: which. */
  readonly parents: ReadonlyMap<string, string>;
  readonly refused: ReadonlyMap<string, Refused>;
}

/** By the column's name; a column without codes takes any text. */
export type CodesByColumn = ReadonlyMap<string, ColumnCodes>;

/** The list that a column's codes are of, if any. */
export const schemeOf = ({ list, type }: Pick<Variable, 'list' | 'type'>): string | null => list ?? (type === 'region' ? REGION_SCHEME : null);

/** Whether a column takes codes of some list alone. */
export const hasCodes = (variable: Pick<Variable, 'list' | 'type' | 'codes'>): boolean => schemeOf(variable) !== null || Boolean(variable.codes?.length);

/** So many for each list: a long one takes some 20 MB for each of its eras. What is about other years than most is worked out anew. */
const KEPT = 3;

interface Kept {
  readonly era: string;
  readonly paired: CodeTable | undefined;
  readonly codes: ColumnCodes;
}

/** Of a list as it is in one version, those that were asked for last at the front. */
const kept = new WeakMap<CodeTable, readonly Kept[]>();

/** {@link codesOfList}, worked out once for all spans of which the list says the same. */
export function codesAt(table: CodeTable, span: Span, paired: CodeTable | undefined): ColumnCodes {
  const era = table.eraOf(span);
  const before = kept.get(table) ?? [];
  const found = before.find((one) => one.era === era && one.paired === paired) ?? { era, paired, codes: codesOfList(table, span, paired) };
  kept.set(table, [found, ...before.filter((one) => one !== found)].slice(0, KEPT));
  return found.codes;
}

/** What a list says of a span of days. */
export function codesOfList(table: CodeTable, span: Span, paired: CodeTable | undefined): ColumnCodes {
  const names = new Map<string, string>();
  const refused = new Map<string, Refused>();
  const parents = new Map<string, string>();
  for (const code of table.codes) {
    if (isValid(code, span)) names.set(code.code, code.title.id);
    else refused.set(code.code, outOfTime(code, span));
    // What lies in another one stands after it.
    if (code.parent !== null && names.has(code.code) && names.has(code.parent)) parents.set(code.code, code.parent);
  }
  for (const [foreign, own] of pairsOf(table, paired)) {
    if (!paired || names.has(foreign) || refused.has(foreign)) continue;
    const code = table.get(own);
    const now = code && !names.has(own) && code.replacedBy && names.has(code.replacedBy) ? code.replacedBy : own;
    if (names.has(now)) refused.set(foreign, { name: paired.get(foreign)?.title.id ?? names.get(now) ?? '', of: paired.facts.title, here: { code: now, list: table.facts.title } });
  }
  return { list: table.facts.title, names, parents, refused };
}

/** The codes of the other list with those of this one, whichever of the two says so. */
export function pairsOf(table: CodeTable, other: CodeTable | undefined): [foreign: string, own: string][] {
  if (!other) return [];
  const theirs = other.facts.pairedWith === table.facts.scheme;
  return (theirs ? other : table).codes.flatMap(({ code, pair }): [string, string][] => (pair ? [theirs ? [code, pair] : [pair, code]] : []));
}

/** Codes that the data list itself names, called as it calls them, or else as the column's list does; what lies in what is the list's to say. */
export function codesNamed({ codes, meanings }: Pick<Variable, 'codes' | 'meanings'>, of: ColumnCodes | undefined): ColumnCodes {
  const names = new Map((codes ?? []).map((code) => [code, meanings?.[code] ?? of?.names.get(code) ?? '']));
  const parents = [...names.keys()].flatMap((code): [string, string][] => { const parent = of?.parents.get(code); return parent !== undefined && names.has(parent) ? [[code, parent]] : []; });
  return { list: null, names, parents: new Map(parents), refused: new Map() };
}

/** One of these codes. */
export function codeNamed(code: string, { meanings }: Pick<Variable, 'meanings'>, table: CodeTable | undefined): OfficeCode {
  const meaning = meanings?.[code];
  const listed = table?.get(code);
  return meaning === undefined ? (listed ?? { code, title: { id: '', en: '' }, parent: null }) : { code, title: { id: meaning, en: meaning }, parent: null };
}

/** What a code is called, whether or not it may be written now. */
export function titleOf(code: string, variable: Pick<Variable, 'codes' | 'meanings'>, table: CodeTable | undefined): Text | null {
  const known = variable.codes?.includes(code) ? codeNamed(code, variable, table) : table?.get(code);
  return known && known.title.id !== '' ? known.title : null;
}

function outOfTime({ title, validFrom, validTo, replacedBy }: OfficeCode, { from }: Span): Refused {
  return validTo !== undefined && validTo < from ? { name: title.id, until: validTo, replacedBy } : { name: title.id, from: validFrom };
}
