import type { Changes, ComparedDataset, Since } from '../../changes/changes-since.js';
import { withDatabase } from '../../verification/duckdb/database.js';
import { changesOf } from './changes.js';
import { beforeSide, type BeforeFile } from './sides.js';

export interface CompareJob {
  readonly folder: string;
  readonly dataset: ComparedDataset;
  readonly now: BeforeFile;
  readonly before: BeforeFile;
  readonly since: Since;
}

/** Two tables, of which one is not in memory. */
export const compareTables = ({ folder, dataset, now, before, since }: CompareJob): Promise<Changes> =>
  withDatabase(folder, undefined, (database) => changesOf(database, dataset, beforeSide(now, dataset.variables), beforeSide(before, dataset.variables), since));
