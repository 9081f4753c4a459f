import { useState } from 'react';
import type { KeptTests } from '../../../api/index.js';
import { useFormat, useLanguage, useT } from '../../../shared/i18n/index.js';
import { common } from '../../../shared/words.js';
import { RemoveDialog } from './RemoveDialog.js';
import { words } from './words.js';

type Test = KeptTests['tests'][number];
type Act = Test['acts'][number];

const LOOKS = { open: 'bg-secondary-lt', passed: 'bg-success-lt', failed: 'bg-danger-lt' } as const;

function useActText() {
  const t = useT(words);
  return ({ what, name, about }: Act): string => {
    const whole = about === null ? name : `${name} (${about})`;
    return what === 'start' ? t.start(whole) : what === 'timer' ? t.timer(whole) : whole;
  };
}

/** One test: how it went, and what is done in it. */
export function TestCard({ test, busy }: { test: Test; busy: boolean }) {
  const t = useT(words);
  const c = useT(common);
  const lang = useLanguage();
  const format = useFormat();
  const text = useActText();
  const [removing, setRemoving] = useState(false);
  const stopped = test.state === 'failed' ? test.ranTo : null;
  return (
    <li className="card mb-3">
      <div className="card-body">
        <div className="d-flex flex-wrap gap-2 align-items-center">
          <h2 className="h3 mb-0 me-auto text-break">{test.name}</h2>
          <span className={`badge tertib-badge ${LOOKS[test.state]}`}>{t[test.state]}</span>
          <button type="button" className="btn btn-sm" disabled={busy} aria-label={t.remove(test.name)} onClick={() => setRemoving(true)}>{c.remove}</button>
        </div>
        <p className="small text-secondary mb-2">{[t.kept(test.keptBy, format.dateTime(test.keptAt)), ...(test.ranAt ? [t.ran(format.dateTime(test.ranAt))] : [])].join(' · ')}</p>
        {test.failure ? <p className="text-danger text-break mb-2">{test.failure[lang]}</p> : null}
        <details open={stopped !== null}>
          <summary>{t.acts(test.acts.length)}</summary>
          <ol className="mt-2 mb-0">
            {test.acts.map((act, index) => (
              // What is done never changes: its place is its identity.
              <li key={index} className={`text-break ${index === stopped ? 'fw-bold text-danger' : ''}`}>
                {text(act)}{act.by ? <span className="text-secondary"> {t.who(act.by)}</span> : null}{index === stopped ? ` ← ${t.here}` : ''}
              </li>
            ))}
          </ol>
        </details>
      </div>
      {removing ? <RemoveDialog test={test} onClose={() => setRemoving(false)} /> : null}
    </li>
  );
}
