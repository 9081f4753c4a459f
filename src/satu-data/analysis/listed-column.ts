import { levelOf } from '../code-lists/code-level.js';
import type { OfficeCode } from '../code-lists/code-list.types.js';
import type { CodeTable } from '../code-lists/code-table.js';
import { codeNamed } from '../code-lists/column-codes.js';
import { namedSums, type NamedSums } from '../code-lists/named-sums.js';
import type { Variable } from '../datasets/dataset.types.js';
import type { ListedCode, ListedColumn } from './places.js';

/** What a list says of the values of a column that are in a table; where one of them stands for all the others, those lie in it. */
export function listedColumn(variable: Variable, values: readonly string[], table: CodeTable | undefined): ListedColumn {
  const codes = new Map<string, ListedCode>();
  const put = (code: OfficeCode): void => {
    const outer = code.parent === null ? undefined : table?.get(code.parent);
    codes.set(code.code, { title: code.title, parent: outer?.code ?? null, level: table ? levelOf(table, code) : 1 });
    if (outer && !codes.has(outer.code)) put(outer);
  };
  const there = new Set(values);
  for (const value of there) {
    const code = variable.codes?.includes(value) ? codeNamed(value, variable, table) : table?.get(value);
    if (code) put(code);
  }
  const sums = namedSums(variable, [...there], (value) => codes.get(value)?.title.id, wholesOf(codes));
  return { codes: [...(sums.total === undefined ? codes : within(sums, codes, there))], levels: table?.facts.levels.map(({ title }) => title) ?? [], subtotals: sums.subtotals, unclear: sums.unclear };
}

function wholesOf(codes: ReadonlyMap<string, ListedCode>): (code: string) => boolean {
  const wholes = new Set([...codes.values()].flatMap(({ parent }) => parent ?? []));
  return (code) => wholes.has(code);
}

/** Where a value stands for all the others, they lie in it; but what stands for some of them only is no part of it beside those. */
function within({ total = '', subtotals }: NamedSums, codes: ReadonlyMap<string, ListedCode>, there: ReadonlySet<string>): Map<string, ListedCode> {
  const unlisted = (code: string): ListedCode => ({ title: { id: code, en: code }, parent: null, level: 1 });
  const all = new Map([...there].map((code) => [code, codes.get(code) ?? unlisted(code)]));
  const above = (code: string, { parent }: ListedCode): string | null => parent ?? (code === total || subtotals.includes(code) ? null : total);
  return new Map([...codes, ...all].map(([code, listed]) => [code, code === total ? { ...listed, parent: null, level: 1 } : { ...listed, parent: above(code, listed), level: listed.level + 1 }]));
}
