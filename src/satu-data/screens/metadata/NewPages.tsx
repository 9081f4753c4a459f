import { useState } from 'react';
import { Async, Empty, Form, Link, Page, say, SelectField, useNavigate, useParams, useT, type FormControl } from 'tertib/screens';
import { KINDS, useCreate, useRecord, useRecords, type Kind } from './calls.js';
import type { Values } from './merge.js';
import { Picks } from './Picks.js';
import { useTyped } from './useTyped.js';
import { metadataWords } from './words.js';

const FORMS: Readonly<Record<Kind, string>> = { activity: 'ms-keg', variable: 'ms-var', indicator: 'ms-ind' };
const NOTHING: Values = {};

/** An empty sheet. */
export function NewPage() {
  const { kind } = useParams();
  const t = useT(metadataWords);
  const known = KINDS.find((one) => one === kind);
  return (
    <Page title={t.add} before={<Link to="/satu-data/metadata">{t.back}</Link>}>
      {known ? <><p className="text-secondary">{t[known]}</p><NewRecord key={known} place={`new-${known}`} kind={known} values={NOTHING} /></> : <div className="card"><Empty title={t.noneFound}>{t.noneHint}</Empty></div>}
    </Page>
  );
}

/** A sheet that begins with the answers of another record. */
export function CopyPage() {
  const { id = '' } = useParams();
  const t = useT(metadataWords);
  const query = useRecord(id);
  return (
    <Page title={t.add} before={<Link to="/satu-data/metadata">{t.back}</Link>}>
      <Async query={query}>{({ kind, values, name, officeId }) => <><p className="text-secondary">{t.copyOf(name ?? t.noName)}</p><NewRecord place={`copy-${id}`} kind={kind} values={values} officeId={officeId} /></>}</Async>
    </Page>
  );
}

function NewRecord({ place, kind, values, officeId = '' }: { place: string; kind: Kind; values: Values; officeId?: string }) {
  const t = useT(metadataWords);
  const navigate = useNavigate();
  const typed = useTyped(place, { version: 0, values });
  const [start] = useState(typed.now());
  const [now, setNow] = useState(start);
  const [form, setForm] = useState<FormControl | null>(null);
  const [office, setOffice] = useState(officeId);
  const offices = useRecords({ limit: 1 }).data?.offices ?? [];
  const create = useCreate(({ id }) => {
    typed.begin({ version: 0, values: typed.now() });
    say(t.saved);
    navigate(`/satu-data/metadata/${id}`, { replace: true });
  });
  const change = (changed: Values) => {
    setNow(changed);
    typed.type(changed);
  };
  return (
    <section className="card narrow" aria-label={t.form}>
      {offices.length > 0 ? (
        <div className="card-header">
          <SelectField label={t.office} hint={t.officeHint} value={office} onChange={(event) => setOffice(event.target.value)}>
            <option value="">{t.pick}</option>
            {offices.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
          </SelectField>
        </div>
      ) : null}
      <Form form={FORMS[kind]} data={start} submit={t.create} busy={create.isPending} error={create.error} onSubmit={(content) => create.mutate({ kind, content, officeId: offices.length > 0 ? office : undefined })} onChange={change} onReady={setForm}>
        {typed.unsaved ? <span className="me-auto text-secondary" role="status">{typed.restored ? t.restored : t.unsaved}</span> : null}
        <Picks kind={kind} typed={now} form={form} except="" onTaken={(name) => say(t.taken(name))} />
      </Form>
    </section>
  );
}
