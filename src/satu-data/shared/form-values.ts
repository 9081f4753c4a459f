import { z } from 'zod';

/** An optional text of a form: blank is null. */
export const optionalText = z.string().nullish().transform((value) => value?.trim() || null);
/** A moment as forms and the engine send it: ISO 8601, or a date object already. */
export const moment = z.union([z.iso.datetime({ offset: true }), z.iso.date(), z.date()]).transform((value) => new Date(value));
/** What a field of stored files holds. */
export const fileList = z.array(z.object({ id: z.string(), name: z.string(), size: z.number(), type: z.string(), sha256: z.string() })).nullish().transform((files) => files ?? []);
