import { z } from 'zod';
import { FIELD_TYPES } from './field-list.js';

const text = z.object({ id: z.string(), en: z.string() });
const base = { x: z.number(), y: z.number(), color: z.string() };

export const PreviewBody = z.strictObject({ content: z.string().max(2_000_000), caseId: z.uuid().nullable().default(null) });

const MarkSchema = z.discriminatedUnion('kind', [
  z.object({ ...base, kind: z.literal('text'), width: z.number(), size: z.number(), bold: z.boolean(), italic: z.boolean(), underline: z.boolean(), text: z.string() }),
  z.object({ ...base, kind: z.literal('line'), x2: z.number(), y2: z.number(), width: z.number() }),
  z.object({ ...base, kind: z.literal('area'), width: z.number(), height: z.number() }),
  z.object({ ...base, kind: z.literal('dot'), size: z.number() }),
  z.object({ x: z.number(), y: z.number(), kind: z.literal('image'), width: z.number(), height: z.number(), source: z.string() }),
]);

export const PreviewSchema = z.object({
  subject: z.string().nullable(),
  text: z.string().nullable(),
  from: z.string().nullable(),
  to: z.array(z.string()).nullable(),
  pdf: z.string().nullable(),
  pages: z.array(z.object({ width: z.number(), height: z.number(), marks: z.array(MarkSchema) })),
  /** Pages in all; not more than the first twenty are pictured. */
  total: z.number(),
  /** The case whose values are shown; null: made-up ones. */
  caseTitle: z.string().nullable(),
});

export const FieldsSchema = z.object({
  /** The steps of the diagrams that the text is for. */
  steps: z.array(z.object({ procedure: z.string(), elementId: z.string(), name: z.string() })),
  /** Whether the fields below are all that there are. */
  closed: z.boolean(),
  groups: z.array(
    z.object({
      from: z.enum(['step', 'form', 'office']), title: text, list: z.string().nullable(),
      fields: z.array(z.object({ path: z.string(), label: text, type: z.enum(FIELD_TYPES), example: z.string() })),
    }),
  ),
});

export const CasesQuery = z.object({ q: z.string().trim().max(200).default('') });
export const CasesSchema = z.array(z.object({ id: z.string(), title: z.string(), startedAt: z.iso.datetime() }));
