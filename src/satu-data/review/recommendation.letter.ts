import { Handlers, LetterValues, Transactions, type LetterAnswer, type LetterQuestion } from 'tertib';
import { RECOMMENDATION_EXAMPLE } from '../letters/letter-examples.js';
import { LETTER_NAMES as names } from '../letters/letter-names.js';
import { subjectOf } from '../letters/letter-subjects.js';
import { PeriodEntity } from '../periods/period.entity.js';
import { Recommendations } from './recommendation.service.js';

/** What the letter of recommendation may name. No step draws it: BPS does, from its workspace. */
@Handlers()
export class RecommendationLetter {
  constructor(
    private readonly database: Transactions,
    private readonly recommendations: Recommendations,
  ) {}

  @LetterValues('surat-rekomendasi', { topics: [], example: RECOMMENDATION_EXAMPLE, names })
  async values({ caseId, letter }: LetterQuestion): Promise<LetterAnswer | null> {
    const period = await this.database.read.findOneBy(PeriodEntity, { id: caseId });
    const values = period && (await this.recommendations.values(period));
    return values && { values, subject: subjectOf(letter) };
  }
}
