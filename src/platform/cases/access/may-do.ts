import type { Principal } from '../../../sdk/index.js';
import { recordersOf } from '../../releases/index.js';
import type { TaskEntity } from '../entities/index.js';

/** Whether the task's role, or one that records for it, is among the person's: at the task's office, or of a kind of office that records for all. */
export function mayDo(principal: Pick<Principal, 'roles' | 'officeId' | 'officeKind'>, task: Pick<TaskEntity, 'role' | 'recordedBy' | 'officeId'>): boolean {
  const holds = (role: string | null): boolean => role !== null && principal.roles.includes(role);
  const recorders = recordersOf(task.recordedBy);
  if (recorders.some(({ role, kind }) => kind !== null && kind === principal.officeKind && holds(role))) return true;
  if (task.officeId !== null && task.officeId !== principal.officeId) return false;
  return holds(task.role) || recorders.some(({ role, kind }) => kind === null && holds(role));
}
