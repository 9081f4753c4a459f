import type { FileComparison } from '../../../api/index.js';
import { useLanguage, useT } from '../../../shared/i18n/index.js';
import { Mark } from './Mark.js';
import { words } from './words.js';

type Changes = FileComparison['changes'];

interface Props {
  changes: Changes;
  onJump: ((place: string) => void) | undefined;
}

/** Many that were only moved would hide what matters. */
const FEW = 3;

function Items({ changes, onJump }: Props) {
  const t = useT(words);
  const lang = useLanguage();
  return (
    <ul className="list-group list-group-flush">
      {changes.map(({ change, place, words: said }, index) => (
        <li key={index} className="list-group-item d-flex flex-column flex-sm-row gap-2 align-items-start py-2">
          <Mark change={change} />
          <span className="text-break me-auto min-w-0">{said[lang]}</span>
          {onJump && place ? <button type="button" className="btn btn-sm flex-shrink-0" aria-label={`${t.jump}: ${said[lang]}`} onClick={() => onJump(place)}>{t.jump}</button> : null}
        </li>
      ))}
    </ul>
  );
}

export function ChangeList({ changes, onJump }: Props) {
  const t = useT(words);
  const moved = changes.filter(({ change }) => change === 'moved');
  if (moved.length <= FEW) return <Items changes={changes} onJump={onJump} />;
  return (
    <>
      <Items changes={changes.filter(({ change }) => change !== 'moved')} onJump={onJump} />
      <details className="border-top">
        <summary className="px-3 py-2">{t.movedOnly(moved.length)}</summary>
        <Items changes={moved} onJump={onJump} />
      </details>
    </>
  );
}
