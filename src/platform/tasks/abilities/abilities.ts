import type { Principal } from '../../../sdk/index.js';
import { mayDo } from '../../cases/index.js';
import { rolesRecording, type DiagramElement, type DiagramSummary } from '../../releases/index.js';
import { maySee } from '../task-access.js';

/** How much of the cases a person sees: all, what concerns his office, or what he has a part in. */
export type Sight = 'all' | 'office' | 'part';

const ELSEWHERE = '-';

/** Asked of the very rule that opens tasks: may he see one that has nothing to do with him, or only with his office? */
export function sightOf(principal: Principal): Sight {
  const nobodys = { role: null, recordedBy: null };
  if (maySee(principal, { ...nobodys, officeId: ELSEWHERE })) return 'all';
  return principal.officeId !== null && maySee(principal, { ...nobodys, officeId: principal.officeId }) ? 'office' : 'part';
}

/** Who may start it: one of the diagram's starters, or anybody where it names none. */
export const mayStart = ({ roles }: Pick<Principal, 'roles'>, { starters }: Pick<DiagramSummary, 'starters'>): boolean => starters.length === 0 || starters.some((role) => roles.includes(role));

export interface AbleStep {
  readonly id: string;
  readonly name: string;
  readonly step: string | null;
  /** The person's roles by which he may. */
  readonly through: string[];
  /** He writes down what somebody else has decided on paper. */
  readonly records: boolean;
  /** Only of his own office. */
  readonly ownOffice: boolean;
}

/** The steps of a diagram that a person may do when they come. */
export function stepsOf(principal: Principal, { elements }: Pick<DiagramSummary, 'elements'>): AbleStep[] {
  return [...elements.values()].filter(({ type }) => type === 'UserTask').flatMap((element) => stepOf(principal, element));
}

function stepOf(principal: Principal, { id, name, step, role, office, properties }: DiagramElement): AbleStep[] {
  const task = { role, recordedBy: properties['recordedBy'] ?? null, officeId: office === null ? null : (principal.officeId ?? ELSEWHERE) };
  if (!mayDo(principal, task)) return [];
  const through = principal.roles.filter((one) => one === task.role || rolesRecording(task.recordedBy).includes(one));
  return [{ id, name, step, through, records: role === null || !through.includes(role), ownOffice: office !== null }];
}
