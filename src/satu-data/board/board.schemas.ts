import { z } from 'zod';
import { TIME_LEFT } from './time-left.js';

/* The screens take their types from here, so that nothing that only a server has is imported. */

const Text = z.object({ id: z.string(), en: z.string() });
const DatasetCell = z.object({ id: z.string(), code: z.string(), title: z.string(), slug: z.string(), state: z.string(), reason: z.object({ id: z.string(), en: z.string() }).nullable(), updatedAt: z.string() });
const RequestView = z.object({ id: z.string(), state: z.string(), round: z.number(), deadline: z.string(), letterNumber: z.string().nullable(), sentAt: z.string().nullable(), endedAt: z.string().nullable() });
const Period = z.object({ id: z.string(), title: z.string(), year: z.number(), deadline: z.string(), releaseDate: z.string(), state: z.string() });
/** Who has to do something with how many data sets, and since when; `workingDays` have passed since. */
const Held = z.object({ holder: z.string(), name: Text, count: z.number(), since: z.string(), workingDays: z.number() });
/** How many data sets are in each state; those with none left out. */
const Totals = z.array(z.object({ state: z.string(), name: Text, count: z.number() }));
/** Counts of data sets; shares are for whoever shows them. `due`: asked for, and the deadline that was set first has passed. */
const Counts = z.object({ asked: z.number(), answered: z.number(), onTime: z.number(), due: z.number() });

const Producer = Counts.extend({
  officeId: z.string(), officeCode: z.string(), name: z.string(), request: RequestView.nullable(),
  /** To its deadline; `workingDays` is negative where that has passed. Null where nothing is awaited of the producer: nobody is late with what he does not owe. */
  timeLeft: z.object({ kind: z.enum(TIME_LEFT), workingDays: z.number() }).nullable(),
  held: z.array(Held),
  /** When its leader was last told what it owes; null: never. */
  escalatedAt: z.string().nullable(),
  /** What waits longest stands first; `datasetCount` says how many there are. */
  datasets: z.array(DatasetCell), datasetCount: z.number(),
});

/** Producers × data sets of one period, a page of them; whoever holds up most comes first. */
export const Board = z.object({ period: Period, producers: z.array(Producer), page: z.number(), pages: z.number(), count: z.number(), totals: Totals });
export type Board = z.infer<typeof Board>;

/** All data sets of one producer. */
export const ProducerDatasets = z.object({ datasets: z.array(DatasetCell) });
export type ProducerDatasets = z.infer<typeof ProducerDatasets>;

/** How a period stands as a whole; the report has the same figures. */
export const BoardSummary = z.object({
  period: Period, at: z.string(), workingDaysLeft: z.number(), extended: z.number(),
  datasets: Counts,
  /** Producers that were asked, and those of them of whom everything was validated in time. */
  producers: z.object({ asked: z.number(), answered: z.number() }),
  totals: Totals,
  held: z.array(Held.extend({ producers: z.number() })),
  /** Validated in time up to the end of each day of the office's zone. */
  curve: z.array(z.object({ day: z.string(), count: z.number() })),
  /** Days of the office's zone. */
  today: z.string(), deadlineDay: z.string(),
  forecast: z.object({ expected: z.number().nullable(), allBy: z.string().nullable(), basis: z.enum(['last-period', 'pace']).nullable(), reason: z.enum(['not-sent', 'too-early', 'too-few', 'over', 'done']).nullable() }),
});
export type BoardSummary = z.infer<typeof BoardSummary>;

/** Whose deadline can still be put off. */
export const OpenRequests = z.object({ requests: z.array(z.object({ officeId: z.string(), name: z.string(), deadline: z.string() })) });
export type OpenRequests = z.infer<typeof OpenRequests>;

export const MadeReport = z.object({ letterId: z.string() });
export type MadeReport = z.infer<typeof MadeReport>;
