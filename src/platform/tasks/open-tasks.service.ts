import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Asker, OpenTasks, Transactions, type OpenTask } from '../../sdk/index.js';
import { InstanceEntity, mayDo, TaskEntity } from '../cases/index.js';
import { maySee } from './task-access.js';

/** Below SQLite's limit of bound values. */
const CHUNK = 500;

/** Open tasks of a form, as far as the asker may see them. */
@Injectable()
export class OpenTasksService extends OpenTasks {
  constructor(
    private readonly transactions: Transactions,
    private readonly asker: Asker,
  ) {
    super();
  }

  async ofForm(formKey: string, caseIds: readonly string[]): Promise<OpenTask[]> {
    const { read } = this.transactions;
    const asker = this.asker.required();
    const tasks = (await read.find(TaskEntity, { where: { caseId: In(caseIds), formKey, state: 'open' }, order: { createdAt: 'ASC', id: 'ASC' } })).filter((task) => maySee(asker, task));
    const variables = await this.variablesOf([...new Set(tasks.map(({ instanceId }) => instanceId))]);
    return tasks.map((task) => {
      const { id: taskId, caseId, createdAt, dueAt, assigneeId, assigneeName } = task;
      const free = assigneeId === null || assigneeId === asker.id;
      return { taskId, caseId, variables: variables.get(task.instanceId) ?? {}, createdAt, dueAt, assigneeName, canComplete: free && mayDo(asker, task) };
    });
  }

  private async variablesOf(ids: readonly string[]) {
    const found = new Map<string, InstanceEntity['variables']>();
    for (let start = 0; start < ids.length; start += CHUNK) {
      for (const { id, variables } of await this.transactions.read.find(InstanceEntity, { select: { id: true, variables: true }, where: { id: In(ids.slice(start, start + CHUNK)) } })) found.set(id, variables);
    }
    return found;
  }
}
