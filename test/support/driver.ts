import { setTimeout as sleep } from 'node:timers/promises';
import { consent, type Answers } from './answers.js';
import { Person, RequestFailed, type TaskDetail, type TaskRow } from './people.js';
import type { Product } from './app.js';

/** A task that was done, for the record. */
export interface Done {
  readonly task: TaskRow;
  readonly by: string;
  readonly submissionId: string;
  /** Milliseconds from opening it until it was taken. */
  readonly took: number;
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
  /** How many tasks a person does at the same time. */
  readonly hands?: number;
  readonly onDone?: (done: Done) => void;
}

/** Milliseconds from one look into the inbox to the next: longer each time that nothing is there, or the looks of many people are most of what the application does. */
const LOOK = { first: 200, last: 1_600 };

/** How often a task may be refused before a patient driver gives up: a deadline may pass between looking and sending. */
const PATIENCE = 10;

/** Signs everybody of demo-accounts.json in. */
export const everybody = (product: Product): Promise<Person[]> => Promise.all(product.accounts.map((account) => Person.signIn(product.url, account)));

/** One of them, by the name that he signs in with. */
export const whoIs = (people: readonly Person[], username: string): Person => {
  const found = people.find((person) => person.username === username);
  if (!found) throw new Error(`Nobody is called ${username}`);
  return found;
};

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
  const refusals = new Map<string, number>();
  const one = async (task: TaskRow): Promise<void> => {
    try {
      const begun = performance.now();
      const submissionId = await complete(person, task, answers);
      if (!submissionId) return;
      finished.add(task.id);
      record({ task, by: person.username, submissionId, took: performance.now() - begun });
    } catch (error) {
      const tries = (refusals.get(task.id) ?? 0) + 1;
      refusals.set(task.id, tries);
      if (!options.patient || (isRefusal(error) && tries > PATIENCE)) throw error;
    }
  };
  let pause = LOOK.first;
  while (!ended.aborted) {
    try {
      const open = (await person.tasks()).filter((task) => !finished.has(task.id) && mayDo(task, person) && (options.only?.(task) ?? true));
      pause = open.length > 0 ? LOOK.first : Math.min(pause * 2, LOOK.last);
      const hands = Array.from({ length: options.hands ?? 1 }, async () => {
        for (let task = open.shift(); task && !ended.aborted; task = open.shift()) await one(task);
      });
      await Promise.all(hands);
    } catch (error) {
      if (!options.patient || isRefusal(error)) throw error;
    }
    await sleep(pause);
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
    if (hasClosed(task, detail)) return null;
    return (await person.complete(task.id, await answer(detail, person))).submissionId;
  } catch (error) {
    if (error instanceof RequestFailed && [404, 409].includes(error.status)) return null;
    throw error;
  }
}

/** The deadline has taken every data set of it: the engine is about to take the task as well. */
const hasClosed = ({ formKey }: TaskRow, { data }: TaskDetail): boolean => formKey === 'penyampaian-data' && ((data['dataset'] as unknown[] | undefined) ?? []).length === 0;

/** What no repetition makes better. */
const isRefusal = (error: unknown): boolean => !(error instanceof RequestFailed) ? !isConnectionLoss(error) : error.status < 500 && error.status !== 429;

/** By its words: `fetch` throws errors of another realm than jest's. */
function isConnectionLoss(error: unknown): boolean {
  const { name = '', message = '', cause } = (error ?? {}) as { name?: string; message?: string; cause?: { code?: string } };
  return name === 'TimeoutError' || name === 'AbortError' || /fetch failed|terminated|socket/i.test(message) || cause?.code !== undefined;
}
