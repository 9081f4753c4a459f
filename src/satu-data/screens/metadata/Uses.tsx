import { useState, type FormEvent } from 'react';
import { Async, Dialog, ProblemNote, say, TextField, useFormat, useT, useUser } from 'tertib/screens';
import { useUse, useUses, type Kind } from './calls.js';
import { metadataWords } from './words.js';

/** A row of a list that is being drawn up may have no producer yet. */
const placeOf = ({ period, officeName }: { period: string; officeName: string }): string => [period, officeName].filter(Boolean).join(' · ');

/** In which data sets a variable is a column or an indicator is computed, and the way into a further one. */
export function Uses({ id, kind }: { id: string; kind: Kind }) {
  const t = useT(metadataWords);
  const format = useFormat();
  const mayUse = useUser().can('satu-data.use-variable');
  const query = useUses(id);
  const [using, setUsing] = useState(false);
  return (
    <section className="card mb-3">
      <div className="card-header"><h2 className="card-title">{t.uses}</h2></div>
      <Async query={query}>
        {({ uses }) => (uses.length === 0 ? <div className="card-body">{t.usesNone}</div> : (
          <div className="list-group list-group-flush">
            {uses.map((use) => (
              <div key={`${use.datasetId}${use.column}`} className="list-group-item">
                <div className="fw-bold text-break">{use.dataset || t.noName}</div>
                <div>{placeOf(use)}</div>
                <div className="text-secondary">{t.useColumn(use.column, format.number(use.version))}, {use.by}, {format.dateTime(use.at)}</div>
              </div>
            ))}
          </div>
        ))}
      </Async>
      {mayUse ? <div className="card-footer"><button type="button" className="btn" onClick={() => setUsing(true)}>{t.use}</button></div> : null}
      {using ? <UseDialog id={id} kind={kind} onClose={() => setUsing(false)} /> : null}
    </section>
  );
}

function UseDialog({ id, kind, onClose }: { id: string; kind: Kind; onClose: () => void }) {
  const t = useT(metadataWords);
  const [q, setQ] = useState('');
  const [datasetId, setDatasetId] = useState('');
  const [key, setKey] = useState(false);
  const query = useUses(id, q);
  const use = useUse(id, () => { say(kind === 'variable' ? t.used : t.usedIndicator); onClose(); });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (datasetId) use.mutate({ datasetId, key });
  };
  return (
    <Dialog
      title={t.use} onClose={onClose}
      footer={<><button type="button" className="btn" onClick={onClose}>{t.cancel}</button><button type="submit" form="use-variable" className="btn btn-primary" disabled={use.isPending || !datasetId}>{t.use}</button></>}
    >
      <form id="use-variable" onSubmit={submit}>
        <ProblemNote error={use.error} />
        <TextField label={t.useSearch} hint={t.useSearchHint} type="search" maxLength={100} value={q} onChange={(event) => setQ(event.target.value)} />
        <Async query={query}>
          {({ open }) => (open.length === 0 ? <p>{t.useNone}</p> : (
            <div className="list-group mb-3">
              {open.map((one) => (
                <label key={one.datasetId} className="list-group-item d-flex gap-2">
                  <input className="form-check-input" type="radio" name="dataset" value={one.datasetId} checked={datasetId === one.datasetId} onChange={() => setDatasetId(one.datasetId)} />
                  <span><span className="d-block text-break">{one.dataset || t.noName}</span><span className="text-secondary">{placeOf(one)}</span></span>
                </label>
              ))}
            </div>
          ))}
        </Async>
        {kind === 'variable' ? <label className="form-check"><input className="form-check-input" type="checkbox" checked={key} onChange={(event) => setKey(event.target.checked)} /><span className="form-check-label">{t.useKey}</span></label> : null}
      </form>
    </Dialog>
  );
}
