import { setTimeout as sleep } from 'node:timers/promises';
import { CommandEntity, Feed } from '../../cases/index.js';
import { Database } from '../../kernel/index.js';
import type { OpenRehearsal } from '../rehearsal.js';
import { failed } from './failures.js';

/** Milliseconds for automatic steps to come to an end, and between two looks. A step that failed may wait for its next try. */
const PATIENCE = 90_000;
const LOOK = 60;

/** Waits until nothing on the stage goes on by itself: people or time must do the next thing. @throws TestFailed where it does not end. */
export async function still(play: OpenRehearsal, signal: AbortSignal, patience = PATIENCE): Promise<void> {
  let quiet = 0;
  for (const deadline = Date.now() + patience; quiet < 2; await sleep(LOOK)) {
    signal.throwIfAborted();
    // Twice: between two questions, what was on its way to the engine may have become work in it.
    quiet = (await isStill(play)) ? quiet + 1 : 0;
    if (Date.now() > deadline) throw failed.restless();
  }
}

async function isStill(play: OpenRehearsal): Promise<boolean> {
  if (await play.part(Database).read.existsBy(CommandEntity, { state: 'pending' })) return false;
  const { jobs, externalTasks } = play.stage.engine;
  const [continuations, tasks] = await Promise.all([jobs.jobs({ executable: true, active: true }), externalTasks.externalTasks({ active: true, withRetriesLeft: true })]);
  if (tasks.length > 0 || continuations.some(({ processInstanceId }) => processInstanceId !== null)) return false;
  await play.part(Feed).sync();
  return true;
}
