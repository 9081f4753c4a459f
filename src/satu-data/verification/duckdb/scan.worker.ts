import type { JobProgress } from '../../shared/job-runner.js';
import { giveWay } from '../../shared/low-priority.js';
import { LARGE_JOBS } from '../../large/work/jobs.js';
import { UnreadableTable } from '../../tables/table.types.js';
import type { Asked, ScanAnswer, ScanJob } from './scan-process.js';
import { scanTable } from './scan-table.js';

giveWay();

const tell = (said: ScanAnswer | JobProgress): void => void process.send?.(said);

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
