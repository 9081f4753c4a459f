import { existsSync, readdirSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import type { ScanAnswer, ScanJob } from './scan-process.js';
import { scanTable } from './scan-table.js';

// Before DuckDB is there: its threads take over the priority of the one that begins them. On Linux each thread has its own, and Node's
// pool, in which DuckDB's queries run, is there since this file was read.
const threads = existsSync('/proc/self/task') ? readdirSync('/proc/self/task').map(Number) : [0];
for (const thread of threads) setPriority(thread, constants.priority.PRIORITY_BELOW_NORMAL);

const tell = (said: ScanAnswer): void => void process.send?.(said);

async function answer({ dataset, file, layout, context, kept }: ScanJob): Promise<void> {
  try {
    tell({ result: await scanTable(dataset, file, layout, context, { ...(kept !== undefined && { kept }), progress: (progress) => tell({ progress }) }) });
  } catch (error) {
    tell({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

process.on('message', (job: ScanJob) => void answer(job));
// The application has gone, and with it whoever wanted an answer.
process.on('disconnect', () => process.exit());
