import { IconAlertTriangle, IconArrowBackUp, IconCheck, IconClockX, IconEye, IconInbox, IconMinus, IconSend, IconWorld, type Icon } from '@tabler/icons-react';
import { useT } from '../../shared/i18n/index.js';
import { words } from './words.js';

interface Face {
  colour: string;
  icon: Icon;
}

/** Never by colour alone: each state has its mark and its word. */
const FACES = {
  asked: { colour: 'bg-secondary-lt', icon: IconSend },
  delivered: { colour: 'bg-blue-lt', icon: IconInbox },
  in_verification: { colour: 'bg-purple-lt', icon: IconEye },
  returned: { colour: 'bg-orange-lt', icon: IconArrowBackUp },
  complete: { colour: 'bg-green-lt', icon: IconCheck },
  not_available: { colour: 'bg-secondary-lt', icon: IconMinus },
  not_ours: { colour: 'bg-secondary-lt', icon: IconMinus },
  late: { colour: 'bg-red-lt', icon: IconClockX },
  incomplete: { colour: 'bg-red-lt', icon: IconAlertTriangle },
  published: { colour: 'bg-teal-lt', icon: IconWorld },
} satisfies Record<string, Face>;

type State = keyof typeof FACES;
export const STATES = Object.keys(FACES) as State[];
const known = (state: string): state is State => state in FACES;

export function StateChip({ state }: { state: string }) {
  const t = useT(words);
  if (!known(state)) return <span className="badge bg-secondary-lt">{state}</span>;
  const { colour, icon: Glyph } = FACES[state];
  return <span className={`badge tertib-badge text-nowrap ${colour}`}><Glyph size={14} className="me-1" aria-hidden />{t[state]}</span>;
}
