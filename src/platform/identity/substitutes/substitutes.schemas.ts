import { z } from 'zod';
import { CAPACITIES } from './substitute.entity.js';

const time = z.iso.datetime();

export const SubstituteBody = z.strictObject({
  userId: z.string().max(64),
  role: z.string().max(64),
  capacity: z.enum(CAPACITIES),
  fromDay: z.iso.date(),
  untilDay: z.iso.date(),
  basis: z.string().trim().min(1).max(255),
});

export const SubstituteView = SubstituteBody.extend({
  id: z.string(),
  capacity: z.enum([...CAPACITIES, 'delegate']),
  /** Whose tasks they are, where a colleague delegated them. */
  forName: z.string().nullable(),
  basis: z.string(),
  name: z.string(),
  createdByName: z.string(),
  createdAt: time,
  endedAt: time.nullable(),
  state: z.enum(['now', 'later', 'over']),
});
