import { BpsSight1732400101040 } from './review/bps-sight.migration.js';
import { CommentAnswers } from './review/comment-answers.service.js';
import { CommentNotice } from './review/comment-notice.js';
import { CommentNotices } from './review/comment-notices.js';
import { CommentsController } from './review/comments.controller.js';
import { CommentThreads1732400101101 } from './review/comment-threads.migration.js';
import { SharedComments } from './review/shared-comments.service.js';
import { CommentSight } from './review/comment-sight.service.js';
import { DatasetReviews } from './review/dataset-review.service.js';
import { EligibilityForms } from './review/eligibility.forms.js';
import { QualityFactsService } from './review/quality-facts.service.js';
import { RecommendationLetter } from './review/recommendation.letter.js';
import { Recommendations } from './review/recommendation.service.js';
import { ReviewAccess } from './review/review-access.js';
import { ReviewCounts } from './review/review-counts.service.js';
import { ReviewList } from './review/review-list.service.js';
import { ReviewController } from './review/review.controller.js';
import { reviewEntities } from './review/review.entities.js';
import { Review1732400090000 } from './review/review.migration.js';
import { ReviewPolicy } from './review/review-policy.service.js';
import { SignedRecommendations } from './review/signed-recommendation.service.js';
import { TableViewController } from './review/table-view.controller.js';
import { TableViews } from './review/table-view.service.js';
import { TableComments } from './review/table-comments.service.js';
import { WaiveHandlers } from './review/waive.handlers.js';

/** Steps 6 and 13 as the statistics office sees them: what waits for it, what was measured, what it said. */
export const reviewing = {
  controllers: [ReviewController, TableViewController, CommentsController],
  providers: [EligibilityForms, QualityFactsService, ReviewPolicy, WaiveHandlers, ReviewAccess, ReviewCounts, ReviewList, DatasetReviews, TableComments, Recommendations, RecommendationLetter, SignedRecommendations, CommentSight, CommentAnswers, CommentNotice, CommentNotices, SharedComments, TableViews],
  entities: reviewEntities,
  migrations: [Review1732400090000, BpsSight1732400101040, CommentThreads1732400101101],
};
