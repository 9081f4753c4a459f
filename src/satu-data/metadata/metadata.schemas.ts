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

export const MetadataQuery = z.object({
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  kind: kind.optional(),
  officeId: z.string().max(64).optional(),
  /** Words that are in the name, or a record's code. */
  q: z.string().trim().max(100).default(''),
});
export type MetadataQuery = z.output<typeof MetadataQuery>;

export const MetadataRow = z.object({
  id: z.string(), code: z.string(), kind, officeId: z.string(), officeName: z.string(), name: z.string().nullable(), version: z.number(), by: z.string(), at: z.string(), percent: z.number(),
  missing: z.array(Text.extend({ field: z.string() })),
});
export type MetadataRow = z.infer<typeof MetadataRow>;
/** `offices` are those that the asker may write for or filter by; none for whoever sees his own only. */
export const MetadataPage = z.object({ items: z.array(MetadataRow), page: z.number(), pages: z.number(), count: z.number(), offices: z.array(z.object({ id: z.string(), name: z.string() })) });
export type MetadataPage = z.infer<typeof MetadataPage>;
/** `content` as it is kept, `values` as the form takes it; `form` is its key, `labels` what its fields are called. */
export const MetadataView = MetadataRow.extend({
  content: Content, values: Content, form: z.string(), labels: z.record(z.string(), Text),
  versions: z.array(z.object({ version: z.number(), by: z.string(), at: z.string() })),
});
export type MetadataView = z.infer<typeof MetadataView>;
export const MetadataVersion = z.object({ version: z.number(), by: z.string(), at: z.string(), values: Content });
export type MetadataVersion = z.infer<typeof MetadataVersion>;
export const UsedAnswer = z.object({ columns: z.array(z.string()) });

/** Of an activity: its own form, or the table of the variables or indicators that it yields. */
export const SheetQuery = z.object({ of: z.enum(['variable', 'indicator']).optional() });
export type SheetQuery = z.infer<typeof SheetQuery>;

/** Where a variable is a column, and where it may become one. */
export const VariableUses = z.object({
  uses: z.array(z.object({ datasetId: z.string(), dataset: z.string(), period: z.string(), officeName: z.string(), column: z.string(), version: z.number(), by: z.string(), at: z.string() })),
  open: z.array(z.object({ datasetId: z.string(), dataset: z.string(), period: z.string(), officeName: z.string() })),
});
export type VariableUses = z.infer<typeof VariableUses>;
/** Which data sets a variable may go into: words of their titles. */
export const UsesQuery = z.object({ q: z.string().trim().max(100).default('') });
export type UsesQuery = z.output<typeof UsesQuery>;
