import { Injectable } from '@nestjs/common';
import { In, IsNull, type FindOptionsWhere } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { Asker, AuditLog, Cases, Clock, Problem, Transactions, type MessageName, type MessageVariables, type ProcessVariables, type ReleaseResource, type StepTimes, type SubmissionRecord, type SubmissionScope } from '../../sdk/index.js';
import { Events } from '../kernel/index.js';
import { Releases } from '../releases/index.js';
import { CaseAccess } from './access/case-access.js';
import { CaseEntity, InstanceEntity, SubmissionEntity, TaskEntity } from './entities/index.js';
import { Outbox } from './outbox/outbox.js';
import { StepTimesView } from './view/step-times.js';

/** A case to be opened; `id` where the caller needs it beforehand. */
export interface NewCase {
  readonly id?: string;
  readonly key?: string;
  readonly title: string;
  readonly variables?: ProcessVariables;
}

const LONGEST_TITLE = 255;
/** Fewer than a statement may have parameters. */
const AT_ONCE = 500;

/** Running procedures, as applications drive them. */
@Injectable()
export class CasesService extends Cases {
  constructor(
    private readonly transactions: Transactions,
    private readonly releases: Releases,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly asker: Asker,
    private readonly audit: AuditLog,
    private readonly events: Events,
    private readonly times: StepTimesView,
    private readonly access: CaseAccess,
  ) {
    super();
  }

  start(procedureKey: string, input: { key: string; title: string; variables?: ProcessVariables }): Promise<string> {
    return this.open(procedureKey, input);
  }

  /** Opens a case on the live release; with the same `key` again, answers the first one's id. */
  async open(procedureKey: string, { id = uuidv7(), key, title, variables = {} }: NewCase): Promise<string> {
    const live = await this.releases.live();
    if (!live) throw noRelease();
    const definitionId = await this.releases.definitionId(live.id, procedureKey);
    return this.transactions.tx(async (db) => {
      const known = key === undefined ? null : await db.findOneBy(CaseEntity, { startKey: key });
      if (known) return known.id;
      const asker = this.asker.current();
      await db.insert(CaseEntity, {
        id,
        startKey: key ?? null,
        title: title.slice(0, LONGEST_TITLE),
        procedureKey,
        releaseId: live.id,
        state: 'starting',
        rootInstanceId: null,
        startedBy: asker?.id ?? null,
        startedByName: asker?.name ?? null,
        startedAt: this.clock.now(),
        endedAt: null,
        cancelReason: null,
      });
      await this.outbox.enqueue({ key: `start:${id}`, caseId: id, kind: 'start', payload: { definitionId, variables: { ...(await this.releases.startVariables(live.id, procedureKey)), ...variables } } });
      await this.audit.write({ action: 'case.started', caseId: id, subject: procedureKey, detail: { title, release: live.version } });
      this.transactions.afterCommit(() => this.events.emit('case.changed', { caseId: id }));
      return id;
    });
  }

  async correlate<M extends MessageName>(caseId: string, message: M, variables?: MessageVariables<M>, where?: { name: string; value: string }): Promise<void> {
    await this.outbox.enqueue({ key: `correlate:${uuidv7()}`, caseId, kind: 'correlate', payload: { message, variables: (variables ?? {}) as ProcessVariables, ...(where && { where }) } });
  }

  async reschedule(caseId: string, variable: string, due: Date, where?: { name: string; value: string }): Promise<void> {
    await this.outbox.enqueue({ key: `reschedule:${uuidv7()}`, caseId, kind: 'reschedule', payload: { variable, due: due.toISOString(), where: where ?? null } });
  }

  visible(caseIds: readonly string[]): Promise<ReadonlySet<string>> {
    return this.access.among(caseIds);
  }

  async rename(caseId: string, title: string): Promise<void> {
    await this.transactions.tx(async (db) => {
      await db.update(CaseEntity, { id: caseId }, { title: title.slice(0, LONGEST_TITLE) });
      this.transactions.afterCommit(() => this.events.emit('case.changed', { caseId }));
    });
  }

  stepTimes(caseId: string): Promise<StepTimes[]> {
    return this.times.of(caseId);
  }

  async submissions(caseId: string, formKeys?: readonly string[], of: SubmissionScope = {}): Promise<SubmissionRecord[]> {
    const instances = of.variable && (await this.instancesWith(caseId, of.variable));
    const where = { caseId, ...(formKeys && { formKey: In([...formKeys]) }), ...narrowed(of), ...(instances && { instanceId: In(instances) }) };
    const newestFirst = await this.transactions.read.find(SubmissionEntity, { where, order: { at: 'DESC', id: 'DESC' }, ...(of.newest !== undefined && { take: of.newest }) });
    const rows = newestFirst.toReversed();
    const roles = await this.rolesOf(rows);
    return rows.map(({ id, taskId, instanceId, formKey, elementId, step, officeId, userId, userName, at, data, hash }) => ({ id, caseId, taskId, processInstanceId: instanceId, formKey, elementId, step, role: roles.get(taskId ?? '') ?? null, officeId, userId, userName, at, data, hash }));
  }

  private async rolesOf(rows: readonly SubmissionEntity[]): Promise<ReadonlyMap<string, string | null>> {
    const found = new Map<string, string | null>();
    for (let start = 0; start < rows.length; start += AT_ONCE) {
      const ids = rows.slice(start, start + AT_ONCE).flatMap(({ taskId }) => taskId ?? []);
      for (const { id, role } of await this.transactions.read.find(TaskEntity, { select: { id: true, role: true }, where: { id: In(ids) } })) found.set(id, role);
    }
    return found;
  }

  /** Variables are text in the database: its pattern finds candidates, and they are read. */
  private async instancesWith(caseId: string, { name, value }: NonNullable<SubmissionScope['variable']>): Promise<string[]> {
    const pattern = `%${JSON.stringify({ [name]: value }).slice(1, -1)}%`;
    const found = await this.transactions.read.createQueryBuilder(InstanceEntity, 'i').where('i.caseId = :caseId AND i.variables LIKE :pattern', { caseId, pattern }).getMany();
    return found.filter(({ variables }) => variables[name] === value).map(({ id }) => id);
  }

  async countSubmissions(caseIds: readonly string[], formKeys: readonly string[]): Promise<number> {
    return this.transactions.read.countBy(SubmissionEntity, { caseId: In([...caseIds]), formKey: In([...formKeys]) });
  }

  async resources(caseId: string): Promise<ReleaseResource[]> {
    const row = await this.transactions.read.findOneBy(CaseEntity, { id: caseId });
    if (!row) throw Problem.notFound();
    return this.releases.resources(row.releaseId);
  }
}

const noRelease = (): Problem =>
  new Problem('no-live-release', 409, {
    id: 'Belum ada versi prosedur yang berlaku. Tunggu sampai mesin proses siap, atau terbitkan versi prosedur.',
    en: 'No version of the procedure is live yet. Wait until the engine is ready, or publish a version.',
  });

function narrowed({ processInstanceId, userId }: SubmissionScope): FindOptionsWhere<SubmissionEntity> {
  const instanceId = processInstanceId === null ? IsNull() : processInstanceId;
  return { ...(instanceId && { instanceId }), ...(userId && { userId }) };
}
