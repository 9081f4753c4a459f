import { z } from 'zod';
import { DATASET_STATES, type DatasetState } from '../datasets/dataset.states.js';

const STATES = Object.keys(DATASET_STATES) as DatasetState[];

/** Which part of a board is asked for. */
export const BoardQuery = z.object({
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  /** Part of a producer's name or code. */
  q: z.string().trim().max(100).optional(),
  state: z.enum(STATES).optional(),
  /** Who holds up some of its data sets: a role, or what is waited for. */
  holder: z.string().trim().max(100).optional(),
});
export type BoardQuery = z.infer<typeof BoardQuery>;
