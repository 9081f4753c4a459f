import { Injectable } from '@nestjs/common';
import { Transactions } from 'tertib';
import { IsNull, Not } from 'typeorm';
import { LastYear } from '../changes/last-year.service.js';
import { PeriodCodes } from '../code-lists/period-codes.service.js';
import { ADJUSTABLE_RULES, type RuleSettings } from '../datasets/rule-settings.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { DeliveriesService } from '../deliveries/deliveries.service.js';
import { rejectAll } from '../shared/reject.js';
import type { Finding } from '../verification/finding.js';
import { IN_MEMORY } from '../verification/verification.service.js';
import { verify } from '../verification/verify.js';
import { OfficeRules, problemsOf } from './office-rules.service.js';
import type { OfficeTrial } from './rules.schemas.js';

/** Tables that are tried at once: some seconds, one table in memory at a time. */
const MOST = 200;
const TOLD = 3;

/** What other settings would have found in the tables that count now. Nothing is kept. */
@Injectable()
export class OfficeTrials {
  constructor(
    private readonly database: Transactions,
    private readonly rules: OfficeRules,
    private readonly deliveries: DeliveriesService,
    private readonly lastYear: LastYear,
    private readonly codes: PeriodCodes,
  ) {}

  async of(settings: RuleSettings): Promise<OfficeTrial> {
    rejectAll(problemsOf(settings));
    const before = await this.rules.current();
    const datasets = await this.database.read.find(DatasetEntity, { where: { deliveryId: Not(IsNull()) }, order: { updatedAt: 'DESC', id: 'DESC' } });
    const sizes = await this.deliveries.rowCounts(datasets.flatMap(({ deliveryId }) => deliveryId ?? []));
    const short = datasets.filter(({ deliveryId }) => (sizes.get(deliveryId ?? '') ?? Infinity) <= IN_MEMORY).slice(0, MOST);
    const counts = new Map(ADJUSTABLE_RULES.map((rule) => [rule, { rule, before: 0, after: 0, examples: [] as OfficeTrial['rules'][number]['examples'] }]));
    for (const dataset of short) {
      const [now, then] = await this.both(dataset, before, settings);
      for (const [rule, count] of counts) {
        const found = then.filter((one) => one.rule === rule);
        count.before += now.filter((one) => one.rule === rule).length;
        count.after += found.length;
        for (const { message } of found) if (count.examples.length < TOLD) count.examples.push({ dataset: dataset.title, message: { ...message } });
      }
    }
    return { tables: short.length, left: datasets.length - short.length, rules: [...counts.values()] };
  }

  private async both(dataset: DatasetEntity, ...all: RuleSettings[]): Promise<[Finding[], Finding[]]> {
    const [table, lastPeriod, codes] = await Promise.all([this.deliveries.table(dataset.deliveryId ?? ''), this.lastYear.table(dataset), this.codes.of(dataset)]);
    const [now = [], then = []] = table ? all.map((settings) => verify(dataset, table, { codes, lastPeriod: lastPeriod?.rows, settings })) : [];
    return [now, then];
  }
}
