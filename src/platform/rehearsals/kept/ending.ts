import { CaseEntity, IncidentEntity, TaskEntity } from '../../cases/index.js';
import { Database } from '../../kernel/index.js';
import { placeOf, type Place } from '../place.js';
import type { OpenRehearsal } from '../rehearsal.js';
import { failed } from './failures.js';
import type { Ids } from './ids.js';
import type { Ending } from './script.js';

/** How it stands on a stage. */
export async function endingOf(play: OpenRehearsal): Promise<Ending> {
  const db = play.part(Database).read;
  const cases = (await db.find(CaseEntity, { order: { startedAt: 'ASC', id: 'ASC' } })).map(({ id, title, state }) => ({ id, title, state }));
  return { cases, tasks: await openPlaces(play), incidents: await db.count(IncidentEntity) };
}

export async function openPlaces(play: OpenRehearsal): Promise<Place[]> {
  const tasks = await play.part(Database).read.find(TaskEntity, { where: { state: 'open' }, order: { createdAt: 'ASC', id: 'ASC' } });
  return Promise.all(tasks.map(({ elementId, instanceId }) => placeOf(play, { elementId, instanceId })));
}

/** @throws TestFailed where it ended otherwise. */
export function assertSameEnding(then: Ending, now: Ending, ids: Ids): void {
  for (const { id, title, state } of then.cases) {
    const is = now.cases.find((one) => one.id === ids.translated(id))?.state ?? 'gone';
    if (is !== state) throw failed.otherEnd(title, state, is);
  }
  if (sorted(then.tasks) !== sorted(now.tasks)) throw failed.otherTasks(then.tasks, now.tasks);
}

/** A step may be called otherwise by now: where it is counts. */
const sorted = (places: readonly Place[]): string => places.map(({ elementId, about }) => `${elementId} ${about ?? ''}`).sort().join('\n');
