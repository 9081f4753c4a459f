import type { ChangeKind } from '../../../api/index.js';
import { useT } from '../../../shared/i18n/index.js';
import { words } from './words.js';

const COLOURS: Record<ChangeKind, string> = { added: 'bg-green-lt', removed: 'bg-danger-lt', changed: 'bg-warning-lt', moved: 'bg-purple-lt' };

export function Mark({ change }: { change: ChangeKind }) {
  const t = useT(words);
  return <span className={`badge tertib-badge flex-shrink-0 ${COLOURS[change]}`}>{t[change]}</span>;
}
