import { Icon, useT, type IconName } from 'tertib/screens';
import { words } from './words.js';

interface Face {
  colour: string;
  icon: IconName;
}

/** Never by colour alone: each state has its mark and its word. */
const FACES = {
  listed: { colour: 'bg-secondary-lt', icon: 'list' },
  asked: { colour: 'bg-secondary-lt', icon: 'send' },
  delivered: { colour: 'bg-blue-lt', icon: 'inbox' },
  validated: { colour: 'bg-blue-lt', icon: 'signature' },
  in_verification: { colour: 'bg-purple-lt', icon: 'eye' },
  returned: { colour: 'bg-orange-lt', icon: 'return' },
  complete: { colour: 'bg-green-lt', icon: 'check' },
  not_available: { colour: 'bg-secondary-lt', icon: 'minus' },
  not_ours: { colour: 'bg-secondary-lt', icon: 'minus' },
  late: { colour: 'bg-red-lt', icon: 'late' },
  incomplete: { colour: 'bg-red-lt', icon: 'alert' },
  analysed: { colour: 'bg-cyan-lt', icon: 'chart' },
  sent_to_bps: { colour: 'bg-purple-lt', icon: 'bank' },
  eligible: { colour: 'bg-green-lt', icon: 'check' },
  scheduled: { colour: 'bg-lime-lt', icon: 'calendar' },
  rejected: { colour: 'bg-red-lt', icon: 'cross' },
  withheld: { colour: 'bg-secondary-lt', icon: 'minus' },
  archived: { colour: 'bg-secondary-lt', icon: 'archive' },
  cancelled: { colour: 'bg-secondary-lt', icon: 'cross' },
  published: { colour: 'bg-teal-lt', icon: 'world' },
} satisfies Record<string, Face>;

type State = keyof typeof FACES;
/** The states of a collection, in the order in which they come; the later ones only where they occur. */
export const LEGEND: State[] = ['asked', 'delivered', 'in_verification', 'returned', 'complete', 'not_available', 'late', 'incomplete', 'published'];
export const STATES = Object.keys(FACES);
const known = (state: string): state is State => state in FACES;

export function StateChip({ state, count }: { state: string; count?: number | undefined }) {
  const t = useT(words);
  if (!known(state)) return <span className="badge bg-secondary-lt">{state}</span>;
  const { colour, icon } = FACES[state];
  return <span className={`badge board-state text-nowrap ${colour}`}><Icon name={icon} size={14} className="me-1" />{t[state]}{count === undefined ? '' : ` ${count}`}</span>;
}
