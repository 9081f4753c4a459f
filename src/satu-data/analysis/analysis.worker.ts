import { stepBack } from '../shared/low-priority.js';
import type { Job, Said } from './analysis-process.js';
import { Opened } from './opened.js';
import { QueryError } from './query-error.js';
import { answer } from './questions.js';

stepBack();

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

process.on('message', (job: Job) => void process.send?.(said(job)));
// The application has gone, and with it whoever wanted an answer.
process.on('disconnect', () => process.exit());
