import { z } from 'zod';
import { EDITS } from './repair.js';
import { RESOURCE_KINDS } from './resource.js';

const kind = z.enum(RESOURCE_KINDS);
const time = z.iso.datetime();
const text = z.object({ id: z.string(), en: z.string() });

const RepairSchema = z.object({ edit: z.enum(EDITS), elementId: z.string(), value: z.string(), label: text });
export const FindingSchema = z.object({ code: z.string(), path: z.string(), title: text, elementId: z.string(), name: z.string(), severity: z.enum(['error', 'warning']), message: text, repair: RepairSchema.nullable() });
export const FindingsSchema = z.object({ findings: z.array(FindingSchema), ok: z.boolean() });

const DraftRowSchema = z.object({ kind, key: z.string(), title: text, path: z.string(), etag: z.string(), changed: z.boolean(), removed: z.boolean(), updatedAt: time.nullable(), updatedByName: z.string().nullable() });
export const DraftListSchema = z.array(DraftRowSchema);
export const DraftSchema = DraftRowSchema.extend({ content: z.string(), base: z.string().nullable() });
export const DraftBody = z.strictObject({ content: z.string().max(2_000_000) });
export const PublishBody = z.strictObject({ note: z.string().trim().min(1).max(2_000) });

export const ReleaseSchema = z.object({
  id: z.string(), version: z.number(), state: z.enum(['deploying', 'live', 'retired', 'failed']), origin: z.enum(['shipped', 'edited']), note: z.string(), restoredVersion: z.number().nullable(),
  publishedByName: z.string().nullable(), publishedAt: time, failure: z.string().nullable(),
});
export const ReleaseListSchema = z.array(ReleaseSchema);
export const ContentSchema = z.object({ key: z.string(), content: z.string() });

/** `diagrams`, `forms`, `letters` in addresses. */
export const KINDS = { diagrams: 'diagram', forms: 'form', letters: 'letter' } as const;
export const KindParam = z.enum(['diagrams', 'forms', 'letters']);
