import type { Outcome } from '../../../sdk/index.js';
import type { Place } from '../place.js';

/** What a form held when it opened (without anybody's draft), and what was sent. */
interface Sent {
  readonly shown: Readonly<Record<string, unknown>>;
  readonly data: unknown;
}

export interface StartAct extends Sent {
  readonly do: 'start';
  readonly by: string;
  readonly procedure: string;
  readonly title: string;
  readonly caseId: string;
}

export interface TaskAct extends Sent, Place {
  readonly do: 'task';
  readonly by: string;
  readonly role: string | null;
  readonly caseId: string;
  readonly taskId: string;
  readonly instanceId: string;
}

export interface TimerAct extends Place {
  readonly do: 'timer';
}

/** Letters have ids of their own in each rehearsal: which of a case's it is. */
export interface LetterPlace {
  readonly caseId: string;
  readonly template: string;
  readonly officeId: string | null;
  readonly nth: number;
}

/** Whatever else somebody asked for that changed something. */
export interface RequestAct {
  readonly do: 'request';
  readonly by: string;
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly letters: Readonly<Record<string, LetterPlace>>;
}

/** One thing that was done in a rehearsal. */
export type Act = StartAct | TaskAct | TimerAct | RequestAct;

/** How an automatic step went; null: it was done for real. */
export interface StepAct extends Place {
  readonly outcome: Outcome | null;
}

/** A file that somebody uploaded, kept in the real application's store. */
export interface KeptFile {
  readonly id: string;
  readonly name: string;
  readonly keptId: string;
}

/** How it was in the end. */
export interface Ending {
  readonly cases: readonly { readonly id: string; readonly title: string; readonly state: string }[];
  readonly tasks: readonly Place[];
  /** How many steps had failed by then, mended or not. */
  readonly incidents: number;
}

/** A rehearsal that can be done again: ids are those of the first time. */
export interface KeptScript {
  /** The rehearsal's time when it began, ISO 8601: dates that people gave lie around it. */
  readonly startsAt: string;
  readonly acts: readonly Act[];
  readonly steps: readonly StepAct[];
  readonly files: readonly KeptFile[];
  readonly ending: Ending;
}
