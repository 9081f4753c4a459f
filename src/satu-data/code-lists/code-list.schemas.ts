import { z } from 'zod';

const Text = z.object({ id: z.string(), en: z.string() });
const field = z.string().trim().max(300).optional();
const day = z.union([z.literal(''), z.string().regex(/^\d{4}-\d{2}-\d{2}$/)]).optional();

export const ListRow = z.object({ scheme: z.string(), title: Text, shipped: z.boolean(), version: z.number(), codes: z.number(), ended: z.number(), changedBy: z.string().nullable(), changedAt: z.string().nullable() });
export type ListRow = z.output<typeof ListRow>;

/** `key` is what forms and machines name the list by; made from the title where it is not given. */
export const NewList = z.object({ title: z.string().trim().min(3).max(100), titleEn: z.string().trim().max(100).optional(), key: z.string().trim().max(64).optional(), levels: z.array(z.string().trim().min(1).max(60)).max(10).optional() });
export type NewList = z.output<typeof NewList>;

export const CodesQuery = z.object({
  q: z.string().trim().max(100).default(''), page: z.coerce.number().int().min(1).max(100_000).default(1), limit: z.coerce.number().int().min(1).max(100).default(25),
  state: z.enum(['all', 'valid', 'ended', 'unpaired']).default('all'), level: z.string().max(64).optional(),
});
export type CodesQuery = z.output<typeof CodesQuery>;

export const CodeView = z.object({
  code: z.string(), title: Text, parent: z.string().nullable(), parentTitle: Text.nullable(), level: z.string().nullable(), validFrom: z.string().nullable(), validTo: z.string().nullable(),
  replacedBy: z.string().nullable(), pair: z.string().nullable(), pairTitle: Text.nullable(), valid: z.boolean(),
});
export type CodeView = z.output<typeof CodeView>;
export const CodePage = z.object({
  list: z.object({
    scheme: z.string(), title: Text, shipped: z.boolean(), version: z.number(), levels: z.array(z.object({ key: z.string(), title: Text })),
    /** The other list of a bridge; pairs are changed in the list that holds them. */
    pairedWith: z.object({ scheme: z.string(), title: Text, heldHere: z.boolean() }).nullable(),
  }),
  items: z.array(CodeView), count: z.number(), page: z.number(), pages: z.number(),
});
export type CodePage = z.output<typeof CodePage>;

/** A code as it is to be; what is not said stays, what is blank is taken away. */
export const EditedCode = z.object({ code: z.string().trim().min(1).max(100), titleId: field, titleEn: field, parent: field, level: field, validFrom: day, validTo: day, replacedBy: field, pair: field });
/** `version` is the one that was read: who saves over another's is refused. */
export const CodeEdit = z.object({ version: z.number().int().min(0), note: z.string().trim().max(500).default(''), codes: z.array(EditedCode).min(1).max(500) });
export type CodeEdit = z.output<typeof CodeEdit>;

export const CodeImport = z.object({
  fileId: z.string().max(64), note: z.string().trim().max(500).default(''),
  /** The last day of the codes that the file does not have; left out, they stay. */
  endMissing: z.string().regex(/^\d{4}-\d{2}-\d{2}$/).optional(),
  /** Of the preview that is to be done; left out, this is the preview. */
  fingerprint: z.string().max(64).optional(),
});
export type CodeImport = z.output<typeof CodeImport>;

const Kept = z.object({ titleId: z.string(), titleEn: z.string(), parent: z.string(), level: z.string(), validFrom: z.string(), validTo: z.string(), replacedBy: z.string(), pair: z.string() });
export const CodeChange = z.object({ row: z.number().nullable(), code: z.string(), kind: z.enum(['added', 'changed', 'ended']), before: Kept.nullable(), after: Kept });
export type CodeChange = z.output<typeof CodeChange>;
export const CodeUseView = z.object({ period: z.string(), dataset: z.string(), producer: z.string(), column: z.string(), codes: z.array(z.string()) });
export const ImportResult = z.object({
  fingerprint: z.string(), applied: z.boolean(), version: z.number(), added: z.number(), changed: z.number(), ended: z.number(), unchanged: z.number(), missing: z.number(), notBegun: z.number(), refused: z.number(),
  problems: z.array(z.object({ row: z.number().nullable(), cell: z.string().nullable(), code: z.string(), message: Text })), changes: z.array(CodeChange), uses: z.array(CodeUseView),
});
export type ImportResult = z.output<typeof ImportResult>;

export const VersionsQuery = z.object({ page: z.coerce.number().int().min(1).max(100_000).default(1), limit: z.coerce.number().int().min(1).max(100).default(20) });
export type VersionsQuery = z.output<typeof VersionsQuery>;
export const VersionRow = z.object({ number: z.number(), note: z.string(), fileName: z.string().nullable(), added: z.number(), changed: z.number(), ended: z.number(), by: z.string(), at: z.string() });
export const VersionPage = z.object({ items: z.array(VersionRow), count: z.number(), page: z.number(), pages: z.number() });
export type VersionPage = z.output<typeof VersionPage>;
export const ChangePage = z.object({ items: z.array(CodeChange), count: z.number(), page: z.number(), pages: z.number() });
export type ChangePage = z.output<typeof ChangePage>;
