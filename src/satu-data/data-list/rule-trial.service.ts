import { Injectable } from '@nestjs/common';
import { Problem, Transactions } from 'tertib';
import type { z } from 'zod';
import { compareProblems } from '../datasets/compare-problems.js';
import { builtInOf } from '../datasets/built-in-rules.js';
import { DatasetAccess } from '../datasets/dataset-access.js';
import { DataListRow, rulesOf, variablesOf } from '../datasets/data-list.js';
import { ownRulesOf } from '../datasets/own-rules.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { ADJUSTABLE, settingProblems } from '../datasets/rule-settings.js';
import type { CompareRule, Rule, Variable } from '../datasets/dataset.types.js';
import { DeliveriesService } from '../deliveries/deliveries.service.js';
import type { DeliveryTableEntity } from '../deliveries/delivery-table.entity.js';
import type { Work } from '../large/background-runs.js';
import { rejectAll } from '../shared/reject.js';
import type { TrialEntity } from '../trials/trial.entity.js';
import { Trials } from '../trials/trials.service.js';
import type { Running } from '../verification/duckdb/index.js';
import type { RuleName } from '../verification/finding.js';
import { timesBroken, type Looked } from '../verification/looked.js';
import { VerificationService } from '../verification/verification.service.js';
import { ListRowEntity } from './data-list.entities.js';
import type { RuleTrial } from './data-list.schemas.js';
import { ListAccess } from './list-access.js';
import { codeProblems } from './row-problems.js';
import { descriptionProblems } from './table-description.js';

const Tried = DataListRow.pick({ variabel: true, aturanJumlah: true, aturanSendiri: true, aturanBawaan: true, kolomWilayah: true, kolomPeriode: true, wilayahDiharapkan: true, periodeData: true });
/** Rows of a rule that are told word for word. */
const TOLD = 5;

/** What the rules of a row, as somebody is writing them, would have found in the last period's table. Nothing is kept. */
@Injectable()
export class RuleTrials {
  constructor(
    private readonly database: Transactions,
    private readonly access: ListAccess,
    private readonly datasets: DatasetAccess,
    private readonly deliveries: DeliveriesService,
    private readonly verification: VerificationService,
    private readonly trials: Trials,
  ) {}

  async begin(caseId: string, rowId: string, table: Readonly<Record<string, unknown>>): Promise<TrialEntity> {
    await this.access.period(caseId);
    const row = await this.database.read.findOneBy(ListRowEntity, { id: rowId, periodId: caseId });
    if (!row) throw Problem.notFound();
    rejectAll(descriptionProblems(table, 'table'));
    const given = Tried.parse({ ...table, periodeData: row.values['periodeData'] });
    rejectAll(codeProblems(given.variabel).map(({ path, message }) => ({ path: `table.${path}`, message })));
    const last = await this.last(row);
    return this.trials.begin((running) => this.of(last, given, running));
  }

  private async of(last: Last | null, given: z.output<typeof Tried>, { signal, progress }: Parameters<Work<unknown>>[0]): Promise<RuleTrial> {
    const variables = variablesOf(given.variabel);
    const own = ownRulesOf(given.aturanSendiri);
    // Each own rule is one look at a long table; the built-in ones are two.
    const looks = own.length + 2;
    const part = (index: number): Running => ({ signal, progress: (fraction) => progress((index + fraction) / looks) });
    const rules: RuleTrial['rules'] = [];
    for (const [index, rule] of own.entries()) rules.push(await this.tried(rule, variables, last, part(index)));
    const builtIn = builtInOf(given.aturanBawaan);
    const usable = builtIn.length > 0 && builtIn.every((one) => settingProblems(one.rule, one).length === 0);
    const found = last && usable ? await this.checkedBothWays(last, variables, rulesOf(given, variables).filter(({ kind }) => kind !== 'compare'), [part(own.length), part(own.length + 1)]) : null;
    return {
      rows: last?.table.rowCount ?? null, rules,
      builtIn: builtIn.map((one) => ({ title: ADJUSTABLE[one.rule].title, problems: settingProblems(one.rule, one), ...comparedFindings(one.rule, found) })),
    };
  }

  /** Nothing where the asker may not see it: a trial tells what its cells say. */
  private async last({ sourceId }: ListRowEntity): Promise<Last | null> {
    const [dataset] = sourceId ? await this.datasets.comingAlong(await this.database.read.findBy(DatasetEntity, { id: sourceId })) : [];
    const table = dataset?.deliveryId ? await this.deliveries.table(dataset.deliveryId) : null;
    return dataset && table ? { dataset, table } : null;
  }

  /** As verification would: a cell that is wrong by itself is not compared. */
  private async tried(rule: CompareRule, variables: Variable[], last: Last | null, running: Running): Promise<RuleTrial['rules'][number]> {
    const problems = compareProblems(rule, variables);
    if (problems.length > 0 || !last) return { problems, broken: 0, examples: [] };
    const found = await this.looked(last, variables, [rule], running);
    return { problems, broken: timesBroken(found, 'compare'), examples: found.findings.filter((one) => one.rule === 'compare').slice(0, TOLD).map(({ row, message }) => ({ row, message })) };
  }

  /** By the office's settings alone, and by the row's. */
  private async checkedBothWays(last: Last, variables: Variable[], rules: Rule[], [first, second]: readonly [Running, Running]): Promise<Both> {
    return { before: await this.looked(last, variables, rules.filter(({ kind }) => kind !== 'built-in'), first), after: await this.looked(last, variables, rules, second) };
  }

  private looked({ dataset, table }: Last, variables: Variable[], rules: Rule[], running: Running): Promise<Looked> {
    return this.verification.look({ ...dataset, variables, rules }, table, table.deliveryId, running);
  }
}

interface Last {
  readonly dataset: DatasetEntity;
  readonly table: DeliveryTableEntity;
}
interface Both {
  readonly before: Looked;
  readonly after: Looked;
}

function comparedFindings(rule: RuleName, both: Both | null): Pick<RuleTrial['builtIn'][number], 'before' | 'after' | 'examples'> {
  if (!both) return { before: 0, after: 0, examples: [] };
  const after = both.after.findings.filter((one) => one.rule === rule);
  return { before: timesBroken(both.before, rule), after: timesBroken(both.after, rule), examples: after.slice(0, TOLD).map(({ row, message }) => ({ row, message: { ...message } })) };
}
