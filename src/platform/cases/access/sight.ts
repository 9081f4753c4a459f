import { In, IsNull, Raw, type FindOptionsWhere } from 'typeorm';
import type { Principal } from '../../../sdk/index.js';
import type { InstanceEntity, SubmissionEntity, TaskEntity } from '../entities/index.js';

/** Which parts of cases somebody sees, as conditions on our records; `whole`: all, with what concerns no part. */
export interface Sight {
  readonly whole: boolean;
  /** Whether he sees which way his instances went, step by step. */
  readonly passages: boolean;
  /** Part of what is remembered about him. */
  readonly key: string;
  readonly task: FindOptionsWhere<TaskEntity>;
  readonly submission: FindOptionsWhere<SubmissionEntity>;
  readonly instance: FindOptionsWhere<InstanceEntity>;
}

/** Matches no row. */
const NOBODY = '-';
const WHOLE: Sight = { whole: true, passages: true, key: '', task: {}, submission: {}, instance: {} };

/** Somebody who is asked for an opinion, such as the statistics office: neither a producer nor of the office that looks after the cases. */
export const isGuest = ({ officeKind }: Principal): boolean => officeKind === 'bps';

/** The office that a person is confined to: people of producers to their own, others to none. */
export const confinedTo = (principal: Principal): string | null => (principal.officeKind === 'produsen' ? (principal.officeId ?? NOBODY) : null);

/** A producer sees its office's part; a guest the tasks that are its role's, and how they were answered; all others the whole. */
export function sightOf(principal: Principal): Sight {
  const officeId = confinedTo(principal);
  if (officeId !== null) return { whole: false, passages: true, key: officeId, task: { officeId }, submission: { officeId }, instance: { officeId } };
  return isGuest(principal) ? guest([...new Set([NOBODY, ...principal.roles])].toSorted()) : WHOLE;
}

function guest(roles: readonly string[]): Sight {
  const tasks = (column: string) => Raw((own) => `${own} IN (SELECT t."${column}" FROM tasks t WHERE t.role IN (:...guestRoles) AND t."officeId" IS NULL)`, { guestRoles: roles });
  return { whole: false, passages: false, key: `guest:${roles.join(' ')}`, task: { role: In([...roles]), officeId: IsNull() }, submission: { taskId: tasks('id') }, instance: { id: tasks('instanceId') } };
}
