import { Injectable } from '@nestjs/common';
import { Problem, Transactions } from 'tertib';
import { LastYear } from '../changes/last-year.service.js';
import { PeriodCodes } from '../code-lists/period-codes.service.js';
import { compareProblems } from '../datasets/compare-problems.js';
import { builtInOf } from '../datasets/built-in-rules.js';
import { DataListRow, rulesOf, variablesOf } from '../datasets/data-list.js';
import { ownRulesOf } from '../datasets/own-rules.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { ADJUSTABLE, settingProblems } from '../datasets/rule-settings.js';
import type { CompareRule, Rule, Variable } from '../datasets/dataset.types.js';
import { DeliveriesService } from '../deliveries/deliveries.service.js';
import type { DeliveryTableEntity } from '../deliveries/delivery-table.entity.js';
import { LargeWork } from '../large/large-work.js';
import { OfficeRules } from '../rules/office-rules.service.js';
import { rejectAll } from '../shared/reject.js';
import { checkCompare } from '../verification/check-compare.js';
import { Sheet, type Finding } from '../verification/finding.js';
import { IN_MEMORY } from '../verification/verification.service.js';
import { verify } from '../verification/verify.js';
import { ListRowEntity } from './data-list.entities.js';
import type { RuleTrial } from './data-list.schemas.js';
import { ListAccess } from './list-access.js';
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
    private readonly deliveries: DeliveriesService,
    private readonly lastYear: LastYear,
    private readonly office: OfficeRules,
    private readonly codes: PeriodCodes,
    private readonly work: LargeWork,
  ) {}

  async of(caseId: string, rowId: string, table: Readonly<Record<string, unknown>>): Promise<RuleTrial> {
    await this.access.period(caseId);
    const row = await this.database.read.findOneBy(ListRowEntity, { id: rowId, periodId: caseId });
    if (!row) throw Problem.notFound();
    rejectAll(descriptionProblems(table, 'table'));
    const given = Tried.parse({ ...table, periodeData: row.values['periodeData'] });
    const variables = variablesOf(given.variabel);
    const last = await this.last(row);
    const builtIn = builtInOf(given.aturanBawaan);
    const usable = builtIn.length > 0 && builtIn.every((one) => settingProblems(one.rule, one).length === 0);
    const found = last && usable ? await this.checkedBothWays(last, variables, rulesOf(given, variables).filter(({ kind }) => kind !== 'compare')) : null;
    return {
      rows: last?.table.rowCount ?? null, rules: await Promise.all(ownRulesOf(given.aturanSendiri).map((rule) => this.tried(rule, variables, last?.table ?? null))),
      builtIn: builtIn.map((one) => ({ title: ADJUSTABLE[one.rule].title, problems: settingProblems(one.rule, one), ...comparedFindings(one.rule, found) })),
    };
  }

  private async last({ sourceId }: ListRowEntity): Promise<Last | null> {
    const dataset = sourceId ? await this.database.read.findOneBy(DatasetEntity, { id: sourceId }) : null;
    const table = dataset?.deliveryId ? await this.deliveries.table(dataset.deliveryId) : null;
    return dataset && table && { dataset, table };
  }

  private async tried(rule: CompareRule, variables: readonly Variable[], last: DeliveryTableEntity | null): Promise<RuleTrial['rules'][number]> {
    const problems = compareProblems(rule, variables);
    if (problems.length > 0 || !last) return { problems, broken: 0, examples: [] };
    const { broken, findings } = last.largeId ? await this.work.tryRule(rule, variables, last) : inMemory(rule, variables, last);
    return { problems, broken, examples: findings.slice(0, TOLD).map(({ row, message }) => ({ row, message })) };
  }

  /** By the office's settings alone, and by the row's. A long table is tried by its first rows: whoever sets a tolerance waits for the answer. */
  private async checkedBothWays({ dataset, table }: Last, variables: Variable[], rules: Rule[]): Promise<Both> {
    const [office, lastPeriod, codes] = await Promise.all([this.office.current(), this.lastYear.table(dataset), this.codes.of({ ...dataset, variables })]);
    const part = { ...table, rows: table.rows.slice(0, IN_MEMORY) };
    const context = { codes, lastPeriod: lastPeriod?.rows, settings: office };
    return { before: verify({ variables, rules: rules.filter(({ kind }) => kind !== 'built-in') }, part, context), after: verify({ variables, rules }, part, context) };
  }
}

interface Last {
  readonly dataset: DatasetEntity;
  readonly table: DeliveryTableEntity;
}
interface Both {
  readonly before: readonly Finding[];
  readonly after: readonly Finding[];
}

function comparedFindings(rule: string, both: Both | null): Pick<RuleTrial['builtIn'][number], 'before' | 'after' | 'examples'> {
  const of = (findings: readonly Finding[] = []) => findings.filter((one) => one.rule === rule);
  const after = of(both?.after);
  return { before: of(both?.before).length, after: after.length, examples: after.slice(0, TOLD).map(({ row, message }) => ({ row, message: { ...message } })) };
}

function inMemory(rule: CompareRule, variables: readonly Variable[], last: DeliveryTableEntity): { broken: number; findings: readonly Finding[] } {
  const sheet = new Sheet({ variables: [...variables], rules: [] }, last, { codes: new Map() });
  checkCompare(sheet, rule);
  return { broken: sheet.findings.length, findings: sheet.findings };
}
