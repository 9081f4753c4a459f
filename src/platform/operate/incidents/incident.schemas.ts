import { z } from 'zod';

const count = z.number().int();
const time = z.iso.datetime();
const text = z.object({ id: z.string(), en: z.string() });

export const IncidentGroupsSchema = z.object({
  total: count,
  groups: z.array(z.object({
    key: z.string(),
    /** Null: it is of no step. */
    elementId: z.string().nullable(), name: z.string(), processName: z.string(),
    cause: text, advice: text,
    /** The first one's message, as the system wrote it. */
    message: z.string(),
    /** Whether the input of the step can be changed. */
    automatic: z.boolean(),
    count, first: time, last: time,
    incidents: z.array(z.object({ id: z.string(), caseId: z.string(), title: z.string(), label: z.string().nullable(), at: time, message: z.string() })),
  })),
});

export const FIELD_KINDS = ['text', 'number', 'yes-no', 'choice', 'date', 'list'] as const;
const Value = z.union([z.string().max(4_000), z.number(), z.boolean(), z.null(), z.array(z.string().max(4_000)).max(1_000)]);
export type FieldValue = z.infer<typeof Value>;
export const InputSchema = z.array(z.object({ name: z.string(), label: text, kind: z.enum(FIELD_KINDS), choices: z.array(z.string()), required: z.boolean(), value: Value }));

/** Only `values` that are to be others; the reason stands in the audit log. */
export const RepairBody = z.strictObject({ reason: z.string().trim().min(3).max(1_000), values: z.record(z.string().max(200), Value).default({}) });
