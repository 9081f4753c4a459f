import { z } from 'zod';
import { PersonRoles } from '../../identity/index.js';

const through = z.array(z.string());

/** What a person may see and do now, and by what. */
export const Abilities = PersonRoles.extend({
  sees: z.enum(['all', 'office', 'part']),
  /** By no role: anybody may. */
  starts: z.array(z.object({ key: z.string(), title: z.string(), through })),
  procedures: z.array(z.object({
    key: z.string(),
    title: z.string(),
    steps: z.array(z.object({ id: z.string(), name: z.string(), step: z.string().nullable(), through, records: z.boolean(), ownOffice: z.boolean() })),
  })),
});
