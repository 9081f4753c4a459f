import { z } from 'zod';

/* The screens take their types from here, so that nothing but zod is imported. */

/** A file that was sent to `POST /api/files` before, and what it shows. */
export const NewOwnEvidence = z.object({ fileId: z.string().min(1).max(64), title: z.string().trim().min(3).max(300) });
export type NewOwnEvidence = z.infer<typeof NewOwnEvidence>;

export const OwnEvidenceRow = z.object({ id: z.string(), title: z.string(), fileName: z.string(), sha256: z.string(), by: z.string(), at: z.string() });
export type OwnEvidenceRow = z.infer<typeof OwnEvidenceRow>;
