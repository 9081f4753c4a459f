import { DIMENSIONS, RATINGS } from './quality-dimensions.js';
import type { AssessmentEntity } from './review.entities.js';
import type { AssessmentView } from './review.schemas.js';

export const assessmentView = ({ id, decision, reason, letterNumber, userName: by, at, ratings, checklist }: AssessmentEntity): AssessmentView => ({
  id, decision, reason, letterNumber, by, at: at.toISOString(), checklist: checklist.map(({ item, itemEn = item, answer, note }) => ({ item: { id: item, en: itemEn }, answer, note })), ratings: ratings.map(({ dimension, rating, note }) => ({ dimension: DIMENSIONS[dimension].name, rating: RATINGS[rating], note })),
});
