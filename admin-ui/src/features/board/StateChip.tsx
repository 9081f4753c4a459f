import { IconAlertTriangle, IconArchive, IconArrowBackUp, IconBuildingBank, IconCalendar, IconChartBar, IconCheck, IconClockX, IconEye, IconInbox, IconList, IconMinus, IconSend, IconSignature, IconWorld, IconX, type Icon } from '@tabler/icons-react';
import { useT } from '../../shared/i18n/index.js';
import { words } from './words.js';

interface Face {
  colour: string;
  icon: Icon;
}

/** Never by colour alone: each state has its mark and its word. */
const FACES = {
  listed: { colour: 'bg-secondary-lt', icon: IconList },
  asked: { colour: 'bg-secondary-lt', icon: IconSend },
  delivered: { colour: 'bg-blue-lt', icon: IconInbox },
  validated: { colour: 'bg-blue-lt', icon: IconSignature },
  in_verification: { colour: 'bg-purple-lt', icon: IconEye },
  returned: { colour: 'bg-orange-lt', icon: IconArrowBackUp },
  complete: { colour: 'bg-green-lt', icon: IconCheck },
  not_available: { colour: 'bg-secondary-lt', icon: IconMinus },
  not_ours: { colour: 'bg-secondary-lt', icon: IconMinus },
  late: { colour: 'bg-red-lt', icon: IconClockX },
  incomplete: { colour: 'bg-red-lt', icon: IconAlertTriangle },
  analysed: { colour: 'bg-cyan-lt', icon: IconChartBar },
  sent_to_bps: { colour: 'bg-purple-lt', icon: IconBuildingBank },
  eligible: { colour: 'bg-green-lt', icon: IconCheck },
  scheduled: { colour: 'bg-lime-lt', icon: IconCalendar },
  rejected: { colour: 'bg-red-lt', icon: IconX },
  archived: { colour: 'bg-secondary-lt', icon: IconArchive },
  cancelled: { colour: 'bg-secondary-lt', icon: IconX },
  published: { colour: 'bg-teal-lt', icon: IconWorld },
} satisfies Record<string, Face>;

type State = keyof typeof FACES;
/** The states of a collection, in the order in which they come; the later ones only where they occur. */
export const LEGEND: State[] = ['asked', 'delivered', 'in_verification', 'returned', 'complete', 'not_available', 'late', 'incomplete', 'published'];
const known = (state: string): state is State => state in FACES;

export function StateChip({ state, count }: { state: string; count?: number | undefined }) {
  const t = useT(words);
  if (!known(state)) return <span className="badge bg-secondary-lt">{state}</span>;
  const { colour, icon: Glyph } = FACES[state];
  return <span className={`badge tertib-badge text-nowrap ${colour}`}><Glyph size={14} className="me-1" aria-hidden />{t[state]}{count === undefined ? '' : ` ${count}`}</span>;
}
