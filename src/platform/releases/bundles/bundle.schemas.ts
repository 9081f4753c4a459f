import { z } from 'zod';
import { ReleaseSchema } from '../releases.schemas.js';

const file = z.strictObject({ path: z.string().max(200), content: z.string().max(2_000_000) });

/** A folder of diagrams, forms and letters; `release` is what it belongs to, null for drafts. */
export const BundleSchema = z.object({ release: ReleaseSchema.nullable(), resources: z.array(file) });
export const ImportBody = z.strictObject({ resources: z.array(file).min(1).max(500), overwrite: z.boolean().default(false), publishable: z.boolean().default(false), prune: z.boolean().default(false) });
export const ImportedSchema = z.object({ changed: z.array(z.string()), removed: z.array(z.string()), kept: z.array(z.string()) });
