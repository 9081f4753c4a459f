import { IncidentEntity, InstanceEntity, TaskEntity } from '../../cases/index.js';
import { Database } from '../../kernel/index.js';
import { mayDo, Starting, TaskForms } from '../../tasks/index.js';
import type { UploadPlace } from '../../files/index.js';
import type { Place } from '../place.js';
import type { OpenRehearsal, Player } from '../rehearsal.js';
import type { RehearsalTime } from '../rehearsal-time.js';
import { assertSameEnding, endingOf, openPlaces } from './ending.js';
import { failed } from './failures.js';
import type { Ids } from './ids.js';
import { learnLetters } from './letters.js';
import type { StageAnswer, StageDoor } from './stage-door.js';
import type { Act, KeptFile, KeptScript, RequestAct, StartAct, TaskAct, TimerAct } from './script.js';
import { still } from './stillness.js';
import { Uploads } from './uploads.js';

/** Where and with what a kept rehearsal is done again. */
export interface Again {
  readonly play: OpenRehearsal;
  readonly door: StageDoor;
  readonly time: RehearsalTime;
  readonly script: KeptScript;
  readonly ids: Ids;
  readonly contentOf: (file: KeptFile) => Promise<Buffer>;
  /** So many things are done. */
  readonly told: (done: number) => void;
  readonly signal: AbortSignal;
}

/** Does a kept rehearsal again, as the people did it. */
export class KeptPlayer {
  private readonly uploads: Uploads;

  constructor(private readonly again: Again) {
    this.uploads = new Uploads(again);
  }

  /** @throws TestFailed where it does not go as it went. */
  async run(): Promise<void> {
    const { play, script, ids, told, signal } = this.again;
    for (const [index, act] of script.acts.entries()) {
      await this.settled();
      await this.does(act);
      told(index + 1);
      signal.throwIfAborted();
    }
    await this.settled();
    assertSameEnding(script.ending, await endingOf(play), ids);
  }

  private does(act: Act): Promise<void> {
    switch (act.do) {
      case 'start': return this.start(act);
      case 'task': return this.task(act);
      case 'timer': return this.timer(act);
      case 'request': return this.request(act);
    }
  }

  /** Nothing goes on by itself, and nothing has failed that did not fail then. */
  private async settled(): Promise<void> {
    const { play, script, signal } = this.again;
    await still(play, signal);
    const incidents = await play.part(Database).read.find(IncidentEntity, { order: { createdAt: 'DESC' } });
    if (incidents.length > script.ending.incidents) throw failed.incident(incidents[0]?.message ?? '');
  }

  private async start(act: StartAct): Promise<void> {
    const { play, door } = this.again;
    const { name } = await this.person(act.by);
    const { data: shown } = await play.as(act.by, () => play.part(Starting).form(act.procedure)).catch((error: Error) => {
      throw failed.refused(`“${act.title}”`, name, error.message);
    });
    const data = await this.sentAgain(act, shown, act.by);
    this.taken(await door.ask(act.by, 'POST', `/api/procedures/${act.procedure}/start`, { data, requestId: act.caseId }), `“${act.title}”`, name);
  }

  private async task(act: TaskAct): Promise<void> {
    const { play, door, ids } = this.again;
    const task = await this.openTask(act);
    ids.learn(act.taskId, task.id);
    ids.learn(act.instanceId, task.instanceId);
    const { username, name } = await this.doer(act, task);
    const shown = await play.as(username, async () => {
      const forms = play.part(TaskForms);
      return forms.initial(await forms.of(task));
    });
    const data = await this.sentAgain(act, shown, username, { taskId: task.id, caseId: task.caseId });
    this.taken(await door.ask(username, 'POST', `/api/tasks/${task.id}/complete`, { data }), `“${act.name}”`, name);
  }

  private async timer(act: TimerAct): Promise<void> {
    const { time } = this.again;
    for (const timer of await time.timers()) {
      const { elementId, about } = await time.place(timer);
      if (elementId === act.elementId && about === act.about) return time.fire(timer.id);
    }
    throw failed.noTimer(act);
  }

  private async request(act: RequestAct): Promise<void> {
    const { play, door, ids } = this.again;
    const { name } = await this.person(act.by);
    await this.uploads.before(act.body, act.by);
    await learnLetters(play, act.letters, ids);
    const { path, body } = ids.translated({ path: act.path, body: act.body });
    this.taken(await door.ask(act.by, act.method, path, body as object | null), `${act.method} ${act.path}`, name);
  }

  private async openTask(act: TaskAct): Promise<TaskEntity> {
    const { play, ids } = this.again;
    const db = play.part(Database).read;
    const open = await db.find(TaskEntity, { where: { state: 'open', caseId: ids.translated(act.caseId), elementId: act.elementId }, order: { createdAt: 'ASC', id: 'ASC' } });
    for (const task of open) if ((await db.findOneBy(InstanceEntity, { id: task.instanceId }))?.label === act.about) return task;
    throw failed.noTask(act, await openPlaces(play));
  }

  /** Whose it is by the diagram; else who did it then, where he still may; else the first who may. */
  private async doer(act: Place & { readonly by: string }, task: TaskEntity): Promise<Player['principal']> {
    const able = (await this.again.play.people()).map(({ principal }) => principal).filter((principal) => mayDo(principal, task));
    const found = able.find(({ id }) => id === task.assigneeId) ?? able.find(({ username }) => username === act.by) ?? able[0];
    if (!found) throw failed.nobody(act);
    return found;
  }

  private async person(username: string): Promise<Player['principal']> {
    const found = (await this.again.play.people()).find(({ principal }) => principal.username === username);
    if (!found) throw failed.gone(username);
    return found.principal;
  }

  private async sentAgain({ shown, data }: StartAct | TaskAct, now: Readonly<Record<string, unknown>>, by: string, place?: UploadPlace): Promise<unknown> {
    const { ids } = this.again;
    ids.learnFrom(shown, now);
    await this.uploads.before(data, by, place);
    return ids.sentAgain(shown, data, now);
  }

  private taken({ ok, why }: StageAnswer, what: string, who: string): void {
    if (!ok) throw failed.refused(what, who, why);
  }
}
