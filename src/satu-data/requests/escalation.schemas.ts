import { z } from 'zod';

export const EscalateBody = z.object({
  caseId: z.string().max(64),
  /** Left out: every producer whose request is open. */
  officeIds: z.array(z.string().max(64)).min(1).max(1000).optional(),
  reason: z.string().trim().min(5).max(1000),
});
export type EscalateBody = z.output<typeof EscalateBody>;

/** Ids of offices: whose leader was told, whose had been told today already, and where nobody has an address. */
export const EscalateAnswer = z.object({ told: z.array(z.string()), before: z.array(z.string()), unreached: z.array(z.string()) });
export type EscalateAnswer = z.infer<typeof EscalateAnswer>;
