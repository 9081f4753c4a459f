import type { SelectQueryBuilder } from 'typeorm';
import type { Principal } from '../../sdk/index.js';
import { confinedTo, isGuest, type TaskEntity } from '../cases/index.js';

/** Where some of a person's tasks are: one stretch of an index, in which they stand in their order. */
export type Place = (query: SelectQueryBuilder<TaskEntity>) => void;

/** As `maySee`, in the database. */
export function confine(query: SelectQueryBuilder<TaskEntity>, principal: Principal): void {
  const officeId = confinedTo(principal);
  if (officeId !== null) query.andWhere('t.officeId = :confined', { confined: officeId });
  else if (isGuest(principal)) query.andWhere('t.officeId IS NULL AND t.role IN (:...guest)', { guest: ['-', ...principal.roles] });
}

const ofRole = (query: SelectQueryBuilder<TaskEntity>, role: string): SelectQueryBuilder<TaskEntity> => query.andWhere('t.role = :role', { role });

/** Of what somebody may see. */
export const placesToSee = (principal: Principal): Place[] => (isGuest(principal) ? principal.roles.map((role) => (query) => ofRole(query, role)) : [() => undefined]);

/** Of what somebody holds. */
export const placesOfMine = ({ id }: Principal): Place[] => [(query) => query.andWhere('t.assigneeId = :me', { me: id })];

/** Of what is open to somebody's roles, at no office or at his: unclaimed, his own, or held by whom he stands in for. What others record for a role is not in their way. */
export function placesOpenTo(principal: Principal): Place[] {
  const offices = [...new Set([null, principal.officeId])];
  return principal.roles.flatMap((role) =>
    offices.map((officeId) => (query) => {
      ofRole(query, role).andWhere(officeId === null ? 't.officeId IS NULL' : 't.officeId = :office', { office: officeId });
      free(query, principal, role);
    }),
  );
}

/** The same of one task: whether it is in the person's inbox, so that whoever is told of it finds it there. */
export function waitsFor(principal: Principal, { role, officeId, assigneeId }: Pick<TaskEntity, 'role' | 'officeId' | 'assigneeId'>): boolean {
  const confined = confinedTo(principal);
  const seen = confined !== null ? officeId === confined : principal.officeKind !== 'bps' || officeId === null;
  if (!seen || role === null || !principal.roles.includes(role) || (officeId !== null && officeId !== principal.officeId)) return false;
  const standsIn = (principal.standsIn ?? []).some((one) => one.role === role && (one.forUserId === undefined || one.forUserId === assigneeId));
  return assigneeId === null || assigneeId === principal.id || standsIn;
}

/** A delegate takes over only what the one who delegates holds. */
function free(query: SelectQueryBuilder<TaskEntity>, { id, standsIn = [] }: Principal, role: string): void {
  const givers = standsIn.filter((one) => one.role === role).map(({ forUserId }) => forUserId);
  if (givers.includes(undefined)) return;
  query.andWhere('(t.assigneeId IS NULL OR t.assigneeId IN (:...holders))', { holders: [id, ...givers] });
}
