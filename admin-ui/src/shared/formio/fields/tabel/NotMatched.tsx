import { useT } from '../../../i18n/index.js';
import { ProblemNote } from '../../../ui/index.js';
import { words } from '../../words.js';
import type { Unmatched } from './useCells.js';

/** Names that were written and may stand for codes, of which the server could not be asked: they stay as they were written. */
export function NotMatched({ unmatched, onAgain }: { unmatched: readonly Unmatched[]; onAgain: () => void }) {
  const t = useT(words);
  const [first] = unmatched;
  if (!first) return null;
  return (
    <div className="mt-2">
      <p className="mb-1">{t.notMatched([...new Set(unmatched.map(({ column }) => column.label))].join(', '))}</p>
      <ProblemNote error={first.error} onRetry={onAgain} />
    </div>
  );
}
