import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { RehearsalBoard } from '../../api/index.js';
import { useFormat, useT } from '../../shared/i18n/index.js';
import { asPlayed } from '../../shared/place.js';
import { ProblemNote } from '../../shared/ui/index.js';
import { useByHand, useFire } from './calls.js';
import { StepAnswers } from './StepAnswers.js';
import { words } from './words.js';

interface Props {
  id: string;
  board: RehearsalBoard;
}

function Part({ title, empty, count, children }: { title: string; empty: string; count: number; children: ReactNode }) {
  return (
    <section className="col-12 col-md-6 col-xl-3" aria-label={title}>
      <h3 className="h4 mb-1">{title}{count > 0 ? <span className="badge tertib-badge bg-secondary-lt ms-2">{count}</span> : null}</h3>
      {count === 0 ? <p className="small text-secondary mb-1">{empty}</p> : null}
      <ul className="list-group list-group-flush">{children}</ul>
    </section>
  );
}

function Tasks({ id, board: { tasks, people } }: Props) {
  const t = useT(words);
  const nameOf = new Map(people.map(({ username, name }) => [username, name]));
  return (
    <Part title={t.tasks} empty={t.noTasks} count={tasks.length}>
      {tasks.map((task) => {
        const [player] = task.players;
        return (
          <li key={task.id} className="list-group-item px-0 py-2">
            <strong className="d-block text-break">{task.name}</strong>
            {task.about ? <span className="d-block small text-secondary">{task.about}</span> : null}
            {player === undefined ? <span className="small text-danger">{t.noPlayer}</span> : <a className="btn btn-sm mt-1" href={asPlayed(id, player, `/tasks/${task.id}`)}>{t.play(nameOf.get(player) ?? player)}</a>}
          </li>
        );
      })}
    </Part>
  );
}

function Timers({ id, board: { timers } }: Props) {
  const t = useT(words);
  const format = useFormat();
  const fire = useFire(id);
  return (
    <Part title={t.timers} empty={t.noTimers} count={timers.length}>
      <ProblemNote error={fire.error} />
      {fire.isPending ? <li className="list-group-item px-0 py-1 small" role="status">{t.firing}</li> : null}
      {timers.map((timer) => (
        <li key={timer.id} className="list-group-item px-0 py-2">
          <strong className="d-block text-break">{timer.name}</strong>
          <span className="d-block small text-secondary">{format.dateTime(timer.dueAt)}</span>
          <button type="button" className="btn btn-sm mt-1" disabled={fire.isPending} aria-label={`${t.fire}: ${timer.name}`} onClick={() => fire.mutate(timer.id)}>{t.fire}</button>
        </li>
      ))}
    </Part>
  );
}

function Automatic({ id, board: { automatic, byHand, incidents } }: Props) {
  const t = useT(words);
  const set = useByHand(id);
  return (
    <Part title={t.automatic} empty={t.noneWaits} count={automatic.length}>
      <li className="list-group-item px-0 py-1">
        <label className="form-check mb-0"><input type="checkbox" className="form-check-input" checked={set.isPending ? set.variables : byHand} onChange={(event) => set.mutate(event.target.checked)} /><span className="form-check-label">{t.byHand}</span></label>
        <ProblemNote error={set.error} />
      </li>
      {automatic.map((step) => <StepAnswers key={step.id} rehearsal={id} step={step} />)}
      {incidents.map((incident) => <li key={incident.id} className="list-group-item px-0 py-2 text-danger"><strong className="d-block">{t.incidents}: {incident.name}</strong><span className="small text-break">{incident.message}</span></li>)}
    </Part>
  );
}

function Kept({ board: { cases, mails } }: Props) {
  const t = useT(words);
  return (
    <Part title={t.cases} empty={t.noCases} count={cases.length}>
      {cases.map((one) => <li key={one.id} className="list-group-item px-0 py-1"><Link to={`/cases/${one.id}`} className="text-break">{one.title}</Link></li>)}
      <li className="list-group-item px-0 py-2">
        <strong className="d-block">{t.mails}</strong>
        {mails.length === 0 ? <span className="small text-secondary">{t.noMails}</span> : null}
        {mails.map((mail) => <details key={mail.id} className="small"><summary className="text-break">{mail.subject} <span className="text-secondary">→ {mail.to.join(', ')}</span></summary><pre className="text-body bg-transparent p-0 mb-1 text-wrap">{mail.text}</pre></details>)}
      </li>
    </Part>
  );
}

/** What goes on in the rehearsal, and what it waits for. */
export function Board(props: Props) {
  return <div className="row g-3"><Tasks {...props} /><Timers {...props} /><Automatic {...props} /><Kept {...props} /></div>;
}
