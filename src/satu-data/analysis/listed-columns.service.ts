import { setImmediate as turn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { CodeBook } from '../code-lists/code-book.service.js';
import { hasCodes, schemeOf } from '../code-lists/column-codes.js';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import { isCalledSum, isCategory } from '../code-lists/named-sums.js';
import type { ListedKeys } from '../large/work/key-lines.js';
import { listedColumn } from './listed-column.js';
import type { TableTexts } from './opened.js';
import type { ListedColumn, ListedColumns } from './places.js';

/** So many cells are read at once, in about a millisecond. */
const SLICE = 2_000;

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

  /** Of the codes that are in the tables, this period's first, and of those that the data list asks for. */
  async of({ variables, rules }: Described, texts: readonly TableTexts[]): Promise<ListedColumns> {
    const columns: Record<string, ListedColumn> = {};
    for (const variable of variables.filter((one) => hasCodes(one) || isCategory(one))) {
      const scheme = schemeOf(variable);
      const expected = rules.flatMap((rule) => (rule.kind === 'grid' && rule.region === variable.name ? rule.regions : []));
      const told: string[][] = [];
      for (const text of texts) told.push([...(await valuesIn(text, variable.name)), ...(told.length === 0 ? expected : [])]);
      const listed = listedColumn(variable, told, scheme ? await this.book.table(scheme) : undefined);
      if (listed.codes.length > 0 || listed.unclear.length > 0) columns[variable.name] = listed;
    }
    return columns;
  }

  /** Of the keys, as far as their lists say it, whatever is in the table. */
  async keys({ variables }: Pick<Described, 'variables'>): Promise<ListedKeys> {
    const keys = variables.filter(({ key }) => key);
    return Object.fromEntries(await Promise.all(keys.map(async (variable) => {
      const scheme = schemeOf(variable);
      const table = scheme ? await this.book.table(scheme) : undefined;
      const codes = table?.codes ?? [];
      const titles = [...codes.map(({ code, title }) => [code, title.id] as const), ...(variable.codes ?? []).map((code) => [code, variable.meanings?.[code] ?? table?.get(code)?.title.id ?? ''] as const)];
      return [variable.name, { parents: codes.flatMap(({ code, parent }) => (parent === null ? [] : [[code, parent] as const])), totals: titles.filter(([code, title]) => isCalledSum(code, title)) }] as const;
    })));
  }
}

/** The values of a column in rows that are still text: each is read once, and others get their turn, or everybody would wait for a large table. */
async function valuesIn({ rows, added }: TableTexts, column: string): Promise<string[]> {
  const name = JSON.stringify(column).replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const cell = new RegExp(String.raw`${name}:("(?:[^"\\]|\\.)*")`, 'g');
  const written = new Set<string>();
  let read = 0;
  for (const text of added ? [rows, added.head] : [rows]) {
    for (const [, value = '""'] of text.matchAll(cell)) {
      written.add(value);
      if ((read += 1) % SLICE === 0) await turn();
    }
  }
  return [...written].map((value) => JSON.parse(value) as string);
}
