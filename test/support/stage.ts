import { setTimeout as sleep } from 'node:timers/promises';
import { moveAppClock } from './app-clock.js';
import { consent, type Answer } from './answers.js';
import type { Product } from './app.js';
import { Person, type FileRecord, type TaskDetail } from './people.js';
import { openRecords, type Records } from './records.js';

type Data = Readonly<Record<string, unknown>>;

/** Which of several like tasks is meant, where a case has more than one at a time; and what is answered. */
export interface About {
  /** Id of the producer or data set that the task's process instance is for; a producer's people do their own office's. */
  readonly about?: string;
  /** The whole answer as a function, or what differs from {@link consent}. */
  readonly answer?: Answer | Data;
}

/** The office of a producer's people; officials do tasks of all. */
const ownOffice = ({ user }: Person): string => (user.roles.some((role) => role === 'operator' || role === 'pimpinan') ? (user.officeId ?? '') : '');

const WAIT = 60_000;
const TICK = 1_000;

/** Moves a running product through cases step by step, and through time. */
export class Stage {
  private people = new Map<string, Promise<Person>>();
  private ticking: NodeJS.Timeout | undefined;

  private constructor(
    readonly product: Product,
    readonly records: Records,
  ) {}

  static async of(product: Product): Promise<Stage> {
    return new Stage(product, await openRecords(product));
  }

  async close(): Promise<void> {
    clearInterval(this.ticking);
    await this.records.close();
  }

  /** Signed in, once for as long as sessions last. */
  who(username: string): Promise<Person> {
    const account = this.product.accounts.find((one) => one.username === username);
    if (!account) throw new Error(`Nobody is called ${username}`);
    const signedIn = this.people.get(username) ?? Person.signIn(this.product.url, account);
    this.people.set(username, signedIn);
    return signedIn;
  }

  /** Lets the app's time go on from `now`. Sessions may end by that: everybody signs in again. */
  async moveApp(now: Date): Promise<void> {
    await moveAppClock(this.product.url, now);
    this.people = new Map();
  }

  /** The engine's clock can only be stopped: it is set again every second, so that it goes on. */
  async moveEngine(now: Date): Promise<void> {
    clearInterval(this.ticking);
    const offset = now.getTime() - Date.now();
    const set = () => this.product.engine.setClock(new Date(Date.now() + offset));
    await set();
    this.ticking = setInterval(() => void set().catch(() => undefined), TICK).unref();
  }

  async move(now: Date): Promise<void> {
    await this.moveApp(now);
    await this.moveEngine(now);
  }

  /** The open task of an element. */
  async task(caseId: string, elementId: string, about = ''): Promise<string> {
    const deadline = Date.now() + WAIT;
    for (;;) {
      const [found] = await this.records.query<{ id: string }>(
        `SELECT t.id FROM tasks t JOIN case_instances i ON i.id = t."instanceId" WHERE t."caseId" = ? AND t."elementId" = ? AND t.state = 'open' AND i.variables LIKE ?`,
        [caseId, elementId, `%${about}%`],
      );
      if (found) return found.id;
      if (Date.now() > deadline) throw new Error(`No task ${elementId} ${about} after ${WAIT} ms: ${await this.standing(caseId)}`);
      await sleep(100);
    }
  }

  async open(caseId: string, username: string, elementId: string, { about }: About = {}): Promise<TaskDetail> {
    const person = await this.who(username);
    return person.open(await this.task(caseId, elementId, about ?? ownOffice(person)));
  }

  /** Opens a task and completes it, in favour unless said otherwise. Answers what the person saw. */
  async act(caseId: string, username: string, elementId: string, { about, answer = {} }: About = {}): Promise<TaskDetail> {
    const person = await this.who(username);
    const task = await this.open(caseId, username, elementId, about === undefined ? {} : { about });
    const given = typeof answer === 'function' ? await answer(task, person) : { ...(await consent[task.formKey ?? '']?.(task, person)), ...answer };
    await person.complete(task.id, given);
    return task;
  }

  /** Several tasks one after the other, all in favour: `kadis menugaskan-kabid`. */
  async acts(caseId: string, ...steps: readonly string[]): Promise<void> {
    for (const step of steps) {
      const [username = '', elementId = ''] = step.split(' ');
      await this.act(caseId, username, elementId);
    }
  }

  /** Until the read model says so. */
  async until(what: string, holds: () => Promise<boolean>, timeout = WAIT): Promise<void> {
    const deadline = Date.now() + timeout;
    while (!(await holds())) {
      if (Date.now() > deadline) throw new Error(`Not so after ${timeout} ms: ${what}`);
      await sleep(100);
    }
  }

  async caseIs(caseId: string, state: 'ended' | 'cancelled'): Promise<void> {
    const is = async () => (await this.records.query('SELECT state FROM cases WHERE id = ?', [caseId]))[0]?.['state'] === state;
    await this.until(`case ${state}`, is).catch(async (error: Error) => {
      throw new Error(`${error.message}. ${await this.standing(caseId)}`);
    });
  }

  async upload(task: TaskDetail, username: string, name: string, content: Buffer): Promise<FileRecord> {
    return (await this.who(username)).upload(name, content, { caseId: task.caseId, taskId: task.id });
  }

  async text(path: string): Promise<string> {
    return (await fetch(`${this.product.url}${path}`)).text();
  }

  private async standing(caseId: string): Promise<string> {
    const tasks = await this.records.query(`SELECT "elementId", state, role FROM tasks WHERE "caseId" = ? AND state IN ('open', 'completing')`, [caseId]);
    const incidents = await this.records.query('SELECT message FROM case_incidents WHERE "caseId" = ?', [caseId]).catch(() => []);
    return JSON.stringify({ tasks, incidents, output: this.product.output().slice(-1_500) });
  }
}
