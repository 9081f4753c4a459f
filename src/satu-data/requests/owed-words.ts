import type { Notice, Text } from 'tertib';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import { formatDate, formatTime, inBoth } from '../shared/office-time.js';

export interface OwedFacts {
  readonly of: 'leader' | 'operator';
  readonly period: string;
  readonly deadline: Date;
  /** Why the leader was told; null: by the office's schedule. */
  readonly reason: string | null;
  readonly owed: readonly DatasetEntity[];
  /** Whether there is a task for the reader now. */
  readonly hasTask: boolean;
  readonly zone: string;
}

type Words = Omit<Notice, 'key' | 'since' | 'action'> & { readonly action: Text };

const ACTIONS = {
  leader: { task: { id: 'Periksa dan putuskan', en: 'Look and decide' }, room: { id: 'Lihat yang ditunggu', en: 'See what is awaited' } },
  operator: { task: { id: 'Isi data', en: 'Fill in the data' }, room: { id: 'Lihat yang ditunggu', en: 'See what is awaited' } },
} satisfies Record<OwedFacts['of'], Record<'task' | 'room', Text>>;

export function noticeWords({ of, period, deadline, reason, owed, hasTask, zone }: OwedFacts): Words {
  const when = inBoth((language) => formatTime(deadline, language, zone));
  const why: Text = reason ? { id: ` Alasan: ${reason}`, en: ` Reason: ${reason}` } : { id: '', en: '' };
  const both = of === 'leader' ? leader(period, when, why, owed) : operator(period, when);
  return { ...both, items: owed.map((dataset) => itemOf(dataset, zone)), action: ACTIONS[of][hasTask ? 'task' : 'room'] };
}

function leader(period: string, when: Text, why: Text, owed: readonly DatasetEntity[]): Pick<Words, 'title' | 'text'> {
  const yours = owed.some(({ state }) => state === 'delivered');
  const theirs = owed.some(({ state }) => state !== 'delivered');
  return {
    title: { id: `Data ${period} dari kantor Anda ditunggu sampai ${when.id}`, en: `Your office’s data for ${period} are awaited until ${when.en}` },
    text: {
      id: `${[...(yours ? ['Setujui atau kembalikan yang menunggu Anda.'] : []), ...(theirs ? ['Minta operator menyampaikan yang belum masuk.'] : [])].join(' ')}${why.id}`,
      en: `${[...(yours ? ['Approve or hand back what waits for you.'] : []), ...(theirs ? ['Ask your operator to deliver what is not in yet.'] : [])].join(' ')}${why.en}`,
    },
  };
}

const operator = (period: string, when: Text): Pick<Words, 'title' | 'text'> => ({
  title: { id: `Pengingat: data ${period} ditunggu sampai ${when.id}`, en: `Reminder: the data for ${period} are awaited until ${when.en}` },
  text: { id: 'Sampaikan yang belum masuk, agar pimpinan sempat memvalidasinya sebelum batas waktu.', en: 'Deliver what is not in yet, so that your leader can validate it before the deadline.' },
});

/** What is owed, by whom, since when. */
function itemOf({ title, state, updatedAt }: DatasetEntity, zone: string): Text {
  const since = inBoth((language) => formatDate(updatedAt, language, zone));
  return state === 'delivered'
    ? { id: `${title}: menunggu validasi pimpinan sejak ${since.id}`, en: `${title}: waits for the leader’s validation since ${since.en}` }
    : { id: `${title}: ditunggu dari operator sejak ${since.id}`, en: `${title}: awaited from the operator since ${since.en}` };
}
