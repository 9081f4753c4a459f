import { z } from 'zod';

export const State = z.enum(['open', 'extended', 'late', 'delivering', 'answered', 'objection', 'closed']);
export type State = z.infer<typeof State>;

export const Entry = z.object({
  caseId: z.string(),
  number: z.string().nullable(),
  applicant: z.string(),
  subject: z.string(),
  receivedAt: z.string(),
  state: State,
  /** What is waited for next, and how many working days are left; negative: that it is late. Null: nothing. */
  dueAt: z.string().nullable(),
  daysLeft: z.number().nullable(),
  mayObject: z.boolean(),
});
export type Entry = z.infer<typeof Entry>;

export const Year = z.object({
  year: z.number(),
  received: z.number(),
  granted: z.number(),
  partly: z.number(),
  refused: z.number(),
  elsewhere: z.number(),
  open: z.number(),
  objections: z.number(),
  /** Working days to the answer; null while none was given. */
  averageDays: z.number().nullable(),
  /** How often each letter of Article 17 was a ground. */
  grounds: z.record(z.string(), z.number()),
});
export type Year = z.infer<typeof Year>;
