import type { Text } from 'tertib';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import type { DatasetState } from '../datasets/dataset.states.js';

/** Whose move it is: a role, or what is waited for where it is nobody's. `missed` did not come in time and holds up publication (W2). */
export type Holder = string;

/** What is waited for where it is nobody's move. */
export const WAITS: Readonly<Record<string, Text>> = {
  rest: { id: 'Menunggu dataset lain dari produsen yang sama', en: 'Waiting for the producer’s other data sets' },
  others: { id: 'Menunggu produsen lain pada periode ini', en: 'Waiting for the other producers of the period' },
  system: { id: 'Langkah otomatis', en: 'Automatic step' },
  schedule: { id: 'Menunggu jadwal rilis', en: 'Waiting for the release date' },
  missed: { id: 'Tidak masuk pada waktunya', en: 'Did not come in time' },
};

/** What the producer itself owes, or owed. */
export const PRODUCERS: ReadonlySet<Holder> = new Set(['operator', 'pimpinan', 'missed']);

const ORDER: readonly Holder[] = ['operator', 'pimpinan', 'rest', 'kasi', 'others', 'staf', 'bps', 'system', 'schedule', 'missed'];
/** In the order of the procedure; roles that an office's own diagram brings in come last. */
export const inOrder = (a: Holder, b: Holder): number => (ORDER.indexOf(a) + 1 || ORDER.length + 1) - (ORDER.indexOf(b) + 1 || ORDER.length + 1);

/** Tasks that are somebody's move, by their forms. `list`: the one task, whichever it is, until data are asked for. */
export type TurnTask = 'list' | 'verifikasi' | 'analisis' | 'pemeriksaan-analisis' | 'kelayakan' | 'perintah-publikasi' | 'diseminasi';

/** What is known beside a data set's state. */
export interface TurnFacts {
  /** Its producer still owes another data set. */
  readonly owes: boolean;
  /** Its producer's request has not come to an end. */
  readonly asked: boolean;
  /** Its producer's data lie with whoever verifies them. */
  readonly verifying: boolean;
  /** The same, and nothing was returned before: what is not available has not been accepted yet. */
  readonly verifyingFirst: boolean;
  /** Some producer's request has not come to an end: step 10 begins after all have. */
  readonly othersAsked: boolean;
  /** Within its state it has passed to the next: its analysis is handed on (step 11), its release date has come (step 15). */
  readonly passedOn: boolean;
}

/** Whoever has this task in the case, or this one; without `when` always. */
type Turn = { readonly when?: keyof TurnFacts } & ({ readonly task: TurnTask } | { readonly who: Holder | null });

const STATEMENT: readonly Turn[] = [{ when: 'verifyingFirst', task: 'verifikasi' }, { who: null }];
const NOBODY: readonly Turn[] = [{ who: null }];

/** Whose move it is by state: the first line whose fact holds. */
const TURNS: Readonly<Record<DatasetState, readonly Turn[]>> = {
  listed: [{ task: 'list' }],
  asked: [{ who: 'operator' }],
  delivered: [{ who: 'pimpinan' }],
  returned: [{ who: 'operator' }],
  validated: [{ when: 'verifying', task: 'verifikasi' }, { when: 'owes', who: 'rest' }, { who: 'system' }],
  in_verification: [{ when: 'verifying', task: 'verifikasi' }, { who: 'system' }],
  not_available: STATEMENT,
  not_ours: STATEMENT,
  complete: [{ when: 'asked', who: 'rest' }, { when: 'othersAsked', who: 'others' }, { who: 'system' }],
  analysed: [{ when: 'passedOn', task: 'pemeriksaan-analisis' }, { task: 'analisis' }],
  sent_to_bps: [{ task: 'kelayakan' }],
  eligible: [{ task: 'perintah-publikasi' }],
  scheduled: [{ when: 'passedOn', task: 'diseminasi' }, { who: 'schedule' }],
  late: [{ who: 'missed' }],
  incomplete: [{ who: 'missed' }],
  published: NOBODY,
  rejected: NOBODY,
  withheld: NOBODY,
  archived: NOBODY,
  cancelled: NOBODY,
};

/** Who has to do something with a data set in this state; null: nobody any more. */
export function turnOf(state: DatasetState, facts: TurnFacts, whoHas: (task: TurnTask) => Holder): Holder | null {
  const turn = TURNS[state].find(({ when }) => when === undefined || facts[when]);
  if (!turn) return null;
  return 'task' in turn ? whoHas(turn.task) : turn.who;
}

/** Whether it has passed to the next within its state; the database counts by the same (`BoardCounts`). */
export function passedOn({ state, analysisHandedOnAt, releaseDate }: Pick<DatasetEntity, 'state' | 'analysisHandedOnAt' | 'releaseDate'>, now: Date): boolean {
  return (state === 'analysed' && analysisHandedOnAt !== null) || (state === 'scheduled' && releaseDate !== null && releaseDate <= now);
}
