import { z } from 'zod';

/** An optional text of a form: blank is null. */
export const optionalText = z.string().nullish().transform((value) => value?.trim() || null);
/** A moment as forms send it: ISO 8601. */
export const moment = z.iso.datetime({ offset: true }).or(z.iso.date()).transform((value) => new Date(value));
/** What a field of stored files holds. */
export const fileList = z.array(z.object({ id: z.string(), name: z.string(), size: z.number(), type: z.string(), sha256: z.string() })).nullish().transform((files) => files ?? []);
