import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { Problem, request, type FieldError, type FormDefinition, type FormValues } from '../../api/index.js';
import { ErrorSummary, Form, titleOf, type FormHandle } from '../../shared/formio/index.js';
import { useLanguage, useT } from '../../shared/i18n/index.js';
import { Async, Page, ProblemNote, say } from '../../shared/ui/index.js';
import { words } from './words.js';

interface StartForm {
  form: FormDefinition;
  data: FormValues;
}

export function StartFormPage() {
  const { key = '' } = useParams();
  const t = useT(words);
  const lang = useLanguage();
  const navigate = useNavigate();
  const handle = useRef<FormHandle>(undefined);
  const [errors, setErrors] = useState<FieldError[]>([]);
  const query = useQuery({
    queryKey: ['start-form', key],
    gcTime: 0,
    refetchOnWindowFocus: false,
    staleTime: Infinity,
    // The answer is the form itself, or the form with what it starts with.
    queryFn: async (): Promise<StartForm> => {
      const answer = await request<FormDefinition | StartForm>(`/procedures/${key}/start-form`);
      return 'form' in answer ? { form: answer.form as FormDefinition, data: (answer.data ?? {}) as FormValues } : { form: answer, data: {} };
    },
  });
  const start = useMutation({
    mutationFn: (data: FormValues) => request<{ caseId: string }>(`/procedures/${key}/start`, { method: 'POST', body: { data } }),
    onSuccess: ({ caseId }) => {
      say(t.started);
      void navigate(`/cases/${caseId}`);
    },
    onError: (error) => {
      if (!(error instanceof Problem) || !error.errors.length) return;
      setErrors(error.errors);
      handle.current?.mark(error.errors);
    },
  });
  const send = () => {
    const found = handle.current?.validate() ?? [];
    setErrors(found);
    if (!found.length && handle.current) start.mutate(handle.current.values());
  };
  return (
    <Page title={titleOf(query.data?.form.title, lang) || t.title} before={<Link to="/start">{t.back}</Link>}>
      <Async query={query} lines={8}>
        {({ form, data }) => (
          <div className="card narrow">
            <div className="card-body">
              {errors.length ? <ErrorSummary errors={errors} onChoose={(path) => handle.current?.focus(path)} /> : <ProblemNote error={start.error} />}
              <Form form={form} initial={data} onReady={(ready) => { handle.current = ready; }} />
            </div>
            <div className="card-footer text-end">
              <button type="button" className="btn btn-primary" disabled={start.isPending} onClick={send}>{t.start}</button>
            </div>
          </div>
        )}
      </Async>
    </Page>
  );
}
