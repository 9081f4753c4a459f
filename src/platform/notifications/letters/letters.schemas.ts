import { z } from 'zod';
import { FileRefSchema } from '../../files/index.js';

export const LetterRow = z.object({
  id: z.string(),
  caseId: z.string(),
  template: z.string(),
  subject: z.string(),
  number: z.string().nullable(),
  date: z.iso.datetime(),
  officeId: z.string().nullable(),
  about: z.string().nullable(),
  file: FileRefSchema,
  signedFile: FileRefSchema.nullable(),
  sentAt: z.iso.datetime().nullable(),
});
export const LetterList = z.object({ items: z.array(LetterRow) });
export const LettersQuery = z.object({ caseId: z.string().min(1).max(64) });
export const SignedBody = z.object({ fileId: z.string().min(1).max(64) });
export const PdfQuery = z.object({
  /** `asli`: as rendered, even where the signed one is attached. */
  versi: z.enum(['asli']).optional(),
});
