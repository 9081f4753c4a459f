import { Link } from 'react-router';
import type { CaseDetail } from '../../api/index.js';
import { useFormat, useT } from '../../shared/i18n/index.js';
import { words } from './words.js';

export function CaseTasks({ found }: { found: CaseDetail }) {
  const t = useT(words);
  const format = useFormat();
  const open = found.tasks.filter((task) => task.state === 'open');
  const about = new Map(found.instances.map((one) => [one.id, one.label ?? one.office]));
  return (
    <section className="card" aria-labelledby="case-tasks">
      <div className="card-header py-2"><h2 className="card-title" id="case-tasks">{t.tasks}</h2></div>
      {open.length ? (
        <ul className="list-group list-group-flush">
          {open.map((task) => (
            <li key={task.id} className="list-group-item">
              <Link className="fw-bold text-reset" to={`/tasks/${task.id}`}>{task.name}</Link>
              <div className="small text-secondary">{[about.get(task.instanceId), task.assigneeName, task.dueAt ? format.dateTime(task.dueAt) : ''].filter(Boolean).join(' · ')}</div>
            </li>
          ))}
        </ul>
      ) : <p className="card-body text-secondary mb-0">{t.noTasks}</p>}
    </section>
  );
}
