import type { Text } from 'tertib';

/** Reasons that the application itself gives for a data set's state; kept as their code, and said in whoever's language. */
export const WAIVED = 'review.waived';
const REASONS: Readonly<Record<string, Text>> = {
  [WAIVED]: { id: 'Tidak diperiksa BPS: kantor mengirim data prioritas saja, dan dataset ini tidak termasuk (ID DDP “-”).', en: 'Not reviewed by BPS: the office sends priority data only, and this data set is none (ID DDP “-”).' },
};

/** Why a data set is in its state; what a person wrote is as he wrote it. */
export const reasonText = (reason: string | null): Text | null => (reason === null ? null : (REASONS[reason] ?? { id: reason, en: reason }));
