import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useParams } from 'react-router';
import type { FormProps } from 'tertib/screens';
import { Problem, request, type FieldError, type PageForm } from '../api/index.js';
import { ErrorSummary } from '../shared/formio/ErrorSummary.js';
import type { FormHandle } from '../shared/formio/handle.js';
import { Form as Drawn } from '../shared/formio/LazyForm.js';
import { Async, ProblemNote } from '../shared/ui/index.js';

/** A form of the plugin's, as it was published last: errors at the fields, and one button that sends it. */
export function Form({ form, data, submit, onSubmit, onChange, onReady, busy = false, error = null, readOnly = false, children }: FormProps) {
  const { plugin = '' } = useParams();
  const page = `/screens/${plugin}/forms/${form}`;
  const handle = useRef<FormHandle>(undefined);
  const [drawn, setDrawn] = useState(false);
  const [errors, setErrors] = useState<FieldError[]>([]);
  const context = useMemo(() => ({ page }), [page]);
  // What is being filled in stays as it is when a new version is published meanwhile.
  const query = useQuery({ queryKey: ['page-form', page], queryFn: () => request<PageForm>(page), gcTime: 0, staleTime: Infinity, refetchOnWindowFocus: false });
  useEffect(() => {
    const found = error instanceof Problem ? error.errors : [];
    setErrors(found);
    if (found.length) handle.current?.mark(found);
  }, [error]);
  const send = () => {
    const found = handle.current?.validate() ?? [];
    setErrors(found);
    if (!found.length && handle.current) onSubmit?.(handle.current.values());
  };
  const ready = (made: FormHandle) => {
    handle.current = made;
    setDrawn(true);
    onReady?.({ values: made.values, fill: made.fill, focus: made.focus });
  };
  return (
    <Async query={query}>
      {({ form: definition }) => (
        <>
          <div className="card-body">
            {errors.length ? <ErrorSummary errors={errors} onChoose={(path) => handle.current?.focus(path)} /> : <ProblemNote error={error} />}
            <Drawn form={definition} initial={data} readOnly={readOnly} context={context} onChange={onChange} onReady={ready} />
          </div>
          {readOnly ? null : (
            <div className="card-footer d-flex flex-wrap gap-2 align-items-center justify-content-end">
              {children}
              <button type="button" className="btn btn-primary" disabled={busy || !drawn} onClick={send}>{submit}</button>
            </div>
          )}
        </>
      )}
    </Async>
  );
}
