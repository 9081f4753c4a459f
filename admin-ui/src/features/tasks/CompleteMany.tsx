import { useRef, useState } from 'react';
import { Link } from 'react-router';
import { Problem, type FieldError, type FormDefinition } from '../../api/index.js';
import { ErrorSummary, Form, togetherIn, type FormHandle } from '../../shared/formio/index.js';
import { useT } from '../../shared/i18n/index.js';
import { Async, Dialog, ProblemNote, say } from '../../shared/ui/index.js';
import { common } from '../../shared/words.js';
import { useCompleteMany, useTask } from './calls.js';
import { words } from './words.js';

/** What names a task in the dialog. */
export interface NamedTask {
  readonly id: string;
  readonly name: string;
  readonly about: string;
}

interface Props {
  /** As they were chosen. */
  tasks: readonly NamedTask[];
  onClose: () => void;
  onDone: () => void;
}

interface Refusal {
  readonly task: NamedTask;
  readonly why: string;
}

/** A rule that names what the task is about says so itself. */
function Refused({ task, why }: Refusal) {
  const t = useT(words);
  return <li>{why.includes(task.about) ? why : `${task.about}: ${why}`} <Link to={`/tasks/${task.id}`} target="_blank" rel="noreferrer" className="alert-link" aria-label={`${t.openTask}: ${task.about}`}>{t.openTask}</Link></li>;
}

/** The form is longer than the dialog: who pressed the button below it would not see what stands above. */
const focusOn = (place: HTMLElement | null): void => place?.focus();

/** A rule of the application says it field by field, everything else as a whole. */
const whyNot = ({ message, errors }: { message?: string | undefined; errors?: unknown[] | undefined }): string => (errors as FieldError[] | undefined)?.map((one) => one.message).join(' ') || (message ?? '');

/** One decision for several tasks of the same step; the server records each by itself. */
export function CompleteMany({ tasks: chosen, onClose, onDone }: Props) {
  const t = useT(words);
  const c = useT(common);
  // Then those that were refused; what was typed stays.
  const [tasks, setTasks] = useState(chosen);
  const pattern = useTask(chosen[0]?.id ?? '');
  const form = useRef<FormDefinition>(undefined);
  if (pattern.data?.form) form.current ??= { ...pattern.data.form, components: togetherIn(pattern.data.form.components) };
  const complete = useCompleteMany();
  const handle = useRef<FormHandle>(undefined);
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [refusals, setRefusals] = useState<Refusal[]>([]);
  const send = () => {
    const found = handle.current?.validate() ?? [];
    setErrors(found);
    setRefusals([]);
    if (found.length || !handle.current) return;
    complete.mutate(
      { ids: tasks.map((task) => task.id), data: handle.current.values() },
      {
        onSuccess: ({ results }) => {
          const refused = results.filter((result) => !result.ok).flatMap((result) => tasks.filter((task) => task.id === result.id).map((task) => ({ task, why: whyNot(result) })));
          setRefusals(refused);
          say(t.completedMany(results.length - refused.length));
          if (refused.length) return setTasks(refused.map(({ task }) => task));
          onDone();
          onClose();
        },
        onError: (error) => {
          if (error instanceof Problem && error.errors.length) {
            setErrors(error.errors);
            handle.current?.mark(error.errors);
          }
        },
      },
    );
  };
  return (
    <Dialog
      title={t.togetherTitle(tasks.length)}
      wide
      onClose={onClose}
      footer={<><button type="button" className="btn" onClick={onClose}>{c.cancel}</button><button type="button" className="btn btn-primary" disabled={complete.isPending} onClick={send}>{t.complete}</button></>}
    >
      <p className="text-secondary">{t.togetherHint}</p>
      <ul className="small">{tasks.map((task) => <li key={task.id}>{task.name} – {task.about}</li>)}</ul>
      {refusals.length ? <div className="alert alert-danger" role="alert" tabIndex={-1} ref={focusOn}><ul className="mb-0">{refusals.map((one) => <Refused key={one.task.id} {...one} />)}</ul></div> : null}
      {errors.length ? <ErrorSummary errors={errors} onChoose={(path) => handle.current?.focus(path)} /> : <ProblemNote error={complete.error} />}
      {form.current ? <Form form={form.current} initial={{}} onReady={(ready) => { handle.current = ready; }} /> : <Async query={pattern}>{() => null}</Async>}
    </Dialog>
  );
}
