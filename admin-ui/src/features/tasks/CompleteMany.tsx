import { useRef, useState, type ComponentProps } from 'react';
import { Problem, type FieldError } from '../../api/index.js';
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
  tasks: readonly NamedTask[];
  onClose: () => void;
  onDone: () => void;
}

function Shared({ form, ...rest }: ComponentProps<typeof Form>) {
  const [shared] = useState({ ...form, components: togetherIn(form.components) });
  return <Form form={shared} {...rest} />;
}

/** The form is longer than the dialog: who pressed the button below it would not see what stands above. */
const focusOn = (place: HTMLElement | null): void => place?.focus();

/** A rule of the application says it field by field, everything else as a whole. */
const whyNot = ({ message, errors }: { message?: string | undefined; errors?: unknown[] | undefined }): string => (errors as FieldError[] | undefined)?.map((one) => one.message).join(' ') || (message ?? '');

/** One decision for several tasks of the same step; the server records each by itself. */
export function CompleteMany({ tasks, onClose, onDone }: Props) {
  const t = useT(words);
  const c = useT(common);
  const pattern = useTask(tasks[0]?.id ?? '');
  const complete = useCompleteMany();
  const handle = useRef<FormHandle>(undefined);
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [refusals, setRefusals] = useState<string[]>([]);
  const send = () => {
    const found = handle.current?.validate() ?? [];
    setErrors(found);
    if (found.length || !handle.current) return;
    complete.mutate(
      { ids: tasks.map((task) => task.id), data: handle.current.values() },
      {
        onSuccess: ({ results }) => {
          const refused = results.filter((result) => !result.ok);
          setRefusals(refused.map((result) => `${tasks.find((task) => task.id === result.id)?.about ?? ''}: ${whyNot(result)}`));
          say(t.completedMany(results.length - refused.length));
          if (refused.length) return;
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
      {refusals.length ? <div className="alert alert-danger" role="alert" tabIndex={-1} ref={focusOn}><ul className="mb-0">{refusals.map((text) => <li key={text}>{text}</li>)}</ul></div> : null}
      {errors.length ? <ErrorSummary errors={errors} onChoose={(path) => handle.current?.focus(path)} /> : <ProblemNote error={complete.error} />}
      <Async query={pattern}>{(task) => task.form && <Shared form={task.form} initial={{}} onReady={(ready) => { handle.current = ready; }} />}</Async>
    </Dialog>
  );
}
