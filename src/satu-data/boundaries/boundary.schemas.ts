import { z } from 'zod';

export const NewBoundary = z.object({ fileId: z.string().max(64), property: z.string().min(1).max(60), source: z.string().trim().min(3).max(300) });
export type NewBoundary = z.infer<typeof NewBoundary>;

export const BoundaryRow = z.object({ id: z.string(), source: z.string(), level: z.number(), regions: z.number(), fileId: z.string(), fileName: z.string(), by: z.string(), at: z.string() });
export type BoundaryRow = z.infer<typeof BoundaryRow>;
