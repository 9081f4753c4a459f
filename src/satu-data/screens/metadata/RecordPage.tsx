import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Async, fileAddress, Form, Link, Page, Problem, ProblemNote, say, useFormat, useParams, useT, useUser, type FormControl } from 'tertib/screens';
import type { MetadataView } from '../../metadata/metadata.schemas.js';
import { readRecord, useRecord, useSave } from './calls.js';
import { Completeness } from './Completeness.js';
import { Conflict } from './Conflict.js';
import { merge, type Values } from './merge.js';
import { Picks } from './Picks.js';
import { Uses } from './Uses.js';
import { useTyped } from './useTyped.js';
import { Versions } from './Versions.js';
import { metadataWords } from './words.js';

const MEANWHILE = 412;

/** One activity, variable or indicator: its sheet, what is missing, its versions and where it is used. */
export function RecordPage() {
  const { id = '' } = useParams();
  const t = useT(metadataWords);
  const query = useRecord(id);
  const mayKeep = useUser().can('satu-data.keep-metadata');
  const actions = query.data ? (
    <>
      {mayKeep ? <Link className="btn" to={`/satu-data/metadata/copy/${id}`}>{t.copy}</Link> : null}
      <a className="btn" href={fileAddress(`/satu-data/metadata/${id}/sheet.pdf`)} target="_blank" rel="noreferrer">{t.print}</a>
      {query.data.kind === 'activity' ? ([['variable', t.printVariables], ['indicator', t.printIndicators]] as const).map(([of, label]) => <a key={of} className="btn" href={fileAddress(`/satu-data/metadata/${id}/sheet.pdf?of=${of}`)} target="_blank" rel="noreferrer">{label}</a>) : null}
    </>
  ) : null;
  return (
    <Page title={query.data?.name ?? t.title} before={<Link to="/satu-data/metadata">{t.back}</Link>} actions={actions}>
      <Async query={query}>{(record) => <Record key={record.id} found={record} readOnly={!mayKeep} />}</Async>
    </Page>
  );
}

function Record({ found, readOnly }: { found: MetadataView; readOnly: boolean }) {
  const t = useT(metadataWords);
  const format = useFormat();
  const [record, setRecord] = useState(found);
  const typed = useTyped(record.id, found);
  // The form begins anew where other values are put into it.
  const [start, setStart] = useState<{ at: number; values: Values }>({ at: 0, values: typed.now() });
  const [form, setForm] = useState<FormControl | null>(null);
  const [now, setNow] = useState<Values>(start.values);
  const [restored, setRestored] = useState(typed.restored);
  const control = useRef<FormControl>(undefined);
  const sent = useRef<Values>({});
  const theirs = useMutation({ mutationFn: () => readRecord(record.id) });
  const save = useSave(record.id, (view) => {
    say(t.saved);
    setRecord(view);
    setRestored(false);
    // What another record said has been taken over by the server; what was typed while it was being saved stays, and is not saved yet.
    const { values } = merge(sent.current, view.values, typed.now());
    typed.begin(view, values);
    control.current?.fill(values);
  });
  const begin = (view: MetadataView, values: Values) => {
    setRecord(view);
    setRestored(false);
    setStart({ at: start.at + 1, values });
    setNow(values);
    typed.begin(view, values);
    save.reset();
    theirs.reset();
  };
  const change = (values: Values) => {
    setNow(values);
    typed.type(values);
  };
  const submit = (content: Values) => {
    sent.current = content;
    save.mutate({ version: typed.begun.version, content }, { onError: (error) => { if (error instanceof Problem && error.status === MEANWHILE) theirs.mutate(); } });
  };
  const meanwhile = save.error instanceof Problem && save.error.status === MEANWHILE;
  return (
    <>
      <p className="text-secondary">{record.code} · {t[record.kind]} · {record.officeName}</p>
      <Completeness row={record} onChoose={readOnly ? undefined : (field) => control.current?.focus(field)} />
      {restored ? <div className="alert alert-info text-body d-flex flex-wrap gap-2 align-items-center" role="status"><span className="me-auto">{t.restored}</span><button type="button" className="btn btn-sm" onClick={() => begin(record, record.values)}>{t.discard}</button></div> : null}
      {meanwhile && theirs.data ? <Conflict base={typed.begun.values} theirs={theirs.data} mine={typed.now()} onMerge={(values) => { begin(theirs.data, values); say(t.merged); }} onTheirs={() => begin(theirs.data, theirs.data.values)} /> : null}
      <ProblemNote error={theirs.error} />
      <div className="row g-3">
        <div className="col-12 col-lg-8">
          <section className="card" aria-label={t.form}>
            <Form
              key={start.at} form={record.form} data={start.values} readOnly={readOnly} submit={t.save} busy={save.isPending} error={meanwhile ? null : save.error}
              onSubmit={submit} onChange={change} onReady={(ready) => { control.current = ready; setForm(ready); }}
            >
              {typed.unsaved ? <span className="me-auto text-secondary" role="status">{t.unsaved}</span> : <span className="me-auto text-secondary">{t.savedBy(format.number(record.version), record.by, format.dateTime(record.at))}</span>}
              <Picks kind={record.kind} typed={now} form={form} except={record.id} onTaken={(name) => say(t.taken(name))} />
            </Form>
          </section>
        </div>
        <div className="col-12 col-lg-4">
          {record.kind === 'activity' ? null : <Uses id={record.id} kind={record.kind} />}
          <Versions record={record} />
        </div>
      </div>
    </>
  );
}
