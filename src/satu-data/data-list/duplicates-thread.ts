import { Problem } from 'tertib';
import { inThread } from '../shared/job-place.js';
import { JobGivenUp, JobRunner } from '../shared/job-runner.js';
import { nearDuplicates, type Named, type NearDuplicates } from './near-duplicates.js';

/** Of 50,000 names it takes two seconds. */
const DEADLINE_MS = 120_000;
const MEMORY_MB = 512;
/** So few are compared sooner than a thread begins. */
const FEW = 100;

/** Looks for near-duplicates in a thread of its own. */
export class DuplicatesThread {
  private readonly thread: JobRunner<{ readonly rows: readonly Named[]; readonly most: number }, NearDuplicates>;

  constructor(deadline = DEADLINE_MS) {
    this.thread = new JobRunner({ place: inThread, entry: new URL('./near-duplicates.worker.js', import.meta.url), memoryMb: MEMORY_MB, deadline });
  }

  /** @throws "data-list-duplicates" (503) where there is too much to compare. */
  async find(rows: readonly Named[], most: number): Promise<NearDuplicates> {
    if (rows.length <= FEW) return nearDuplicates(rows, most);
    return this.thread.run({ rows, most }).catch((error: unknown) => {
      throw error instanceof JobGivenUp ? tooMany() : error;
    });
  }

  close(): Promise<void> {
    return this.thread.close();
  }
}

const tooMany = () =>
  new Problem('data-list-duplicates', 503, {
    id: 'Mencari nama yang mirip pada daftar data ini terlalu lama dan dihentikan. Daftarnya tidak berubah; coba lagi nanti.',
    en: 'Looking for similar names in this list took too long and was stopped. The list is as it was; try again later.',
  });
