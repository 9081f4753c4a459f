import { z } from 'zod';

const at = z.iso.datetime();

export const RehearsalSchema = z.object({
  id: z.uuid(),
  /** `failed`: `failure` says why; nothing of it is left. */
  state: z.enum(['opening', 'open', 'failed']),
  by: z.string(),
  /** Whose it is may end it without asking. */
  mine: z.boolean(),
  begunAt: at,
  failure: z.string().nullable(),
  /** Whether what is rehearsed is still what the drafts hold. */
  current: z.boolean(),
});

/** No rehearsal is `null`: JSON has no empty answer. */
export const CurrentSchema = z.object({ rehearsal: RehearsalSchema.nullable() });

const Text = z.object({ id: z.string(), en: z.string() });

export const BoardSchema = z.object({
  /** The rehearsal's own time. */
  now: at,
  people: z.array(z.object({ username: z.string(), name: z.string(), roles: z.array(z.string()), office: z.string().nullable() })),
  cases: z.array(z.object({ id: z.string(), title: z.string(), state: z.string() })),
  /** Tasks of people, with those who can do them. */
  tasks: z.array(z.object({ id: z.string(), name: z.string(), about: z.string().nullable(), role: z.string().nullable(), players: z.array(z.string()) })),
  timers: z.array(z.object({ id: z.string(), name: z.string(), dueAt: at })),
  /** `outputs`: what the step may set, by name, with its JSON type. */
  automatic: z.array(z.object({ id: z.string(), name: z.string(), title: Text, outputs: z.array(z.object({ name: z.string(), label: Text, type: z.string(), required: z.boolean() })) })),
  byHand: z.boolean(),
  incidents: z.array(z.object({ id: z.string(), name: z.string(), message: z.string() })),
  mails: z.array(z.object({ id: z.string(), to: z.array(z.string()), subject: z.string(), text: z.string() })),
});
export type Board = z.infer<typeof BoardSchema>;

export const ByHandBody = z.strictObject({ byHand: z.boolean() });

/** `real`: do it. Else what it sets, or the code of the error that it ends with. */
export const AnswerBody = z.discriminatedUnion('how', [
  z.strictObject({ how: z.literal('real') }),
  z.strictObject({ how: z.literal('done'), outputs: z.record(z.string().max(200), z.json()) }),
  z.strictObject({ how: z.literal('error'), code: z.string().min(1).max(200), message: z.string().max(500) }),
]);
export type StepAnswer = z.infer<typeof AnswerBody>;
