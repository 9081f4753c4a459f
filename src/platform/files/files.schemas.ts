import { z } from 'zod';

/** A file as forms hold it. */
export const FileRefSchema = z.object({
  id: z.string(),
  name: z.string(),
  size: z.number().int(),
  type: z.string(),
  sha256: z.string(),
});

export const UploadBody = z.object({ caseId: z.uuid().optional(), taskId: z.string().max(64).optional() });
