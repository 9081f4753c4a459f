import { giveWay } from './low-priority.js';
import type { ScanAnswer, ScanJob } from './scan-process.js';
import { scanTable } from './scan-table.js';

giveWay();

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
