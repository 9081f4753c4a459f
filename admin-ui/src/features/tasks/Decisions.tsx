import type { Decision } from '../../api/index.js';
import { useFormat, useT } from '../../shared/i18n/index.js';
import { common } from '../../shared/words.js';
import { words } from './words.js';

/** What was decided before this task, the newest first. */
export function Decisions({ decisions }: { decisions: Decision[] }) {
  const t = useT(words);
  const c = useT(common);
  const format = useFormat();
  if (!decisions.length) return <p className="card-body text-secondary mb-0">{t.noDecisions}</p>;
  return (
    <ol className="list-group list-group-flush">
      {[...decisions].sort((a, b) => b.at.localeCompare(a.at)).map((decision) => (
        <li key={`${decision.at}${decision.taskName}`} className="list-group-item">
          <strong>{decision.taskName}</strong>
          <div className="small text-secondary">{[decision.step ? c.step(decision.step) : '', decision.who, format.dateTime(decision.at)].filter(Boolean).join(' · ')}</div>
          {decision.summary.length ? (
            <dl className="mb-0 mt-1 small">
              {decision.summary.map(({ label, value }) => (
                <div key={label}><dt className="d-inline fw-normal text-secondary">{label}: </dt><dd className="d-inline text-break">{format.value(value)}</dd></div>
              ))}
            </dl>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
