import type { ProcessVariables } from '../../../sdk/index.js';

/** One passage through an element, as our own record has it. Times are ISO 8601, which sorts as time does. */
export interface Passage {
  readonly elementId: string;
  /** As the engine writes it: `userTask`. */
  readonly type: string;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly canceled: boolean;
  readonly calledInstanceId: string | null;
  readonly taskId: string | null;
}

/** What somebody sent with a form, and what the engine got of it. */
export interface PastAnswer {
  readonly formKey: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Rules of the application may have added to what the form says. */
  readonly variables: ProcessVariables;
}

export interface PastInstance {
  readonly id: string;
  readonly processKey: string;
  /** In the order in which they began. */
  readonly passages: readonly Passage[];
  /** As they were at its end. */
  readonly variables: ProcessVariables;
}

/** A finished case, with all that a replay asks of it. */
export interface PastCase {
  readonly id: string;
  readonly title: string;
  readonly procedureKey: string;
  readonly releaseId: string;
  readonly rootId: string | null;
  readonly instances: ReadonlyMap<string, PastInstance>;
  readonly start: PastAnswer;
  /** By task. */
  readonly answers: ReadonlyMap<string, PastAnswer>;
  /** Variables that something else than a step has changed on the way: of these nobody knows when they had which value. */
  readonly changedBetween: ReadonlySet<string>;
}

/** For what a draft has called and the past never had. */
export const NOTHING_PAST: PastInstance = { id: '', processKey: '', passages: [], variables: {} };
