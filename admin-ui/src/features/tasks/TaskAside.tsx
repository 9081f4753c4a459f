import { Link } from 'react-router';
import type { TaskDetail } from '../../api/index.js';
import { FileList } from '../../shared/formio/index.js';
import { useT } from '../../shared/i18n/index.js';
import { MiniDiagram } from '../cases/index.js';
import { useUser } from '../session/index.js';
import { Decisions } from './Decisions.js';
import { words } from './words.js';

/** What a person wants to know beside the form. */
export function TaskAside({ task }: { task: TaskDetail }) {
  const t = useT(words);
  // How the office works is not shown to the statistics office.
  const guest = useUser().officeKind === 'bps';
  return (
    <>
      <section className="card mb-3" aria-labelledby="where">
        <div className="card-header py-2">
          <h2 className="card-title" id="where">{t.where}</h2>
          <Link className="ms-auto" to={`/cases/${task.caseId}?diagram=${task.diagramKey}`}>{t.toCase}</Link>
        </div>
        {guest ? null : <MiniDiagram caseId={task.caseId} processKey={task.diagramKey || task.procedureKey} elementId={task.elementId} />}
      </section>
      {task.attachments.length ? (
        <section className="card mb-3" aria-labelledby="attachments">
          <div className="card-header py-2"><h2 className="card-title" id="attachments">{t.attachments}</h2></div>
          <div className="card-body pb-2"><FileList files={task.attachments} /></div>
        </section>
      ) : null}
      <section className="card" aria-labelledby="before">
        <div className="card-header py-2"><h2 className="card-title" id="before">{t.before}</h2></div>
        <Decisions decisions={task.decisions} />
      </section>
    </>
  );
}
