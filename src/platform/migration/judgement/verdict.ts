import type { Text } from '../../../sdk/index.js';
import type { Leftover } from '../../tasks/index.js';
import type { Plan } from './plan.js';

/** Why a case cannot go. */
export interface Refusal {
  readonly text: Text;
  /** It may be able to in a moment. */
  readonly passing: boolean;
}

/** What would not be as before. Nothing is lost without consent to its key. */
export interface Loss {
  readonly key: string;
  readonly text: Text;
}

/** Where one token goes; `to` is null where nothing says so. */
export interface TokenMove {
  readonly processKey: string;
  readonly from: string;
  readonly to: string | null;
}

/** One instance of a case that has to be migrated. */
export interface InstanceMove {
  readonly instanceId: string;
  /** Whether it is the case itself, not a part that it called. */
  readonly root: boolean;
  readonly plan: Plan;
}

/** Why it has no place: the form has no such field, or one that does not take the value. */
export interface Misfit extends Leftover {
  readonly why: 'gone' | 'unfit';
}

/** A task whose form will not have all that was typed so far. */
export interface TaskLeftovers {
  readonly taskId: string;
  /** Of the draft that was judged: a later one is judged again. */
  readonly draftVersion: number;
  readonly leftovers: readonly Misfit[];
}

/** What is written down before the engine is asked, so that it is known after a kill. */
export interface Prepared {
  readonly losses: readonly Text[];
  readonly leftovers: readonly TaskLeftovers[];
}

/** What becomes of a case. */
export interface Verdict {
  readonly caseId: string;
  readonly title: string;
  /** Its version, as the read model knows it. */
  readonly releaseId: string;
  readonly tokens: readonly TokenMove[];
  readonly refusals: readonly Refusal[];
  readonly losses: readonly Loss[];
  /** Called parts whose diagram the other version does not have: they end on their own version. */
  readonly staying: readonly Text[];
  /** Called parts first: the case is of the new version when all of it is. */
  readonly moves: readonly InstanceMove[];
  readonly leftovers: readonly TaskLeftovers[];
}
