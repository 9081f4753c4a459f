import { Injectable } from '@nestjs/common';
import { Problem, Transactions } from 'tertib';
import { compareProblems } from '../datasets/compare-problems.js';
import { DataListRow, variablesOf } from '../datasets/data-list.js';
import { ownRulesOf } from '../datasets/own-rules.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import type { CompareRule, Variable } from '../datasets/dataset.types.js';
import { DeliveriesService } from '../deliveries/deliveries.service.js';
import type { DeliveryTableEntity } from '../deliveries/delivery-table.entity.js';
import { LargeWork } from '../large/large-work.js';
import { rejectAll } from '../shared/reject.js';
import { checkCompare } from '../verification/check-compare.js';
import { Sheet, type Finding } from '../verification/finding.js';
import { ListRowEntity } from './data-list.entities.js';
import type { RuleTrial } from './data-list.schemas.js';
import { ListAccess } from './list-access.js';
import { descriptionProblems } from './table-description.js';

const Tried = DataListRow.pick({ variabel: true, aturanSendiri: true });
/** Rows of a rule that are told word for word. */
const TOLD = 5;

/** What the rules of a row, as somebody is writing them, would have found in the last period's table. Nothing is kept. */
@Injectable()
export class RuleTrials {
  constructor(
    private readonly database: Transactions,
    private readonly access: ListAccess,
    private readonly deliveries: DeliveriesService,
    private readonly work: LargeWork,
  ) {}

  async of(caseId: string, rowId: string, table: Readonly<Record<string, unknown>>): Promise<RuleTrial> {
    await this.access.period(caseId);
    const row = await this.database.read.findOneBy(ListRowEntity, { id: rowId, periodId: caseId });
    if (!row) throw Problem.notFound();
    rejectAll(descriptionProblems(table, 'table'));
    const { variabel, aturanSendiri } = Tried.parse(table);
    const variables = variablesOf(variabel);
    const last = await this.lastTable(row);
    return { rows: last?.rowCount ?? null, rules: await Promise.all(ownRulesOf(aturanSendiri).map((rule) => this.tried(rule, variables, last))) };
  }

  private async lastTable({ sourceId }: ListRowEntity): Promise<DeliveryTableEntity | null> {
    const source = sourceId ? await this.database.read.findOneBy(DatasetEntity, { id: sourceId }) : null;
    return source?.deliveryId ? this.deliveries.table(source.deliveryId) : null;
  }

  private async tried(rule: CompareRule, variables: readonly Variable[], last: DeliveryTableEntity | null): Promise<RuleTrial['rules'][number]> {
    const problems = compareProblems(rule, variables);
    if (problems.length > 0 || !last) return { problems, broken: 0, examples: [] };
    const { broken, findings } = last.largeId ? await this.work.tryRule(rule, variables, last) : inMemory(rule, variables, last);
    return { problems, broken, examples: findings.slice(0, TOLD).map(({ row, message }) => ({ row, message })) };
  }
}

function inMemory(rule: CompareRule, variables: readonly Variable[], last: DeliveryTableEntity): { broken: number; findings: readonly Finding[] } {
  const sheet = new Sheet({ variables: [...variables], rules: [] }, last, { regions: {} });
  checkCompare(sheet, rule);
  return { broken: sheet.findings.length, findings: sheet.findings };
}
