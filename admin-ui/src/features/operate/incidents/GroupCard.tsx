import { useState } from 'react';
import { Link } from 'react-router';
import type { IncidentGroup } from '../../../api/index.js';
import { useFormat, useLanguage, useT } from '../../../shared/i18n/index.js';
import { common } from '../../../shared/words.js';
import { words } from './words.js';

interface Props {
  group: IncidentGroup;
  onRepair: (incidents: IncidentGroup['incidents']) => void;
}

/** Longer lists are shown on request. */
const FEW = 5;

/** What failed, why, what to do; and the processes that it happened to. */
export function GroupCard({ group, onRepair }: Props) {
  const t = useT(words);
  const c = useT(common);
  const format = useFormat();
  const lang = useLanguage();
  const [all, setAll] = useState(false);
  const { incidents } = group;
  const name = group.name || t.noStep;
  const shown = all ? incidents : incidents.slice(0, FEW);
  return (
    <section className="card mb-3" aria-label={name}>
      <div className="card-body">
        <div className="d-flex flex-wrap gap-2 align-items-start">
          <div className="me-auto min-w-0">
            <h2 className="h3 mb-1">{name} <span className="badge tertib-badge bg-red-lt">{t.many(group.count)}</span></h2>
            <p className="small text-secondary mb-2">{group.processName} · {t.since(format.dateTime(group.first), format.dateTime(group.last))}</p>
          </div>
          {group.count > 1 ? <button type="button" className="btn btn-primary" onClick={() => onRepair(incidents)}>{t.runAll(incidents.length)}</button> : null}
        </div>
        <p className="mb-1">{group.cause[lang]}</p>
        <p className="text-secondary mb-2">{group.advice[lang]}</p>
        <details><summary>{t.system}</summary><code className="d-block text-break mt-1">{group.message}</code></details>
      </div>
      <h3 className="h4 px-3 mb-1">{t.affected(group.count)}</h3>
      <ul className="list-group list-group-flush">
        {shown.map((one) => (
          <li key={one.id} className="list-group-item py-2 d-flex flex-wrap gap-2 align-items-center">
            <span className="me-auto min-w-0"><Link to={`/cases/${one.caseId}`}>{one.title}</Link>{one.label ? ` · ${one.label}` : ''} <span className="small text-secondary">{format.dateTime(one.at)}</span></span>
            <button type="button" className="btn btn-sm" aria-label={t.runOneOf(one.title)} onClick={() => onRepair([one])}>{t.runOne}</button>
          </li>
        ))}
      </ul>
      {incidents.length > shown.length ? <div className="card-footer text-center py-2"><button type="button" className="btn btn-sm" onClick={() => setAll(true)}>{c.showAll(incidents.length)}</button></div> : null}
    </section>
  );
}
