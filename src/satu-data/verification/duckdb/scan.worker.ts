import { existsSync, readdirSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { LARGE_JOBS } from '../../large/work/jobs.js';
import { UnreadableTable } from '../../tables/table.types.js';
import type { Asked, ScanAnswer, ScanJob } from './scan-process.js';
import { scanTable } from './scan-table.js';

// Before DuckDB is there: its threads take over the priority of the one that begins them. On Linux each thread has its own, and Node's
// pool, in which DuckDB's queries run, is there since this file was read.
const threads = existsSync('/proc/self/task') ? readdirSync('/proc/self/task').map(Number) : [0];
for (const thread of threads) setPriority(thread, constants.priority.PRIORITY_BELOW_NORMAL);

const tell = (said: ScanAnswer): void => void process.send?.(said);

const progress = (fraction: number): void => tell({ progress: fraction });
const scan = ({ dataset, file, layout, context, kept }: ScanJob) => scanTable(dataset, file, layout, context, { ...(kept !== undefined && { kept }), progress });

async function answer({ kind, job }: Asked): Promise<void> {
  try {
    tell({ result: await (kind === 'scan' ? scan(job) : (LARGE_JOBS[kind] as (job: unknown, progress: (fraction: number) => void) => Promise<unknown>)(job, progress)) });
  } catch (error) {
    if (error instanceof UnreadableTable) tell({ unreadable: error.text });
    else tell({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

process.on('message', (asked: Asked) => void answer(asked));
// The application has gone, and with it whoever wanted an answer.
process.on('disconnect', () => process.exit());
