import { Link } from 'react-router';
import type { TaskRow } from '../../api/index.js';
import { useFormat, useT } from '../../shared/i18n/index.js';
import { stepNote } from '../../shared/step.js';
import { common } from '../../shared/words.js';
import { useUser } from '../session/index.js';
import { ClaimButton } from './ClaimButton.js';
import { words } from './words.js';

interface Props {
  tasks: TaskRow[];
  picked: Set<string>;
  /** Whether a task may join what is picked already. */
  mayPick: (task: TaskRow) => boolean;
  onPick: (id: string) => void;
}

export function TaskList({ tasks, picked, mayPick, onPick }: Props) {
  const t = useT(words);
  const c = useT(common);
  const format = useFormat();
  const me = useUser().id;
  return (
    <table className="table table-vcenter card-table cards-table">
      <thead>
        <tr>
          <th className="w-1"><span className="visually-hidden">{t.picked(0)}</span></th>
          <th scope="col">{t.task}</th>
          <th scope="col">{t.process}</th>
          <th scope="col">{t.due}</th>
          <th scope="col">{t.assignee}</th>
          <th className="w-1"><span className="visually-hidden">{t.claim}</span></th>
        </tr>
      </thead>
      <tbody>
        {tasks.map((task) => (
          <tr key={task.id}>
            <td className="pick">
              <input type="checkbox" className="form-check-input m-0" aria-label={t.pick(`${task.name}, ${task.about ?? task.officeName ?? task.caseTitle}`)} checked={picked.has(task.id)} disabled={!mayPick(task)} onChange={() => onPick(task.id)} />
            </td>
            <td>
              <Link className="fw-bold text-reset" to={`/tasks/${task.id}`}>{task.name}</Link>
              <div className="small text-secondary">{[stepNote(c.step, task.name, task.step), task.about ?? task.officeName].filter(Boolean).join(' · ')}</div>
            </td>
            <td className="text-secondary">{task.caseTitle}</td>
            <td data-label={task.dueAt ? t.due : undefined} className="text-nowrap">
              {task.dueAt ? format.dateTime(task.dueAt) : ''}
              {task.overdue ? <span className="badge tertib-badge bg-danger-lt ms-2">{t.overdue}</span> : null}
            </td>
            <td data-label={t.assignee}>{task.assigneeName ?? <span className="text-secondary">{t.nobody}</span>}</td>
            <td>{!task.assigneeId || task.assigneeId === me ? <ClaimButton task={task} action={task.assigneeId ? 'release' : 'claim'} /> : null}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
