import { z } from 'zod';

const DatasetCell = z.object({ id: z.string(), code: z.string(), title: z.string(), slug: z.string(), state: z.string(), reason: z.string().nullable(), updatedAt: z.string() });
const RequestView = z.object({ id: z.string(), state: z.string(), round: z.number(), deadline: z.string(), letterNumber: z.string().nullable(), sentAt: z.string().nullable(), endedAt: z.string().nullable() });

/** Producers × data sets of one period. */
export const Board = z.object({
  period: z.object({ id: z.string(), title: z.string(), year: z.number(), deadline: z.string(), releaseDate: z.string(), state: z.string() }),
  producers: z.array(z.object({ officeId: z.string(), officeCode: z.string(), name: z.string(), request: RequestView.nullable(), datasets: z.array(DatasetCell) })),
  /** How many data sets are in each state; those with none left out. */
  totals: z.array(z.object({ state: z.string(), name: z.object({ id: z.string(), en: z.string() }), count: z.number() })),
});
export type Board = z.infer<typeof Board>;
