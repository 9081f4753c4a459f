import { Link, useParams } from 'react-router';
import type { TaskDetail } from '../../api/index.js';
import { Form } from '../../shared/formio/index.js';
import { useFormat, useLanguage, useT } from '../../shared/i18n/index.js';
import { Icon } from '../../shared/icons.js';
import { stepNote } from '../../shared/step.js';
import { Async, Page } from '../../shared/ui/index.js';
import { common } from '../../shared/words.js';
import { useTaskPages } from '../plugins/index.js';
import { useTask } from './calls.js';
import { ClaimButton } from './ClaimButton.js';
import { HandedOver, HandOver } from './HandOver.js';
import { Leftovers } from './Leftovers.js';
import { LeftTyped } from './LeftTyped.js';
import { TaskAside } from './TaskAside.js';
import { TaskForm } from './TaskForm.js';
import { words } from './words.js';

function Facts({ task }: { task: TaskDetail }) {
  const t = useT(words);
  const format = useFormat();
  return (
    <dl className="d-flex flex-wrap column-gap-4 row-gap-1 mb-3 task-facts">
      <div><dt>{t.process}</dt><dd><Link to={`/cases/${task.caseId}`}>{task.caseTitle}</Link></dd></div>
      {task.about && task.about !== task.officeName ? <div><dt>{t.about}</dt><dd>{task.about}</dd></div> : null}
      {task.officeName ? <div><dt>{t.office}</dt><dd>{task.officeName}</dd></div> : null}
      {task.dueAt ? <div><dt>{t.due}</dt><dd>{format.dateTime(task.dueAt)}{task.overdue ? <span className="badge tertib-badge bg-danger-lt ms-2">{t.overdue}</span> : null}</dd></div> : null}
      <div><dt>{t.assignee}</dt><dd>{task.assigneeName ?? t.nobody}</dd></div>
    </dl>
  );
}

/** Pages beside the form. The form’s own button is the one that matters: what leads away from it is no second one. */
function Pages({ task }: { task: TaskDetail }) {
  const lang = useLanguage();
  const pages = useTaskPages(task);
  if (!pages.length) return null;
  return <div className="d-flex flex-wrap gap-2 mb-3">{pages.map(({ to, title, icon }) => <Link key={to} to={to} className="btn"><Icon name={icon} className="me-2" />{title[lang]}</Link>)}</div>;
}

/** The form, or why it cannot be filled in yet. */
function Work({ task }: { task: TaskDetail }) {
  const t = useT(words);
  const whyNot = ({ assigneeName, canTakeOver, state }: TaskDetail) => (state !== 'open' ? t.over : canTakeOver && assigneeName ? t.takeOverFirst(assigneeName) : assigneeName ? t.readOnly : t.claimFirst);
  if (!task.form) return <div className="card card-body text-secondary">{t.noForm}</div>;
  // One that ended without an answer has no form to show: an empty one looks as if nothing had been asked.
  const isBlank = task.state !== 'open' && Object.keys(task.data).length === 0;
  if (task.canComplete) return <TaskForm key={`${task.id} ${task.releaseId}`} task={task} form={task.form} />;
  return (
    <div className="card">
      <div className="card-body">
        <div className={`alert alert-info text-body ${isBlank ? 'mb-0' : 'mb-3'}`}>{whyNot(task)}</div>
        {isBlank ? null : <Form form={task.form} initial={task.data} readOnly context={{ caseId: task.caseId, taskId: task.id }} />}
      </div>
    </div>
  );
}

function actionOn({ assigneeId, canTakeOver, canRelease, state }: TaskDetail): 'claim' | 'takeOver' | 'release' | null {
  if (state !== 'open') return null;
  if (!assigneeId) return 'claim';
  return canTakeOver ? 'takeOver' : canRelease ? 'release' : null;
}

/** Whoever takes the task finds in its form what was typed before. */
const comesBack = (action: ReturnType<typeof actionOn>): boolean => action === 'claim' || action === 'takeOver';

export function TaskPage() {
  const { id = '' } = useParams();
  const t = useT(words);
  const c = useT(common);
  const query = useTask(id);
  const task = query.data;
  const step = task ? stepNote(c.step, task.name, task.step) : '';
  const action = task && actionOn(task);
  return (
    <Page
      title={task?.name ?? t.task}
      before={<><Link to="/tasks">{t.back}</Link>{step && ` · ${step}`}</>}
      actions={task ? <>{action ? <ClaimButton task={task} action={action} primary={action !== 'release' && !task.canComplete} /> : null}<HandOver task={task} /></> : null}
    >
      {query.isError ? <LeftTyped key={id} taskId={id} form={null} /> : null}
      <Async query={query} lines={8}>
        {(found) => (
          <div className="row g-3">
            <div className="col-12"><Facts task={found} /></div>
            <div className="col-12 col-lg-8"><HandedOver handover={found.handover} /><Leftovers leftovers={found.leftovers} />{found.canComplete || comesBack(actionOn(found)) ? null : <LeftTyped key={found.id} taskId={found.id} form={found.form} />}<Pages task={found} /><Work task={found} /></div>
            <div className="col-12 col-lg-4"><TaskAside task={found} /></div>
          </div>
        )}
      </Async>
    </Page>
  );
}
