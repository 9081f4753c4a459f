import { Injectable } from '@nestjs/common';
import { Problem, type Text } from 'tertib';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import type { Variable } from '../datasets/dataset.types.js';
import type { TableRow } from '../tables/index.js';
import { CodeBook } from './code-book.service.js';
import { ColumnChoice, type Offer } from './column-choice.js';
import { hasCodes, schemeOf, titleOf } from './column-codes.js';
import type { CodeTable, Span } from './code-table.js';
import { PeriodCodes } from './period-codes.service.js';

type Asked = Pick<DatasetEntity, 'variables' | 'rules' | 'dataPeriod' | 'periodId'>;

/** Names by column and code. */
export type CodeTitles = Record<string, Record<string, Text>>;

/** Rows of a table with what it is a table of. */
export interface Coded {
  readonly dataset: Pick<Asked, 'variables'>;
  readonly rows: readonly TableRow[];
}

/** As many as are shown at once; a list that has no more is whole with the first page. */
const PAGE = 50;

/** The codes that people may write into a table, while they write it: the same that the check takes. */
@Injectable()
export class ColumnChoices {
  constructor(
    private readonly book: CodeBook,
    private readonly codes: PeriodCodes,
  ) {}

  async page(dataset: Asked, column: string, { text, offset }: { readonly text: string; readonly offset: number }): Promise<{ items: Offer[]; count: number; more: boolean }> {
    const choice = await this.choice(dataset, column);
    const found = choice.find(text);
    return { items: found.slice(offset, offset + PAGE).map((one) => choice.offer(one)), count: found.length, more: found.length > offset + PAGE };
  }

  /** What is meant by texts that were typed or pasted; what could be several codes, or none, is left out. */
  async meant(dataset: Asked, column: string, texts: readonly string[]): Promise<Record<string, string>> {
    return (await this.choice(dataset, column)).meant(texts);
  }

  /** The codes that columns take in the period of the data, of those columns that take no more than so many. */
  async few(dataset: Pick<Asked, 'variables' | 'dataPeriod' | 'periodId'>, most: number): Promise<ReadonlyMap<string, readonly string[]>> {
    const columns = await this.codes.of(dataset);
    return new Map([...columns].flatMap(([name, { names }]) => (names.size > 0 && names.size <= most ? [[name, [...names.keys()]] as const] : [])));
  }

  /** What the codes in these rows are called. */
  async titles(dataset: Pick<Asked, 'variables'>, rows: readonly TableRow[]): Promise<CodeTitles> {
    const [titles = {}] = await this.titlesOf([{ dataset, rows }]);
    return titles;
  }

  /** Of many tables, each in its place; the lists are asked for once, however many there are. */
  async titlesOf(tables: readonly Coded[]): Promise<CodeTitles[]> {
    const coded = tables.map(({ dataset, rows }) => (rows.length === 0 ? [] : dataset.variables.filter(hasCodes)));
    const lists = await this.book.tablesOf(coded.flat().flatMap((one) => schemeOf(one) ?? []));
    return tables.map(({ rows }, index) => Object.fromEntries((coded[index] ?? []).map((one) => [one.name, titlesIn(rows, one, lists.get(schemeOf(one) ?? ''))])));
  }

  /** @throws not found for a column that the table does not have, or that takes any text. */
  private async choice(dataset: Asked, column: string): Promise<ColumnChoice> {
    const variable = dataset.variables.find(({ name }) => name === column);
    if (!variable || !hasCodes(variable)) throw Problem.notFound();
    return this.choiceOf(dataset, variable, await this.codes.span(dataset));
  }

  private async choiceOf({ rules }: Asked, variable: Variable, span: Span): Promise<ColumnChoice> {
    const scheme = schemeOf(variable);
    const expected = rules.flatMap((rule) => (rule.kind === 'grid' && rule.region === variable.name ? rule.regions : []));
    return new ColumnChoice(scheme ? await this.book.table(scheme) : undefined, span, variable, expected);
  }
}

function titlesIn(rows: readonly TableRow[], variable: Variable, list: CodeTable | undefined): Record<string, Text> {
  const codes = new Set(rows.flatMap((row) => row[variable.name] ?? []));
  return Object.fromEntries([...codes].flatMap((code) => { const title = titleOf(code, variable, list); return title ? [[code, title] as const] : []; }));
}
