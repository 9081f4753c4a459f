import type { Text } from 'tertib';
import { roles } from '../access/roles.js';
import type { DatasetState } from '../datasets/dataset.states.js';

/** Whose move it is; `schedule` is nobody's: the release date is waited for. `missed` did not come in time and holds up publication (W2). */
const HOLDER_NAMES = {
  operator: titleOf('operator'),
  pimpinan: titleOf('pimpinan'),
  kasi: titleOf('kasi'),
  staf: titleOf('staf'),
  analysis: { id: 'Staf dan Kepala Seksi (analisis)', en: 'Staff and head of section (analysis)' },
  bps: titleOf('bps'),
  schedule: { id: 'Menunggu jadwal rilis', en: 'Waiting for the release date' },
  missed: { id: 'Tidak masuk pada waktunya', en: 'Did not come in time' },
} satisfies Record<string, Text>;

export type Holder = keyof typeof HOLDER_NAMES;
/** In the order of the procedure. */
export const HOLDERS = Object.keys(HOLDER_NAMES) as Holder[];
/** What the producer itself owes, or owed. */
export const PRODUCERS: ReadonlySet<Holder> = new Set<Holder>(['operator', 'pimpinan', 'missed']);

/** Who has to do something with a data set that is in this state; null: nobody any more. */
export const HOLDER_OF: Readonly<Record<DatasetState, Holder | null>> = {
  listed: 'kasi', asked: 'operator', delivered: 'pimpinan', returned: 'operator', validated: 'kasi', in_verification: 'kasi', complete: 'staf', analysed: 'analysis', sent_to_bps: 'bps',
  eligible: 'kasi', scheduled: 'schedule', late: 'missed', incomplete: 'missed', not_available: null, not_ours: null, published: null, rejected: null, withheld: null, archived: null, cancelled: null,
};

export const holderName = (holder: Holder): Text => HOLDER_NAMES[holder];

function titleOf(role: string): Text {
  const known = roles[role];
  if (!known) throw new Error(`There is no role ${role}`);
  return known.title;
}
