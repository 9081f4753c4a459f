import { z } from 'zod';
import { SubstituteBody, SubstituteView } from './substitutes.schemas.js';

/** `basis` is the reason, in the person's own words. */
export const DelegationBody = SubstituteBody.omit({ capacity: true });
export const DelegationView = SubstituteView.omit({ capacity: true, createdByName: true }).extend({ forName: z.string() });

/** A person's own: what he has given to others, and what others have given to him. Newest first. */
export const OwnDelegations = z.object({ given: z.array(DelegationView), received: z.array(DelegationView) });
export const DelegationChoices = z.object({
  /** Keys of the roles that the person holds himself and may delegate. */
  roles: z.array(z.string()),
  /** Active people of the same office. */
  colleagues: z.array(z.object({ id: z.string(), name: z.string(), title: z.string().nullable(), roles: z.array(z.string()) })),
});
