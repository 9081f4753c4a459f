import { z } from 'zod';

const text = z.object({ id: z.string(), en: z.string() });
const title = z.strictObject({ id: z.string().trim().min(1).max(100), en: z.string().trim().min(1).max(100) });
const component = z.record(z.string(), z.unknown());
const english = z.record(z.string(), z.string());

export const PartPinSchema = z.object({ key: z.string(), version: z.number() });
export const PartsSchema = z.array(z.object({
  key: z.string(), version: z.number(), title: text, components: z.array(component), english,
  /** Forms that have a copy of this version. */
  usedBy: z.array(z.object({ form: z.string(), title: text })),
}));
/** `key`: the part that it is a new version of. What may stand in it is the policy's affair. */
export const NewPartBody = z.strictObject({ key: z.string().max(64).nullable(), title, components: z.array(z.looseObject({ key: z.string(), type: z.string() })).min(1).max(100), english: english.default({}) });
export const Version = z.coerce.number().int().min(1).max(999_999);
