import { z } from 'zod';

const text = z.object({ id: z.string(), en: z.string() });
/** As a form's editor takes it; what may stand in it is the policy's affair. */
const component = z.record(z.string(), z.unknown());
const note = z.object({ key: z.string(), label: z.string(), type: z.string(), inside: z.array(z.string()), message: text });

export const ImportSchema = z.object({ components: z.array(component), english: z.record(z.string(), z.string()), taken: z.number(), refused: z.array(note), changed: z.array(note) });
