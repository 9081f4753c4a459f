import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { constants, setPriority } from 'node:os';

/**
 * This process gets the processors only while nobody else wants them.
 *
 * Call it before DuckDB is there: its threads take over what the thread that begins them has. On Linux that is the kernel's own class for
 * such work, SCHED_IDLE (`sched(7)`): whoever answers a request takes the processor from it at once, where a thread of the lowest ordinary
 * priority keeps it to the end of its slice, some milliseconds. `chrt` sets it, as Node cannot; it is part of util-linux. Without it, and elsewhere,
 * the lowest priority has to do.
 */
export function giveWay(): void {
  if (process.platform === 'linux' && idles()) return;
  stepBack();
}

/** This process gets the processors last of all, but is never without: somebody waits for it. */
export function stepBack(): void {
  for (const thread of threads()) setPriority(thread, constants.priority.PRIORITY_LOW);
}

function idles(): boolean {
  try {
    execFileSync('chrt', ['--all-tasks', '--idle', '--pid', '0', String(process.pid)], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** On Linux each thread has a priority of its own, and Node's pool, in which DuckDB's queries run, may be there already. */
const threads = (): number[] => (existsSync('/proc/self/task') ? readdirSync('/proc/self/task').map(Number) : [0]);
