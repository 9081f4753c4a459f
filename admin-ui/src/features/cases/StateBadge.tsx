import { useT } from '../../shared/i18n/index.js';
import { words } from './words.js';

const COLOUR: Record<string, string> = {
  starting: 'bg-blue-lt', active: 'bg-blue-lt', running: 'bg-blue-lt',
  completed: 'bg-green-lt', terminated: 'bg-secondary-lt', ended: 'bg-green-lt',
  cancelled: 'bg-secondary-lt', incident: 'bg-red-lt',
};

export function StateBadge({ state }: { state: string }) {
  const t = useT(words) as Record<string, unknown>;
  const key = state.toLowerCase();
  const text = t[key];
  return <span className={`badge tertib-badge flex-shrink-0 ${COLOUR[key] ?? 'bg-secondary-lt'}`}>{typeof text === 'string' ? text : state}</span>;
}
