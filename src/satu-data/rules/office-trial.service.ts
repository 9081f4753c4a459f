import { Injectable } from '@nestjs/common';
import { Transactions } from 'tertib';
import { IsNull, Not } from 'typeorm';
import { ADJUSTABLE_RULES, type RuleSettings } from '../datasets/rule-settings.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { DeliveriesService } from '../deliveries/deliveries.service.js';
import type { Work } from '../large/background-runs.js';
import type { TrialEntity } from '../trials/trial.entity.js';
import { Trials } from '../trials/trials.service.js';
import { timesBroken, type Looked } from '../verification/looked.js';
import { VerificationService } from '../verification/verification.service.js';
import { OfficeRules, settingsIn } from './office-rules.service.js';
import type { OfficeTrial } from './rules.schemas.js';

/** Tables that are tried at once, the newest; one is in memory at a time. */
const MOST = 200;
const TOLD = 3;

/** What other settings would have found in the tables that count now. Nothing is kept. */
@Injectable()
export class OfficeTrials {
  constructor(
    private readonly database: Transactions,
    private readonly rules: OfficeRules,
    private readonly deliveries: DeliveriesService,
    private readonly verification: VerificationService,
    private readonly trials: Trials,
  ) {}

  async begin(written: RuleSettings): Promise<TrialEntity> {
    const settings = settingsIn(written);
    const before = await this.rules.current();
    return this.trials.begin((running) => this.of(before, settings, running));
  }

  private async of(before: RuleSettings, settings: RuleSettings, { signal, progress }: Parameters<Work<unknown>>[0]): Promise<OfficeTrial> {
    const [tried, tables] = await this.database.read.findAndCount(DatasetEntity, { where: { deliveryId: Not(IsNull()) }, order: { updatedAt: 'DESC', id: 'DESC' }, take: MOST });
    const counts = new Map(ADJUSTABLE_RULES.map((rule) => [rule, { rule, before: 0, after: 0, examples: [] as OfficeTrial['rules'][number]['examples'] }]));
    for (const [index, dataset] of tried.entries()) {
      signal.throwIfAborted();
      const [now, then] = await this.both(dataset, [before, settings], { signal, progress: (fraction) => progress((index + fraction) / tried.length) });
      for (const [rule, count] of counts) {
        count.before += timesBroken(now, rule);
        count.after += timesBroken(then, rule);
        for (const { message } of then.findings.filter((one) => one.rule === rule)) if (count.examples.length < TOLD) count.examples.push({ dataset: dataset.title, message: { ...message } });
      }
    }
    return { tables: tried.length, left: tables - tried.length, rules: [...counts.values()] };
  }

  private async both(dataset: DatasetEntity, [before, after]: readonly [RuleSettings, RuleSettings], { signal, progress }: Parameters<Work<unknown>>[0]): Promise<[Looked, Looked]> {
    const table = await this.deliveries.table(dataset.deliveryId ?? '');
    if (!table) return [NOTHING, NOTHING];
    const look = (settings: RuleSettings, part: number) => this.verification.look(dataset, table, table.deliveryId, { signal, progress: (fraction) => progress((part + fraction) / 2) }, settings);
    return [await look(before, 0), await look(after, 1)];
  }
}

const NOTHING: Looked = { findings: [], cuts: [], judged: [] };
