import { z } from 'zod';
import { RESOURCE_KINDS } from '../resource.js';

const text = z.object({ id: z.string(), en: z.string() });
const change = z.enum(['added', 'removed', 'changed', 'moved']);
const side = z.object({ version: z.number().nullable() });

export const ChangesSchema = z.array(z.object({ change, place: z.string(), words: text }));
const FileSchema = z.object({
  kind: z.enum(RESOURCE_KINDS), key: z.string(), path: z.string(), title: text, change,
  changes: ChangesSchema,
  lines: z.array(z.object({ change: z.enum(['same', 'added', 'removed']), text: z.string() })),
  before: z.string().nullable(), after: z.string().nullable(),
});
export const ComparisonSchema = z.object({ before: side, after: side, files: z.array(FileSchema) });
export const ComparisonQuery = z.strictObject({ to: z.string().max(100).default('drafts') });
