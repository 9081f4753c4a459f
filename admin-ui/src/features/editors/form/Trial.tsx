import { useMemo, useRef, useState } from 'react';
import type { FieldError, FormDefinition, FormValues } from '../../../api/index.js';
import { ErrorSummary, Form, titleOf, type FormHandle } from '../../../shared/formio/index.js';
import { useFormat, useLanguage, useT } from '../../../shared/i18n/index.js';
import { useTrial } from '../calls.js';
import { Refused } from '../FindingList.js';
import { filesIn } from './sample.js';
import { formWords } from './words.js';

interface Props {
  name: string;
  form: FormDefinition;
  initial: FormValues;
  readOnly: boolean;
  choosesOffices: boolean;
}

/** A task's form with its button, which asks the server's own check and sends nothing. */
export function Trial({ name, form, initial, readOnly, choosesOffices }: Props) {
  const t = useT(formWords);
  const lang = useLanguage();
  const handle = useRef<FormHandle>(undefined);
  const [errors, setErrors] = useState<FieldError[]>([]);
  const trial = useTrial(name);
  /** What the answer is about: a form tells of a change some time after it, and what it tells of may have been sent already. */
  const sent = useRef('');
  const context = useMemo(() => ({ preview: { choosesOffices } }), [choosesOffices]);

  const send = async () => {
    if (!handle.current) return;
    trial.reset();
    const found = handle.current.validate();
    setErrors(found);
    if (found.length) return;
    const data = handle.current.values();
    sent.current = JSON.stringify(data);
    const { errors: refused } = await trial.mutateAsync({ content: JSON.stringify(form), data, initial, files: filesIn(data) });
    const said = refused.map(({ path, message }) => ({ path, message: message[lang] }));
    setErrors(said);
    handle.current.mark(said);
  };

  return (
    <div className="container-xl py-3"><div className="row"><div className="col-12 col-lg-8">
      <section className="card" aria-label={titleOf(form.title, lang)}>
        <div className="card-header"><h2 className="card-title">{titleOf(form.title, lang)}</h2></div>
        <div className="card-body">
          {readOnly ? <div className="alert alert-info mb-3 text-body">{t.readOnly}</div> : null}
          <ErrorSummary errors={errors} onChoose={(path) => handle.current?.focus(path)} />
          <Refused error={trial.error} />
          <Accepted variables={trial.data?.variables} />
          <Form form={form} initial={initial} readOnly={readOnly} context={context} onChange={() => trial.data && JSON.stringify(handle.current?.values()) !== sent.current && trial.reset()} onReady={(ready) => { handle.current = ready; }} />
        </div>
        {readOnly ? null : <div className="card-footer d-flex"><button type="button" className="btn btn-primary ms-auto" disabled={trial.isPending} onClick={() => void send().catch(() => undefined)}>{t.trySending}</button></div>}
      </section>
    </div></div></div>
  );
}

/** That it would be taken, and what the diagram would hear of it. */
function Accepted({ variables }: { variables: Record<string, unknown> | null | undefined }) {
  const t = useT(formWords);
  const format = useFormat();
  if (!variables) return null;
  const told = Object.entries(variables);
  return (
    <div className="alert alert-success text-body d-block" role="status">
      <p className="mb-0">{t.wouldBeTaken}</p>
      {told.length > 0 ? <><p className="mb-1 mt-2">{t.diagramHears}</p><ul className="mb-0">{told.map(([name, value]) => <li key={name}><code>{name}</code>: {value === null ? t.emptyValue : format.value(Array.isArray(value) ? value.join(', ') : String(value))}</li>)}</ul></> : null}
    </div>
  );
}
