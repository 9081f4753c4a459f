import type { Changes } from '../../changes/changes-since.js';
import type { Variable } from '../../datasets/dataset.types.js';
import { withDatabase } from '../../verification/duckdb/database.js';
import { changesOf } from './changes.js';
import { beforeSide, type BeforeFile } from './sides.js';

export interface CompareJob {
  readonly folder: string;
  readonly variables: readonly Variable[];
  readonly now: BeforeFile;
  readonly before: BeforeFile;
}

/** Two tables, of which one is not in memory. */
export const compareTables = ({ folder, variables, now, before }: CompareJob): Promise<Changes> =>
  withDatabase(folder, undefined, (database) => changesOf(database, variables, beforeSide(now, variables), beforeSide(before, variables)));
