import { z } from 'zod';

/** A page of what may be chosen in a field: what was typed of it, and how many came before; or one value, to be named. */
export const ChoicesQuery = z.object({ text: z.string().max(200).default(''), offset: z.coerce.number().int().min(0).max(5_000).default(0), value: z.string().max(200).optional() });
export const ChoicePage = z.object({ items: z.array(z.object({ value: z.string(), label: z.string(), detail: z.string().nullable() })), more: z.boolean() });
