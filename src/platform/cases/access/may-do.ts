import type { Principal } from '../../../sdk/index.js';
import type { TaskEntity } from '../entities/index.js';

/** Whether the task's role, or the one that records for it, is among the person's, at the task's office. */
export function mayDo(principal: Principal, task: Pick<TaskEntity, 'role' | 'recordedBy' | 'officeId'>): boolean {
  if (task.officeId !== null && task.officeId !== principal.officeId) return false;
  return [task.role, task.recordedBy].some((role) => role !== null && principal.roles.includes(role));
}
