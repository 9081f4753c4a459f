import { z } from 'zod';
import { REGION_SCHEME } from '../code-lists/region-scheme.js';

export const NewBoundary = z.object({
  fileId: z.string().max(64), property: z.string().min(1).max(60),
  /** The list that the codes are of. */
  scheme: z.string().max(64).default(REGION_SCHEME), source: z.string().trim().min(3).max(300),
});
export type NewBoundary = z.infer<typeof NewBoundary>;

export const BoundaryRow = z.object({ id: z.string(), source: z.string(), list: z.object({ id: z.string(), en: z.string() }), level: z.number(), regions: z.number(), fileId: z.string(), fileName: z.string(), by: z.string(), at: z.string() });
export type BoundaryRow = z.infer<typeof BoundaryRow>;
