import { levelOf } from '../code-lists/code-level.js';
import type { OfficeCode } from '../code-lists/code-list.types.js';
import type { CodeTable } from '../code-lists/code-table.js';
import { codeNamed } from '../code-lists/column-codes.js';
import { namedSums, type NamedSums } from '../code-lists/named-sums.js';
import { totalAmong } from '../code-lists/total-code.js';
import type { Variable } from '../datasets/dataset.types.js';
import type { ListedCode, ListedColumn } from './places.js';

/**
 * What a list says of the values of a column that are in tables, newest first; where one of them stands for all the others, those lie in it. What a value's name makes of it is said by the newest table
 * that has it, as if that were the only one, as it is where it is published: another year's rows make no other total of this year's.
 */
export function listedColumn(variable: Variable, tables: readonly (readonly string[])[], table: CodeTable | undefined): ListedColumn {
  const judged = new Map<string, NamedSums>();
  const told = tables.map((values) => {
    const there = [...new Set(values)];
    const codes = codesOf(variable, there, table);
    const sums = namedSums(variable, there, (value) => codes.get(value)?.title.id, wholesOf(codes));
    for (const value of there) if (!judged.has(value)) judged.set(value, sums);
    return { codes, sums };
  });
  const codes = new Map(told.flatMap((one) => [...one.codes]));
  const those = (of: (sums: NamedSums) => readonly string[]): string[] => told.flatMap(({ sums }) => of(sums).filter((value) => judged.get(value) === sums));
  const [totals, subtotals, unclear] = [those(({ total }) => (total === undefined ? [] : [total])), those((sums) => sums.subtotals), those((sums) => sums.unclear)];
  return { codes: [...(totals.length === 0 ? codes : within(outwards(totals, codes), subtotals, codes, [...judged.keys()]))], levels: table?.facts.levels.map(({ title }) => title) ?? [], subtotals, unclear };
}

/** Of values and of what they lie in. */
function codesOf(variable: Variable, values: readonly string[], table: CodeTable | undefined): ReadonlyMap<string, ListedCode> {
  const codes = new Map<string, ListedCode>();
  const put = (code: OfficeCode): void => {
    const outer = code.parent === null ? undefined : table?.get(code.parent);
    codes.set(code.code, { title: code.title, parent: outer?.code ?? null, level: table ? levelOf(table, code) : 1 });
    if (outer && !codes.has(outer.code)) put(outer);
  };
  for (const value of values) {
    const code = variable.codes?.includes(value) ? codeNamed(value, variable, table) : table?.get(value);
    if (code) put(code);
  }
  for (const whole of new Set([...codes.values()].flatMap(({ parent }) => parent ?? []))) {
    const listed = codes.get(whole);
    if (listed && table) codes.set(whole, { ...listed, parts: table.within(whole).map(({ code, validFrom, validTo }) => ({ code, ...(validFrom && { validFrom }), ...(validTo && { validTo }) })) });
  }
  return codes;
}

function wholesOf(codes: ReadonlyMap<string, ListedCode>): (code: string) => boolean {
  const wholes = new Set([...codes.values()].flatMap(({ parent }) => parent ?? []));
  return (code) => wholes.has(code);
}

/** What several tables call their total, each its own: what most surely is one comes last, as in a table that has them all. */
function outwards(totals: readonly string[], codes: ReadonlyMap<string, ListedCode>): string[] {
  const surest = totals.length > 1 ? totalAmong(totals, (code) => codes.get(code)?.title.id) : undefined;
  return surest === undefined ? [...totals] : [...outwards(totals.filter((one) => one !== surest), codes), surest];
}

/** Where values stand for all the others, these lie in them; but what stands for some of them only is no part of them beside those. */
function within(totals: readonly string[], subtotals: readonly string[], codes: ReadonlyMap<string, ListedCode>, there: readonly string[]): Map<string, ListedCode> {
  const unlisted = (code: string): ListedCode => ({ title: { id: code, en: code }, parent: null, level: 1 });
  const all = new Map(there.map((code) => [code, codes.get(code) ?? unlisted(code)]));
  const outside = new Set(subtotals);
  const above = (code: string, { parent, ...listed }: ListedCode): ListedCode => {
    const place = totals.indexOf(code);
    if (place >= 0) return { ...listed, parent: totals[place + 1] ?? null, level: totals.length - place };
    return { ...listed, parent: parent ?? (outside.has(code) ? null : (totals[0] as string)), level: listed.level + totals.length };
  };
  return new Map([...codes, ...all].map(([code, listed]) => [code, above(code, listed)]));
}
