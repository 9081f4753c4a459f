import { Injectable } from '@nestjs/common';
import { In, MoreThanOrEqual, Raw, type FindOptionsWhere } from 'typeorm';
import { Asker, OpenTasks, Transactions, type ArrivedTask, type OpenTask, type TaskFilter, type UnsentForm, type VisibleTask, type WaitingRole } from '../../sdk/index.js';
import { InstanceEntity, mayDo, TaskEntity } from '../cases/index.js';
import { fieldsOf } from '../kernel/index.js';
import { DraftEntity } from './draft.entity.js';
import { maySee } from './task-access.js';

/** Below SQLite's limit of bound values. */
const CHUNK = 500;
/** So that a list is never empty, which SQL does not know. */
const NOTHING = '';

/** Open tasks of a form: as far as the asker may see them, or all of a case. */
@Injectable()
export class OpenTasksService extends OpenTasks {
  constructor(
    private readonly transactions: Transactions,
    private readonly asker: Asker,
  ) {
    super();
  }

  async ofForm(formKey: string, caseIds: readonly string[], only: TaskFilter = {}): Promise<VisibleTask[]> {
    const asker = this.asker.required();
    const tasks = (await this.rows({ caseId: In(caseIds), formKey, ...this.narrowed(only) })).filter((task) => maySee(asker, task));
    const open = await this.described(tasks);
    return open.map((one, index) => {
      const task = tasks[index] as TaskEntity;
      return { ...one, canComplete: (task.assigneeId === null || task.assigneeId === asker.id) && mayDo(asker, task) };
    });
  }

  async ofCase(caseId: string, formKey: string, only: TaskFilter = {}): Promise<OpenTask[]> {
    return this.described(await this.rows({ caseId, formKey, ...this.narrowed(only) }));
  }

  async waiting(caseId: string): Promise<WaitingRole[]> {
    const rows = await this.transactions.read.createQueryBuilder(TaskEntity, 't').select('t.formKey', 'formKey').addSelect('t.role', 'role').addSelect('COUNT(*)', 'count').addSelect('MIN(t.createdAt)', 'since')
      .where("t.caseId = :caseId AND t.state = 'open' AND t.role IS NOT NULL", { caseId }).groupBy('t.formKey').addGroupBy('t.role').orderBy('MIN(t.createdAt)').addOrderBy('t.role').addOrderBy('t.formKey').getRawMany<Readonly<Record<'role' | 'since', string> & { formKey: string | null; count: string | number }>>();
    return rows.map(({ role, formKey, count, since }) => ({ role, formKey, count: Number(count), since: new Date(since) }));
  }

  /** Their ids at once, and what they are when it is their turn: a case may have fifty thousand. */
  async *arrived(caseId: string, from: Date): AsyncIterable<ArrivedTask[]> {
    const ids = await this.transactions.read.createQueryBuilder(TaskEntity, 't').select('t.id', 'id').where({ caseId, state: 'open', createdAt: MoreThanOrEqual(from) }).orderBy('t.createdAt').addOrderBy('t.id').getRawMany<Pick<TaskEntity, 'id'>>();
    for (let start = 0; start < ids.length; start += CHUNK) {
      const some = await this.rows({ id: In(ids.slice(start, start + CHUNK).map(({ id }) => id)) });
      if (some.length > 0) yield (await this.described(some)).map((one, index) => ({ ...one, formKey: some[index]?.formKey ?? null, role: some[index]?.role ?? null }));
    }
  }

  async unsent(caseId: string, formKey: string, only: TaskFilter = {}): Promise<UnsentForm | null> {
    const { read } = this.transactions;
    const last = await read.createQueryBuilder(TaskEntity, 't').innerJoin(DraftEntity, 'd', 'd.taskId = t.id').select('t.id', 'taskId').where({ caseId, formKey, state: 'cancelled', ...this.narrowed(only) })
      .orderBy('d.savedAt', 'DESC').addOrderBy('t.id', 'DESC').limit(1).getRawOne<{ taskId: string }>();
    const draft = last ? await read.findOneBy(DraftEntity, last) : null;
    return draft && { taskId: draft.taskId, userId: draft.userId, savedAt: draft.savedAt, data: draft.data };
  }

  private narrowed({ officeId, variable }: TaskFilter): FindOptionsWhere<TaskEntity> {
    return { ...(officeId !== undefined && { officeId }), ...(variable && { instanceId: this.having(variable) }) };
  }

  private having({ name, values }: NonNullable<TaskFilter['variable']>) {
    const fields = fieldsOf(this.transactions.read, 'i."variables"', 'v');
    return Raw((instance) => `${instance} IN (SELECT i.id FROM case_instances i, ${fields} WHERE v."key" = :variableName AND v."value" IN (:...variableValues))`, { variableName: name, variableValues: [NOTHING, ...values] });
  }

  private rows(where: FindOptionsWhere<TaskEntity>): Promise<TaskEntity[]> {
    return this.transactions.read.find(TaskEntity, { where: { ...where, state: 'open' }, order: { createdAt: 'ASC', id: 'ASC' } });
  }

  private async described(tasks: readonly TaskEntity[]): Promise<OpenTask[]> {
    const variables = await this.variablesOf([...new Set(tasks.map(({ instanceId }) => instanceId))]);
    return tasks.map(({ id: taskId, caseId, officeId, instanceId, createdAt, dueAt, assigneeName }) => ({ taskId, caseId, officeId, variables: variables.get(instanceId) ?? {}, createdAt, dueAt, assigneeName }));
  }

  private async variablesOf(ids: readonly string[]) {
    const found = new Map<string, InstanceEntity['variables']>();
    for (let start = 0; start < ids.length; start += CHUNK) {
      for (const { id, variables } of await this.transactions.read.find(InstanceEntity, { select: { id: true, variables: true }, where: { id: In(ids.slice(start, start + CHUNK)) } })) found.set(id, variables);
    }
    return found;
  }
}
