import { Injectable } from '@nestjs/common';
import { Problem, type Text } from 'tertib';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import type { Variable } from '../datasets/dataset.types.js';
import type { TableRow } from '../tables/index.js';
import { CodeBook } from './code-book.service.js';
import { ColumnChoice, type Offer } from './column-choice.js';
import { hasCodes, schemeOf } from './column-codes.js';
import type { Span } from './code-table.js';
import { PeriodCodes } from './period-codes.service.js';

type Asked = Pick<DatasetEntity, 'variables' | 'rules' | 'dataPeriod' | 'periodId'>;

/** Names by column and code. */
export type CodeTitles = Record<string, Record<string, Text>>;

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

  /** What the codes in these rows are called. */
  async titles(dataset: Asked, rows: readonly TableRow[]): Promise<CodeTitles> {
    const coded = rows.length === 0 ? [] : dataset.variables.filter(hasCodes);
    const span = coded.length > 0 ? await this.codes.span(dataset) : null;
    const titles = await Promise.all(coded.map(async (variable) => {
      const choice = await this.choiceOf(dataset, variable, span as Span);
      const codes = new Set(rows.flatMap((row) => row[variable.name] ?? []));
      return [variable.name, Object.fromEntries([...codes].flatMap((code) => { const title = choice.titleOf(code); return title ? [[code, title] as const] : []; }))] as const;
    }));
    return Object.fromEntries(titles);
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
