import { dirname } from 'node:path';
import { withDatabase } from '../../verification/duckdb/database.js';
import type { LargeHead, LargeShape } from '../large.types.js';
import { rowsOf } from './facts.js';
import { keptValues } from './kept-values.js';

/** The rows after one of them. */
export interface PageJob {
  readonly path: string;
  readonly shape: LargeShape;
  /** As the upload numbers them; 0 for the first ones. */
  readonly after: number;
  readonly most: number;
}

export const findPage = ({ path, shape, after, most }: PageJob): Promise<LargeHead> =>
  withDatabase(dirname(path), undefined, (database) => rowsOf(database, keptValues(path, shape), shape, `WHERE n > ${Math.trunc(after)} ORDER BY n LIMIT ${Math.trunc(most)}`));
