import { useState } from 'react';
import type { Decision } from '../../api/index.js';
import { useFormat, useT } from '../../shared/i18n/index.js';
import { stepNote } from '../../shared/step.js';
import { common } from '../../shared/words.js';
import { words } from './words.js';

const FEW = 4;

/** What was decided before this task, the newest first. */
export function Decisions({ decisions }: { decisions: Decision[] }) {
  const t = useT(words);
  const c = useT(common);
  const format = useFormat();
  const [all, setAll] = useState(false);
  if (!decisions.length) return <p className="card-body text-secondary mb-0">{t.noDecisions}</p>;
  const newest = [...decisions].sort((a, b) => b.at.localeCompare(a.at));
  return (
    <>
    <ol className="list-group list-group-flush">
      {newest.slice(0, all ? undefined : FEW).map((decision) => (
        <li key={`${decision.at}${decision.taskName}`} className="list-group-item">
          <strong>{decision.taskName}</strong>
          <div className="small text-secondary">{[stepNote(c.step, decision.taskName, decision.step), decision.who, format.dateTime(decision.at)].filter(Boolean).join(' · ')}</div>
          {decision.summary.length ? (
            <dl className="mb-0 mt-1 small">
              {decision.summary.map(({ label, value }) => (
                <div key={label}><dt className="d-inline fw-normal text-secondary">{/[?:]$/.test(label) ? label : `${label}:`} </dt><dd className="d-inline text-break">{format.value(value)}</dd></div>
              ))}
            </dl>
          ) : null}
        </li>
      ))}
    </ol>
    {!all && newest.length > FEW ? <div className="card-footer text-center py-2"><button type="button" className="btn btn-sm" onClick={() => setAll(true)}>{c.showAll(newest.length)}</button></div> : null}
    </>
  );
}
