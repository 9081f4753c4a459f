import type { Text } from 'tertib';

/** What a state is called, and where a data set may go from it. */
interface StateDefinition {
  readonly name: Text;
  readonly next: readonly string[];
}

/** Every state of a data set. `listed` is where it begins; a state that nothing leads to is an error (see the spec). */
export const DATASET_STATES = {
  listed: { name: { id: 'Dalam daftar', en: 'Listed' }, next: ['asked', 'cancelled'] },
  asked: { name: { id: 'Diminta', en: 'Asked' }, next: ['delivered', 'late', 'cancelled'] },
  delivered: { name: { id: 'Disampaikan', en: 'Delivered' }, next: ['delivered', 'asked', 'validated', 'not_available', 'not_ours', 'returned', 'late', 'incomplete', 'cancelled'] },
  validated: { name: { id: 'Divalidasi pimpinan', en: 'Validated by the leader' }, next: ['in_verification', 'asked', 'returned', 'cancelled'] },
  in_verification: { name: { id: 'Dalam verifikasi', en: 'In verification' }, next: ['complete', 'returned', 'validated', 'asked', 'cancelled'] },
  returned: { name: { id: 'Dikembalikan', en: 'Returned' }, next: ['delivered', 'late', 'incomplete', 'cancelled'] },
  complete: { name: { id: 'Lengkap', en: 'Complete' }, next: ['analysed', 'cancelled'] },
  not_available: { name: { id: 'Data tidak tersedia', en: 'Not available' }, next: ['asked', 'returned', 'archived', 'cancelled'] },
  not_ours: { name: { id: 'Bukan kewenangan', en: 'Not theirs to give' }, next: ['asked', 'returned', 'archived', 'cancelled'] },
  late: { name: { id: 'Terlambat', en: 'Late' }, next: ['asked', 'archived', 'cancelled'] },
  incomplete: { name: { id: 'Tidak lengkap', en: 'Incomplete' }, next: ['asked', 'archived', 'cancelled'] },
  analysed: { name: { id: 'Dianalisis', en: 'Analysed' }, next: ['analysed', 'sent_to_bps', 'eligible', 'cancelled'] },
  sent_to_bps: { name: { id: 'Diperiksa BPS', en: 'With BPS' }, next: ['eligible', 'analysed', 'rejected', 'cancelled'] },
  eligible: { name: { id: 'Layak dipublikasikan', en: 'Fit to publish' }, next: ['scheduled', 'withheld', 'cancelled'] },
  scheduled: { name: { id: 'Dijadwalkan rilis', en: 'Scheduled' }, next: ['published', 'scheduled', 'withheld', 'cancelled'] },
  published: { name: { id: 'Dipublikasikan', en: 'Published' }, next: ['archived'] },
  rejected: { name: { id: 'Tidak layak', en: 'Rejected' }, next: ['archived', 'cancelled'] },
  withheld: { name: { id: 'Tidak dipublikasikan', en: 'Not published' }, next: ['archived', 'cancelled'] },
  archived: { name: { id: 'Diarsipkan', en: 'Archived' }, next: [] },
  cancelled: { name: { id: 'Dibatalkan', en: 'Cancelled' }, next: [] },
} as const satisfies Record<string, StateDefinition>;

export type DatasetState = keyof typeof DATASET_STATES;
export const INITIAL_STATE: DatasetState = 'listed';

/** Where a data set may go from `state`. */
export const nextStates = (state: DatasetState): readonly DatasetState[] => DATASET_STATES[state].next;
