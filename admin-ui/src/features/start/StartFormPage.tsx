import { useMutation, useQuery } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { Problem, request, type FieldError, type FormValues, type StartForm, type Started } from '../../api/index.js';
import { ErrorSummary, Form, titleOf, type FormHandle } from '../../shared/formio/index.js';
import { useLanguage, useT } from '../../shared/i18n/index.js';
import { Async, Page, ProblemNote, say, withNotice } from '../../shared/ui/index.js';
import { uuid } from './uuid.js';
import { words } from './words.js';

export function StartFormPage() {
  const { key = '' } = useParams();
  const t = useT(words);
  const lang = useLanguage();
  const navigate = useNavigate();
  const handle = useRef<FormHandle>(undefined);
  const [errors, setErrors] = useState<FieldError[]>([]);
  // A second click, or an answer that got lost, starts no second case.
  const [requestId] = useState(uuid);
  const context = useMemo(() => ({ procedureKey: key }), [key]);
  const query = useQuery({
    queryKey: ['start-form', key],
    gcTime: 0,
    refetchOnWindowFocus: false,
    staleTime: Infinity,
    queryFn: () => request<StartForm>(`/procedures/${key}/start-form`),
  });
  const start = useMutation({
    mutationFn: (data: FormValues) => request<Started>(`/procedures/${key}/start`, { method: 'POST', body: { data, requestId } }),
    onSuccess: ({ caseId, notice }) => {
      say(t.started);
      void navigate(`/cases/${caseId}`, notice ? withNotice(notice) : {});
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
    if (!found.length) start.mutate(handle.current?.values() ?? {});
  };
  return (
    <Page title={query.data?.title ?? t.title} before={<Link to="/start">{t.back}</Link>}>
      <Async query={query} lines={8}>
        {({ form, data }) => (
          <div className="card narrow">
            <div className="card-body">
              {errors.length ? <ErrorSummary errors={errors} onChoose={(path) => handle.current?.focus(path)} /> : <ProblemNote error={start.error} />}
              {form ? <h2 className="h3">{titleOf(form.title, lang)}</h2> : null}
              {form ? <Form form={form} initial={data} context={context} onReady={(ready) => { handle.current = ready; }} /> : null}
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
