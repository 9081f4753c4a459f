import { useState } from 'react';
import { Link } from 'react-router';
import type { CaseDetail } from '../../api/index.js';
import { useFormat, useT } from '../../shared/i18n/index.js';
import { words } from './words.js';

/** More are shown when they are asked for: three hundred data sets may wait at one step. */
const FIRST = 10;

export function CaseTasks({ found }: { found: CaseDetail }) {
  const t = useT(words);
  const format = useFormat();
  const [all, setAll] = useState(false);
  const open = found.tasks.filter((task) => task.state === 'open');
  const about = new Map(found.instances.map((one) => [one.id, one.label ?? one.office]));
  return (
    <section className="card" aria-labelledby="case-tasks">
      <div className="card-header py-2"><h2 className="card-title" id="case-tasks">{t.tasks}</h2></div>
      {open.length ? (
        <ul className="list-group list-group-flush">
          {(all ? open : open.slice(0, FIRST)).map((task) => (
            <li key={task.id} className="list-group-item">
              <Link className="fw-bold" to={`/tasks/${task.id}`}>{task.name}</Link>
              <div className="small text-secondary">{[about.get(task.instanceId), task.assigneeName, task.dueAt ? format.dateTime(task.dueAt) : ''].filter(Boolean).join(' · ')}</div>
            </li>
          ))}
        </ul>
      ) : null}
      {open.length > FIRST && !all ? <div className="card-footer"><button type="button" className="btn btn-sm" onClick={() => setAll(true)}>{t.allTasks(format.number(open.length))}</button></div> : null}
      {open.length ? null : <p className="card-body text-secondary mb-0">{t.noTasks}</p>}
    </section>
  );
}
