import { Injectable } from '@nestjs/common';
import { IsNull, LessThan } from 'typeorm';
import type { z } from 'zod';
import { Asker, Offices, Problem, Transactions } from '../../../sdk/index.js';
import { Choices } from '../../forms/index.js';
import { requestContext, type PageQuery } from '../../kernel/index.js';
import { Releases } from '../../releases/index.js';
import type { VisibleCase } from '../access/case-access.js';
import { CaseEntity, IncidentEntity, InstanceEntity, SubmissionEntity, TaskEntity } from '../entities/index.js';
import { ReleaseFacts } from '../feed/release-facts.js';
import { CaseList } from './case-list.js';
import type { CaseDetail, CaseInstance, CaseTask, IncidentRow, SubmissionPage, SubmissionRow } from './case.schemas.js';
import { summarise, type SummaryLine } from './summarise.js';

/** One case, as far as the asker may see it. */
@Injectable()
export class CaseView {
  constructor(
    private readonly transactions: Transactions,
    private readonly releases: Releases,
    private readonly facts: ReleaseFacts,
    private readonly list: CaseList,
    private readonly offices: Offices,
    private readonly choices: Choices,
    private readonly asker: Asker,
  ) {}

  async detail({ row, sight }: VisibleCase): Promise<z.infer<typeof CaseDetail>> {
    const [header] = await this.list.rows([row]);
    if (!header) throw Problem.notFound();
    const instances = await this.transactions.read.find(InstanceEntity, { where: { caseId: row.id, ...sight.instance }, order: { startedAt: 'ASC', id: 'ASC' } });
    const tasks = await this.transactions.read.find(TaskEntity, { where: { caseId: row.id, ...sight.task }, order: { createdAt: 'ASC', id: 'ASC' } });
    const offices = new Map((await this.offices.all()).map(({ id, name }) => [id, name]));
    const { starters } = await this.releases.summary(row.releaseId, row.procedureKey);
    const { roles } = this.asker.required();
    const over = row.endedAt !== null || row.cancelReason !== null;
    const canCancel = sight.whole && !over && (starters.length === 0 || starters.some((role) => roles.includes(role)));
    return { ...header, instances: await Promise.all(instances.map((instance) => this.instance(instance, offices))), tasks: tasks.map(taskRow), canCancel };
  }

  /** Page by page: each has all that was filled in, tables too. */
  async submissions({ row, sight }: VisibleCase, { cursor, limit }: z.infer<typeof PageQuery>): Promise<z.infer<typeof SubmissionPage>> {
    const where = { caseId: row.id, ...sight.submission, ...(cursor && { id: LessThan(cursor) }) };
    const rows = await this.transactions.read.find(SubmissionEntity, { where, order: { id: 'DESC' }, take: limit + 1 });
    const shown = rows.slice(0, limit);
    return { items: await Promise.all(shown.map((one) => this.submission(one))), next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null };
  }

  async summaryOf(submission: Pick<SubmissionEntity, 'releaseId' | 'formKey' | 'data'>): Promise<SummaryLine[]> {
    const form = await this.releases.form(submission.releaseId, submission.formKey);
    return summarise(form, await this.choices.inWords(form, submission.data), requestContext.language());
  }

  async incidents({ row, sight }: VisibleCase): Promise<z.infer<typeof IncidentRow>[]> {
    // How our machinery fails is not a producer's affair, nor the statistics office's.
    if (!sight.whole) return [];
    const rows = await this.transactions.read.find(IncidentEntity, { where: { caseId: row.id, endedAt: IsNull() }, order: { createdAt: 'ASC' } });
    return Promise.all(rows.map((incident) => this.incident(incident, row)));
  }

  private async instance(row: InstanceEntity, offices: ReadonlyMap<string, string>): Promise<z.infer<typeof CaseInstance>> {
    const facts = await this.facts.ofDefinition(row.definitionId);
    const { id, processKey, state, parentId, superElementId, officeId, label } = row;
    return { id, processKey, state, parentId, superElementId, officeId, label, name: facts?.summary.name ?? processKey, office: offices.get(officeId ?? '') ?? null, startedAt: row.startedAt.toISOString(), endedAt: row.endedAt?.toISOString() ?? null };
  }

  private async submission(row: SubmissionEntity): Promise<z.infer<typeof SubmissionRow>> {
    const office = row.officeId ? await this.offices.byId(row.officeId) : null;
    const { id, taskId, formKey, elementId, taskName, step, officeId, hash } = row;
    return { id, taskId, formKey, elementId, taskName, step, officeId, hash, who: row.userName, officeName: office?.name ?? null, at: row.at.toISOString(), summary: await this.summaryOf(row) };
  }

  private async incident(incident: IncidentEntity, row: CaseEntity): Promise<z.infer<typeof IncidentRow>> {
    const instance = incident.instanceId ? await this.transactions.read.findOneBy(InstanceEntity, { id: incident.instanceId }) : null;
    const element = instance && incident.elementId ? await this.facts.element(instance.definitionId, incident.elementId) : null;
    const { id, type, message, elementId } = incident;
    return { id, caseId: row.id, type, message, elementId, elementName: element?.name ?? null, topic: element?.topic ?? null, at: incident.createdAt.toISOString() };
  }
}

const taskRow = ({ id, instanceId, elementId, name, step, state, role, officeId, assigneeId, assigneeName, dueAt, createdAt, completedAt }: TaskEntity): z.infer<typeof CaseTask> => ({
  id,
  instanceId,
  elementId,
  name,
  step,
  state,
  role,
  officeId,
  assigneeId,
  assigneeName,
  dueAt: dueAt?.toISOString() ?? null,
  createdAt: createdAt.toISOString(),
  completedAt: completedAt?.toISOString() ?? null,
});
