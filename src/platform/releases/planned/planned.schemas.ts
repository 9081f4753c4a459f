import { z } from 'zod';
import { PublishBody } from '../releases.schemas.js';

const time = z.iso.datetime();

export const PlanBody = PublishBody.extend({ at: z.iso.datetime({ offset: true }).transform((text) => new Date(text)) });

export const PlannedSchema = z.object({
  id: z.string(), state: z.enum(['waiting', 'failed']), at: time, note: z.string(), plannedByName: z.string(), plannedAt: time,
  /** Drafts have been edited since, so that nothing would be published. */
  outdated: z.boolean(),
  reason: z.object({ id: z.string(), en: z.string() }).nullable(),
});
export const PlannedAnswer = z.object({ planned: PlannedSchema.nullable() });
