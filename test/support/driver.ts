import { setTimeout as sleep } from 'node:timers/promises';
import { consent, type Answers } from './answers.js';
import { Person, RequestFailed, type TaskRow } from './people.js';
import type { Product } from './app.js';

/** A task that was done, for the record. */
export interface Done {
  readonly task: TaskRow;
  readonly by: string;
  readonly submissionId: string;
}

export interface DriveOptions {
  /** Answers that differ from {@link consent}. */
  readonly answers?: Answers;
  /** Only these tasks are done; default: all that come. */
  readonly only?: (task: TaskRow) => boolean;
  /** Ends the drive; asked again and again. */
  readonly until: () => boolean | Promise<boolean>;
  readonly timeout?: number;
  /** Whether a failed request is tried again: while engine or app are being killed. */
  readonly patient?: boolean;
  readonly onDone?: (done: Done) => void;
}

/** Signs everybody of demo-accounts.json in. */
export const everybody = (product: Product): Promise<Person[]> => Promise.all(product.accounts.map((account) => Person.signIn(product.url, account)));

/** Lets people do whatever tasks they find, all at the same time, until the end is reached. Answers what was done. */
export async function drive(people: readonly Person[], options: DriveOptions): Promise<Done[]> {
  const done: Done[] = [];
  const ended = new AbortController();
  const answers = { ...consent, ...options.answers };
  const deadline = Date.now() + (options.timeout ?? 120_000);
  const workers = people.map((person) => work(person, answers, options, ended.signal, (one) => {
    done.push(one);
    options.onDone?.(one);
  }));
  const watch = async () => {
    while (!ended.signal.aborted && !(await options.until())) {
      if (Date.now() > deadline) throw new Error(`Not at its end after ${options.timeout ?? 120_000} ms. Done last: ${done.slice(-10).map(({ task }) => task.name).join('; ')}`);
      await sleep(200);
    }
  };
  try {
    await Promise.race([watch(), Promise.all(workers)]);
  } finally {
    ended.abort();
    await Promise.allSettled(workers);
  }
  return done;
}

async function work(person: Person, answers: Answers, options: DriveOptions, ended: AbortSignal, record: (done: Done) => void): Promise<void> {
  const finished = new Set<string>();
  while (!ended.aborted) {
    try {
      const open = (await person.tasks()).filter((task) => !finished.has(task.id) && mayDo(task, person) && (options.only?.(task) ?? true));
      for (const task of open) {
        if (ended.aborted) return;
        const submissionId = await complete(person, task, answers);
        finished.add(task.id);
        if (submissionId) record({ task, by: person.username, submissionId });
      }
      if (open.length === 0) await sleep(250);
    } catch (error) {
      if (!options.patient || isRefusal(error)) throw error;
      await sleep(300);
    }
  }
}

/** The role of the task itself: `recordedBy` is for answers on paper. */
const mayDo = (task: TaskRow, person: Person): boolean => task.state === 'open' && task.role !== null && person.user.roles.includes(task.role);

/** Null where the task has gone, or was completed by a request whose answer was lost. */
async function complete(person: Person, task: TaskRow, answers: Answers): Promise<string | null> {
  try {
    const detail = await person.open(task.id);
    const answer = answers[task.formKey ?? ''];
    if (!answer) throw new Error(`The driver does not know the form "${task.formKey}"`);
    return (await person.complete(task.id, await answer(detail, person))).submissionId;
  } catch (error) {
    if (error instanceof RequestFailed && [404, 409].includes(error.status)) return null;
    throw error;
  }
}

/** What no repetition makes better. */
const isRefusal = (error: unknown): boolean => !(error instanceof RequestFailed) ? !isConnectionLoss(error) : error.status < 500 && error.status !== 429;

function isConnectionLoss(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const cause = error.cause as { code?: string } | undefined;
  return error.name === 'TimeoutError' || error.name === 'AbortError' || /fetch failed|terminated|socket/i.test(error.message) || cause?.code !== undefined;
}
