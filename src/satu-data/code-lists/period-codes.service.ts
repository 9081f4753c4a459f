import { Injectable } from '@nestjs/common';
import { Transactions } from 'tertib';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import type { Variable } from '../datasets/dataset.types.js';
import { PeriodEntity } from '../periods/period.entity.js';
import { CodeBook } from './code-book.service.js';
import { codesAt, codesNamed, schemeOf, type CodesByColumn, type ColumnCodes } from './column-codes.js';
import type { CodeTable, Span } from './code-table.js';
import { dataSpan } from './data-span.js';

type Described = Pick<DatasetEntity, 'variables' | 'dataPeriod' | 'periodId'>;

/** What the columns of a data set take in the period of its data: the same for the template, the check and whoever else asks. */
@Injectable()
export class PeriodCodes {
  constructor(
    private readonly database: Transactions,
    private readonly book: CodeBook,
  ) {}

  async of({ variables, dataPeriod, periodId }: Described): Promise<CodesByColumn> {
    const span = await this.span({ dataPeriod, periodId });
    const found = await Promise.all(variables.map(async (variable) => [variable.name, await this.column(variable, span)] as const));
    return new Map(found.flatMap(([name, codes]) => (codes ? [[name, codes] as const] : [])));
  }

  /** The days that the data are about. */
  async span({ dataPeriod, periodId }: Pick<Described, 'dataPeriod' | 'periodId'>): Promise<Span> {
    const { year } = await this.database.read.findOneByOrFail(PeriodEntity, { id: periodId });
    return dataSpan(dataPeriod, year);
  }

  private async column(variable: Variable, span: Span): Promise<ColumnCodes | undefined> {
    const scheme = schemeOf(variable);
    const table = scheme ? await this.book.table(scheme) : undefined;
    // A list that is not there takes nothing, rather than everything.
    const listed = table ? await this.listed(table, span) : scheme ? { list: { id: scheme, en: scheme }, names: new Map(), parents: new Map(), refused: new Map() } : undefined;
    return variable.codes?.length ? codesNamed(variable, listed) : listed;
  }

  private async listed(table: CodeTable, span: Span): Promise<ColumnCodes> {
    return codesAt(table, span, await this.book.paired(table));
  }
}
