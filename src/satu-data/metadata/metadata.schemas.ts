import { z } from 'zod';

const Text = z.object({ id: z.string(), en: z.string() });
const Content = z.record(z.string(), z.unknown());
const kind = z.enum(['activity', 'variable', 'indicator']);

/** `officeId` is for staff, who write for any producer; a producer writes for itself. */
export const NewMetadata = z.object({ kind, officeId: z.string().max(64).optional(), content: Content });
export type NewMetadata = z.output<typeof NewMetadata>;
/** `version` is the one that was read: who saves over another's is refused. */
export const ChangedMetadata = z.object({ version: z.number().int().min(1), content: Content });
export type ChangedMetadata = z.output<typeof ChangedMetadata>;
export const UsedVariable = z.object({ datasetId: z.string().max(64), key: z.boolean() });
export type UsedVariable = z.output<typeof UsedVariable>;

export const MetadataRow = z.object({ id: z.string(), kind, officeId: z.string(), officeName: z.string(), name: z.string().nullable(), version: z.number(), by: z.string(), at: z.string(), percent: z.number(), missing: z.array(Text) });
export type MetadataRow = z.infer<typeof MetadataRow>;
export const MetadataView = MetadataRow.extend({ content: Content, versions: z.array(z.object({ version: z.number(), by: z.string(), at: z.string() })) });
export type MetadataView = z.infer<typeof MetadataView>;
export const UsedAnswer = z.object({ columns: z.array(z.string()) });
