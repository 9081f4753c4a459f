import { DIMENSION_KEYS, DIMENSIONS, RATINGS, type Rating } from './quality-dimensions.js';
import type { AssessmentEntity, Decision } from './review.entities.js';

/** As a letter says it. */
const DECISIONS: Readonly<Record<Decision, string>> = { layak: 'Layak dipublikasikan', perlu_perbaikan: 'Perlu perbaikan', tidak_layak: 'Tidak layak dipublikasikan' };

export interface Assessed {
  readonly title: string;
  readonly producer: string;
  readonly said: Pick<AssessmentEntity, 'decision' | 'reason' | 'ratings'>;
}

/** The data sets with BPS's decisions, and how often each dimension got which rating. */
export function recommendationValues(assessed: readonly Assessed[]) {
  const ratings = assessed.flatMap(({ said }) => said.ratings);
  const times = (dimension: string, rating: Rating) => ratings.filter((one) => one.dimension === dimension && one.rating === rating).length;
  return {
    dataset: assessed.map(({ title, producer, said: { decision, reason, ratings: own } }) => ({
      nama: title, produsen: producer, keputusan: DECISIONS[decision], alasan: reason ?? '',
      penilaian: own.map(({ dimension, rating }) => `${DIMENSIONS[dimension].name.id}: ${RATINGS[rating].id.toLowerCase()}`).join('; '),
    })),
    keputusan: (Object.keys(DECISIONS) as Decision[]).map((decision) => ({ nama: DECISIONS[decision], jumlah: assessed.filter(({ said }) => said.decision === decision).length })),
    dimensi: DIMENSION_KEYS.map((key) => ({ nama: DIMENSIONS[key].name.id, baik: times(key, 'baik'), cukup: times(key, 'cukup'), kurang: times(key, 'kurang') })),
  };
}
