import { Injectable } from '@nestjs/common';
import { Offices, Transactions } from 'tertib';
import { In } from 'typeorm';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { PeriodEntity } from '../periods/period.entity.js';
import { schemeOf } from './column-codes.js';

/** A data set that is being collected and has codes of a list in its description. */
export interface CodeUse {
  readonly period: string;
  readonly dataset: string;
  readonly producer: string;
  readonly column: string;
  readonly codes: readonly string[];
}

const PAGE = 500;
const RUNNING = ['open', 'collecting', 'processing'] as const;
const TOLD = 50;

/** Where codes are used that are about to end: what is asked for in the periods that run. */
@Injectable()
export class CodeUses {
  constructor(
    private readonly database: Transactions,
    private readonly offices: Offices,
  ) {}

  async of(scheme: string, codes: ReadonlySet<string>): Promise<CodeUse[]> {
    if (codes.size === 0) return [];
    const periods = new Map((await this.database.read.findBy(PeriodEntity, { state: In([...RUNNING]) })).map(({ id, title }) => [id, title]));
    const producers = new Map((await this.offices.all()).map(({ id, name }) => [id, name]));
    const uses: CodeUse[] = [];
    const query = { where: { periodId: In([...periods.keys()]) }, select: { id: true, title: true, periodId: true, officeId: true, variables: true, rules: true }, order: { id: 'ASC' }, take: PAGE } as const;
    for (let skip = 0; uses.length < TOLD; skip += PAGE) {
      const datasets = await this.database.read.find(DatasetEntity, { ...query, skip });
      for (const { title, periodId, officeId, variables, rules } of datasets) {
        for (const variable of variables.filter((one) => schemeOf(one) === scheme)) {
          const expected = rules.flatMap((rule) => (rule.kind === 'grid' && rule.region === variable.name ? rule.regions : []));
          const used = [...new Set([...(variable.codes ?? []), ...expected])].filter((code) => codes.has(code));
          if (used.length > 0) uses.push({ period: periods.get(periodId) ?? '', dataset: title, producer: producers.get(officeId) ?? '', column: variable.title, codes: used.slice(0, TOLD) });
        }
      }
      if (datasets.length < PAGE) break;
    }
    return uses.slice(0, TOLD);
  }
}
