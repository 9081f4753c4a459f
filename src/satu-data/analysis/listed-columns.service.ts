import { Injectable } from '@nestjs/common';
import { CodeBook } from '../code-lists/code-book.service.js';
import { levelOf } from '../code-lists/code-level.js';
import type { OfficeCode } from '../code-lists/code-list.types.js';
import type { CodeTable } from '../code-lists/code-table.js';
import { codeNamed, hasCodes, schemeOf } from '../code-lists/column-codes.js';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import type { Variable } from '../datasets/dataset.types.js';
import type { TableTexts } from './opened.js';
import type { ListedCode, ListedColumn, ListedColumns } from './places.js';

type Described = Pick<DatasetEntity, 'variables' | 'rules'>;

/** Looks up what the lists of codes say of the codes in tables. */
@Injectable()
export class ListedCodes {
  constructor(private readonly book: CodeBook) {}

  /** In which version each list is that the columns use: where one is another, figures may be others. */
  async versions({ variables }: Described): Promise<Record<string, number>> {
    const schemes = new Set(variables.map(schemeOf));
    return Object.fromEntries((await this.book.all()).flatMap(({ scheme, version }) => (schemes.has(scheme) ? [[scheme, version] as const] : [])));
  }

  /** Of the codes that are in the tables, and of those that the data list asks for. */
  async of({ variables, rules }: Described, texts: readonly TableTexts[]): Promise<ListedColumns> {
    const columns = await Promise.all(variables.filter(hasCodes).map(async (variable) => {
      const scheme = schemeOf(variable);
      const expected = rules.flatMap((rule) => (rule.kind === 'grid' && rule.region === variable.name ? rule.regions : []));
      return [variable.name, listedColumn(variable, [...valuesIn(texts, variable.name), ...expected], scheme ? await this.book.table(scheme) : undefined)] as const;
    }));
    return Object.fromEntries(columns);
  }
}

function listedColumn(variable: Variable, values: readonly string[], table: CodeTable | undefined): ListedColumn {
  const codes = new Map<string, ListedCode>();
  const put = (code: OfficeCode): void => {
    const outer = code.parent === null ? undefined : table?.get(code.parent);
    codes.set(code.code, { title: code.title, parent: outer?.code ?? null, level: table ? levelOf(table, code) : 1 });
    if (outer && !codes.has(outer.code)) put(outer);
  };
  for (const value of new Set(values)) {
    const code = variable.codes?.includes(value) ? codeNamed(value, variable, table) : table?.get(value);
    if (code) put(code);
  }
  return { codes: [...codes], levels: table?.facts.levels.map(({ title }) => title) ?? [] };
}

/** The values of a column in rows that are still text: to read them all here would keep everybody waiting. */
function* valuesIn(texts: readonly TableTexts[], column: string): Generator<string> {
  const name = JSON.stringify(column).replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const cell = new RegExp(String.raw`${name}:("(?:[^"\\]|\\.)*")`, 'g');
  for (const { rows, added } of texts) for (const text of added ? [rows, added.head] : [rows]) for (const [, value = '""'] of text.matchAll(cell)) yield JSON.parse(value) as string;
}
