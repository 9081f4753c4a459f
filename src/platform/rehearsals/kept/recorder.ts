import { v7 as uuidv7 } from 'uuid';
import { Clock } from '../../../sdk/index.js';
import { SubmissionEntity, TaskEntity } from '../../cases/index.js';
import { Database } from '../../kernel/index.js';
import { Starting, TaskForms } from '../../tasks/index.js';
import { placeOf, type Place } from '../place.js';
import type { OpenRehearsal } from '../rehearsal.js';
import { lettersIn } from './letters.js';
import type { Act, RequestAct, StartAct, TaskAct } from './script.js';

/** A request that somebody makes in a rehearsal. */
export interface Asked {
  readonly by: string;
  readonly method: string;
  /** From `/api` on, with its query. */
  readonly path: string;
  readonly body: unknown;
}

type Fields = Record<string, unknown>;

/** They change nothing that the next step could see: what was uploaded or drafted counts once it is sent. */
const PASSING = [/^(GET|HEAD|OPTIONS) /, /^PUT \/api\/tasks\/[^/]+\/draft$/, /^POST \/api\/tasks\/[^/]+\/(claim|release)$/, /^POST \/api\/files$/, /^\w+ \/api\/session(\/|$)/];
const START = /^POST \/api\/procedures\/([^/]+)\/start$/;
const TASK = /^POST \/api\/tasks\/([^/]+)\/complete$/;
const MANY = /^POST \/api\/tasks\/complete-many$/;

/** Writes down what is done in a rehearsal, so that it can be done again. */
export class Recorder {
  readonly startsAt: Date;
  private readonly done: Act[] = [];

  constructor(private readonly play: OpenRehearsal) {
    this.startsAt = play.part(Clock).now();
  }

  get acts(): readonly Act[] {
    return this.done;
  }

  /** Before a request is passed on; what it answers is called once that was done. */
  async before(asked: Asked): Promise<() => Promise<void>> {
    const what = `${asked.method} ${asked.path.split('?')[0]}`;
    if (PASSING.some((pattern) => pattern.test(what))) return () => Promise.resolve();
    const acts = await this.prepared(what, asked).catch(() => []);
    return async () => {
      for (const act of acts) if (act.do !== 'task' || (await this.wasSent(act))) this.done.push(act);
    };
  }

  /** A timer was let fire. */
  fired(place: Place): void {
    this.done.push({ do: 'timer', ...place });
  }

  private async prepared(what: string, asked: Asked): Promise<readonly Act[]> {
    const [, procedure] = START.exec(what) ?? [];
    if (procedure !== undefined) return [await this.start(procedure, asked)];
    const [, task] = TASK.exec(what) ?? [];
    const body = (asked.body ?? {}) as Fields;
    const ids = task === undefined ? (MANY.test(what) ? (body['ids'] as string[]) : []) : [task];
    if (ids.length > 0) return Promise.all(ids.map((id) => this.task(id, asked.by, body['data'])));
    return [await this.request(asked)];
  }

  /** Its id is the case's: one is given where the page has none. */
  private async start(procedure: string, { by, body }: Asked): Promise<StartAct> {
    const sent = body as { data: unknown; requestId?: string };
    sent.requestId ??= uuidv7();
    const { title, data: shown } = await this.play.as(by, () => this.play.part(Starting).form(procedure));
    return { do: 'start', by, procedure, title, caseId: sent.requestId, shown, data: sent.data };
  }

  private async task(id: string, by: string, data: unknown): Promise<TaskAct> {
    const forms = this.play.part(TaskForms);
    const row = await this.play.part(Database).read.findOneByOrFail(TaskEntity, { id });
    const shown = await this.play.as(by, async () => forms.initial(await forms.of(row)));
    const { caseId, instanceId, role, elementId } = row;
    return { do: 'task', by, role, caseId, instanceId, taskId: id, shown, data, ...(await placeOf(this.play, { elementId, instanceId })) };
  }

  private async request({ by, method, path, body }: Asked): Promise<RequestAct> {
    return { do: 'request', by, method, path, body: body ?? null, letters: await lettersIn(this.play, { path, body }) };
  }

  /** Of many that are sent at once, some may be refused. */
  private wasSent({ taskId }: TaskAct): Promise<boolean> {
    return this.play.part(Database).read.existsBy(SubmissionEntity, { taskId });
  }
}
