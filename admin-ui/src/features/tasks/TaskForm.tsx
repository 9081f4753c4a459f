import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { Problem, type FieldError, type FormDefinition, type TaskDetail } from '../../api/index.js';
import { ErrorSummary, Form, titleOf, type FormHandle } from '../../shared/formio/index.js';
import { useLanguage, useT } from '../../shared/i18n/index.js';
import { ProblemNote, say, withNotice } from '../../shared/ui/index.js';
import { useComplete } from './calls.js';
import { DraftNote } from './DraftNote.js';
import { useDraft } from './useDraft.js';
import { words } from './words.js';

/** Filling in a task: drafts by themselves, errors at the fields, and on to the next one. */
export function TaskForm({ task, form: given }: { task: TaskDetail; form: FormDefinition }) {
  const t = useT(words);
  const lang = useLanguage();
  const client = useQueryClient();
  const navigate = useNavigate();
  const draft = useDraft(task);
  const handle = useRef<FormHandle>(undefined);
  const [form] = useState(given);
  const [errors, setErrors] = useState<FieldError[]>([]);

  const complete = useComplete(task.id, {
    onDone: ({ nextTaskId, notice }) => {
      draft.close();
      if (notice) {
        void navigate('/tasks', withNotice(notice));
        return;
      }
      say(t.completed);
      void navigate(nextTaskId ? `/tasks/${nextTaskId}` : '/tasks');
    },
    onProblem: (error) => {
      if (!(error instanceof Problem) || !error.errors.length) return;
      setErrors(error.errors);
      handle.current?.mark(error.errors);
    },
  });

  const send = () => {
    if (!handle.current) return;
    const found = handle.current.validate();
    setErrors(found);
    if (found.length) return;
    complete.mutate(handle.current.values());
  };
  const discard = () => {
    draft.close();
    void client.resetQueries({ queryKey: ['task', task.id] });
  };

  return (
    <section className="card" aria-label={titleOf(form.title, lang)}>
      <div className="card-header"><h2 className="card-title">{titleOf(form.title, lang)}</h2></div>
      <div className="card-body">
        {errors.length ? <ErrorSummary errors={errors} onChoose={(path) => handle.current?.focus(path)} /> : <ProblemNote error={complete.error} />}
        <Form
          form={form}
          initial={draft.initial}
          context={{ caseId: task.caseId, taskId: task.id }}
          onChange={draft.change}
          onReady={(ready) => { handle.current = ready; }}
        />
      </div>
      <div className="card-footer d-flex flex-wrap align-items-center gap-2 justify-content-between">
        <DraftNote state={draft.state} savedAt={draft.savedAt} refusal={draft.refusal} kept={draft.kept} onKeep={() => void draft.force()} onDiscard={discard} />
        <button type="button" className="btn btn-primary ms-auto" disabled={complete.isPending} onClick={send}>{t.complete}</button>
      </div>
    </section>
  );
}
