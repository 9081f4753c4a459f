import { EligibilityForms } from './review/eligibility.forms.js';
import { QualityFactsService } from './review/quality-facts.service.js';
import { reviewEntities } from './review/review.entities.js';
import { Review1732400090000 } from './review/review.migration.js';
import { ReviewPolicy } from './review/review-policy.service.js';
import { WaiveHandlers } from './review/waive.handlers.js';

/** Steps 6 and 13 as the statistics office sees them: what waits for it, what was measured, what it said. */
export const reviewing = {
  controllers: [],
  providers: [EligibilityForms, QualityFactsService, ReviewPolicy, WaiveHandlers],
  entities: reviewEntities,
  migrations: [Review1732400090000],
};
