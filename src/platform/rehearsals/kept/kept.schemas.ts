import { z } from 'zod';

const at = z.iso.datetime();
const Text = z.object({ id: z.string(), en: z.string() });

export const KeepBody = z.strictObject({ name: z.string().trim().min(1).max(200) });

export const KeptSchema = z.object({ id: z.uuid() });

/** One thing that is done in a test. `timer`: time is moved until it fires; `request`: something else that somebody asked for. */
const ActLine = z.object({ what: z.enum(['start', 'task', 'timer', 'request']), name: z.string(), about: z.string().nullable(), by: z.string().nullable() });

export const KeptTestSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  keptBy: z.string(),
  keptAt: at,
  acts: z.array(ActLine),
  /** How it went with the drafts as they are; `open`: it was not run with them. */
  state: z.enum(['open', 'passed', 'failed']),
  ranAt: at.nullable(),
  /** How many acts were done before it stopped; of a `failed` one. */
  ranTo: z.int().nullable(),
  failure: Text.nullable(),
});

/** Tests under way. */
const RunSchema = z.object({ by: z.string(), total: z.int(), done: z.int(), name: z.string(), act: z.int(), acts: z.int() });

export const KeptTestsSchema = z.object({ tests: z.array(KeptTestSchema), run: RunSchema.nullable(), /** Why the last run ended before its time. */ broken: Text.nullable() });
export type KeptTests = z.infer<typeof KeptTestsSchema>;
export type RunState = z.infer<typeof RunSchema>;
