import { Injectable } from '@nestjs/common';
import { Asker, Problem, Transactions, type Principal } from '../../sdk/index.js';
import { CaseAccess, confinedTo, isGuest, mayDo, TaskEntity } from '../cases/index.js';
import { rolesRecording } from '../releases/index.js';
import { taskOver, taskTaken } from './tasks.problems.js';

type Held = Pick<TaskEntity, 'role' | 'recordedBy' | 'officeId' | 'assigneeId'>;

const isAnothers = (principal: Principal, { assigneeId }: Pick<Held, 'assigneeId'>): boolean => assigneeId !== null && assigneeId !== principal.id;

/** Whether the person may take it from whoever holds it: as a substitute, because the holder may be away; by delegation only from who gave it. */
export function mayTakeOver(principal: Principal, task: Held): boolean {
  const recording = rolesRecording(task.recordedBy);
  const standsIn = (principal.standsIn ?? []).some(({ role, forUserId = task.assigneeId }) => (role === task.role || recording.includes(role)) && forUserId === task.assigneeId);
  return isAnothers(principal, task) && standsIn && mayDo(principal, task);
}

/** Whether the person may give it back: whoever holds it, and an administrator for one who is away. */
export const mayRelease = (principal: Principal, { assigneeId }: Pick<Held, 'assigneeId'>): boolean => assigneeId !== null && (assigneeId === principal.id || principal.roles.includes('admin'));

/** Whether the person may know of the task. */
export function maySee(principal: Principal, task: Pick<TaskEntity, 'role' | 'recordedBy' | 'officeId'>): boolean {
  const officeId = confinedTo(principal);
  if (officeId !== null) return task.officeId === officeId;
  // People of the statistics office are guests: what they have a part in, not how the office works.
  return !isGuest(principal) || mayDo(principal, task);
}

/** Who may see and do which task. */
@Injectable()
export class TaskAccess {
  constructor(
    private readonly transactions: Transactions,
    private readonly asker: Asker,
    private readonly cases: CaseAccess,
  ) {}

  /** @throws not found, for tasks of others too; those are audited. */
  async visible(id: string): Promise<TaskEntity> {
    const task = await this.transactions.read.findOneBy(TaskEntity, { id });
    if (task && maySee(this.asker.required(), task)) return task;
    if (task) await this.cases.denied(task.caseId, 'task', id);
    throw Problem.notFound();
  }

  /** A task that the asker may work on now. @throws forbidden, or 409 when it is over or another's. */
  async workable(id: string): Promise<TaskEntity> {
    const task = await this.doable(id);
    if (isAnothers(this.asker.required(), task)) throw taskTaken();
    return task;
  }

  /** A task that the asker may hold from now on. @throws as `workable`, but not for one that he may take over. */
  async claimable(id: string): Promise<TaskEntity> {
    const task = await this.doable(id);
    const principal = this.asker.required();
    if (isAnothers(principal, task) && !mayTakeOver(principal, task)) throw taskTaken();
    return task;
  }

  private async doable(id: string): Promise<TaskEntity> {
    const task = await this.visible(id);
    if (!mayDo(this.asker.required(), task)) throw Problem.forbidden();
    if (task.state !== 'open') throw taskOver();
    return task;
  }
}
