import { In, IsNull, Not } from 'typeorm';
import { FileEntity, LocalFileStore } from '../../files/index.js';
import { Database } from '../../kernel/index.js';
import type { ByHand } from '../by-hand.js';
import type { Opened } from '../opened.js';
import { placeOf } from '../place.js';
import type { OpenRehearsal } from '../rehearsal.js';
import { endingOf } from './ending.js';
import { idsIn } from './ids.js';
import type { KeptFile, KeptScript, StepAct } from './script.js';

/** Stores an uploaded file where it outlives the rehearsal; answers its id there. */
export type KeepFile = (file: FileEntity, content: Buffer) => Promise<string>;

/** All that is needed to do a rehearsal again. */
export async function scriptOf({ play, byHand, recorder }: Opened, keepFile: KeepFile): Promise<KeptScript> {
  const { startsAt, acts } = recorder;
  const steps = await stepsOf(play, byHand);
  return { startsAt: startsAt.toISOString(), acts: [...acts], steps, files: await filesOf(play, [acts, steps], keepFile), ending: await endingOf(play) };
}

/** Of elements that were never answered by hand, none is needed. */
async function stepsOf(play: OpenRehearsal, { went }: ByHand): Promise<StepAct[]> {
  const answered = new Set([...went.values()].flatMap(({ task, outcome }) => (outcome === null ? [] : task.elementId)));
  const relevant = [...went.values()].filter(({ task }) => answered.has(task.elementId));
  return Promise.all(relevant.map(async ({ task, outcome }) => ({ ...(await placeOf(play, { elementId: task.elementId, instanceId: task.processInstanceId })), outcome })));
}

/** Letters are made anew; what people uploaded is not. */
async function filesOf(play: OpenRehearsal, named: unknown, keepFile: KeepFile): Promise<KeptFile[]> {
  const rows = await play.part(Database).read.findBy(FileEntity, { id: In(idsIn(named)), userId: Not(IsNull()) });
  const store = play.part(LocalFileStore);
  const kept: KeptFile[] = [];
  for (const row of rows) kept.push({ id: row.id, name: row.name, keptId: await keepFile(row, await store.read(row.id)) });
  return kept;
}
