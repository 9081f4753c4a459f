import { z } from 'zod';
import { OUTCOMES } from './difference.js';

const text = z.object({ id: z.string(), en: z.string() });
/** Where the next part goes on; sent back as it came. */
const NextSchema = z.strictObject({ from: z.int().min(0).max(1_000), until: z.iso.datetime().nullable(), drafts: z.string().regex(/^[0-9a-f]{64}$/) });

export const ReplayBody = z.strictObject({ next: NextSchema.nullable() });
export const ReplaySchema = z.object({
  /** Finished cases that are replayed in all. */
  total: z.number(),
  done: z.number(),
  /** Finished cases that are left out, because they are older. */
  older: z.number(),
  next: NextSchema.nullable(),
  groups: z.array(z.object({ key: z.string(), outcome: z.enum(OUTCOMES), code: z.string(), processKey: z.string(), elementId: z.string(), flowId: z.string(), words: text, count: z.number(), examples: z.array(z.object({ id: z.string(), title: z.string() })) })),
  /** How many of the cases come through each element and flow of a draft's diagram. */
  ways: z.array(z.object({ processKey: z.string(), elementId: z.string(), count: z.number() })),
});
export type ReplayNext = z.infer<typeof NextSchema>;
export type ReplayPart = z.infer<typeof ReplaySchema>;
