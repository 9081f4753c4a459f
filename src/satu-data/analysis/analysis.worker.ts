import { existsSync, readlinkSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { basename } from 'node:path';
import { parentPort } from 'node:worker_threads';
import type { Job, Said } from './analysis-thread.js';
import { Opened } from './opened.js';
import { QueryError } from './query-error.js';
import { answer } from './questions.js';

// On Linux each thread has its own priority; elsewhere it would be that of all.
const SELF = '/proc/thread-self';
if (existsSync(SELF)) setPriority(Number(basename(readlinkSync(SELF))), constants.priority.PRIORITY_LOW);

/** Tables take some hundred MB once they are read: these were asked about last, the newest first. */
const KEPT = 2;
let kept: { readonly key: string; readonly opened: Opened }[] = [];

function openedFor({ key, opens }: Job): Opened | null {
  const opened = kept.find((one) => one.key === key)?.opened ?? (opens && new Opened(opens.given, opens.read));
  if (opened) kept = [{ key, opened }, ...kept.filter((one) => one.key !== key)].slice(0, KEPT);
  return opened;
}

function said(job: Job): Said {
  try {
    const opened = openedFor(job);
    return opened ? { answer: answer(opened, job.question, job.asked as never) } : { closed: true };
  } catch (error) {
    if (error instanceof QueryError) return { refused: error.text };
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
parentPort?.on('message', (job: Job) => parentPort?.postMessage(said(job)));
