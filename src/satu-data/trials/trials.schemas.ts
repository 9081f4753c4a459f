import { z } from 'zod';

/* The screens take their types from here, so that nothing but zod is imported. */

const Text = z.object({ id: z.string(), en: z.string() });

export const TrialId = z.object({ id: z.string().max(64) });
export type TrialId = z.output<typeof TrialId>;

/** Ask again as long as it runs; only what is done has a result. */
export const trialOf = <Result extends z.ZodType>(result: Result) =>
  z.object({ id: z.string(), state: z.enum(['running', 'done', 'stopped', 'refused', 'failed']), progress: z.number(), reason: Text.nullable(), result: result.nullable() });

export interface Trial<Result> {
  readonly id: string;
  readonly state: 'running' | 'done' | 'stopped' | 'refused' | 'failed';
  readonly progress: number;
  readonly reason: z.infer<typeof Text> | null;
  readonly result: Result | null;
}
