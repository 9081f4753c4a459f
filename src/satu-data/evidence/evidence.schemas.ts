import { z } from 'zod';

/* The screens take their types from here, so that nothing but zod is imported. */

const Text = z.object({ id: z.string(), en: z.string() });
const Phase = z.object({
  /** Of GSBPM; null: steps that their diagram does not mark. */
  code: z.string().nullable(), name: Text, count: z.number(), open: z.number(), seconds: z.number(),
  steps: z.array(z.object({ name: z.string(), code: z.string().nullable(), count: z.number(), open: z.number(), seconds: z.number() })),
});

/** What there is to be asked about, newest first. */
export const EvidenceScopeList = z.object({ years: z.array(z.number()), periods: z.array(z.object({ id: z.string(), title: z.string(), year: z.number() })) });
export type EvidenceScopeList = z.infer<typeof EvidenceScopeList>;

export const Evidence = z.object({
  title: z.string(), until: z.string(),
  /** Every kind that speaks for some indicator. */
  kinds: z.array(z.object({ key: z.string(), name: Text, count: z.number(), /** Begun and not complete, so not counted. */ unfinished: z.number() })),
  /** `kinds` of an indicator name those above; none: no step of the procedure leaves anything of it behind. */
  domains: z.array(z.object({ code: z.string(), name: Text, aspects: z.array(z.object({ code: z.string(), name: Text, indicators: z.array(z.object({ code: z.string(), name: Text, kinds: z.array(z.string()), /** Files that the office attached itself. */ own: z.number() })) })) })),
  phases: z.array(Phase),
});
export type Evidence = z.infer<typeof Evidence>;

export const EvidenceRecordQuery = z.object({ after: z.string().max(64).optional(), limit: z.coerce.number().int().min(1).max(100).default(20) });
export type EvidenceRecordQuery = z.infer<typeof EvidenceRecordQuery>;

/** A page of records; `next` is what the following page begins after, null at the end. */
export const EvidenceRecords = z.object({
  records: z.array(z.object({ id: z.string(), title: z.string(), at: z.string().nullable(), office: z.string().nullable(), link: z.string().nullable(), fileName: z.string(), /** Null: the file is written when it is taken. */ sha256: z.string().nullable(), /** Whether the file was stored when it came to be; otherwise it is made of what the application has recorded, each time it is taken. */ stored: z.boolean() })),
  next: z.string().nullable(),
});
export type EvidenceRecords = z.infer<typeof EvidenceRecords>;
