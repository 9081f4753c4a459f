import { useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import type { MigrationPreview, RunningVersion } from '../../api/index.js';
import { useT } from '../../shared/i18n/index.js';
import { AreaField, Async, ProblemNote } from '../../shared/ui/index.js';
import { useOrder, usePreview, type Wanted } from './calls.js';
import { CaseNotes } from './CaseNotes.js';
import { StepTable } from './StepTable.js';
import { words } from './words.js';

interface OrderProps {
  from: RunningVersion;
  wanted: Wanted;
  preview: MigrationPreview;
  /** Whether a newer preview is on its way. */
  busy: boolean;
  onBack: () => void;
  /** Looks again, where what would be lost has changed meanwhile. */
  onStale: () => void;
}

/** Why, with what consent, and go. */
function OrderForm({ from, wanted, preview, busy, onBack, onStale }: OrderProps) {
  const t = useT(words);
  const navigate = useNavigate();
  const order = useOrder(from.releaseId);
  const [reason, setReason] = useState('');
  // Agreed to what is shown: where that changes, it is asked for anew.
  const [agreedTo, setAgreedTo] = useState<string | null>(null);
  const agreed = preview.lossHash !== null && agreedTo === preview.lossHash;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    order.mutate({ ...wanted, reason, consent: agreed ? preview.lossHash : null }, { onSuccess: ({ id }) => void navigate(`/procedures/moves/${id}`), onError: onStale });
  };
  return (
    <form className="card card-body" onSubmit={submit}>
      <ProblemNote error={order.error} />
      <AreaField label={t.reason} required minLength={3} value={reason} onChange={(e) => setReason(e.target.value)} />
      {preview.lossHash === null ? null : (
        <label className="form-check">
          <input type="checkbox" className="form-check-input" required checked={agreed} onChange={(e) => setAgreedTo(e.target.checked ? preview.lossHash : null)} />
          <span className="form-check-label">{t.consent}</span>
        </label>
      )}
      <div className="btn-list justify-content-end">
        <button type="button" className="btn" onClick={onBack}>{t.again}</button>
        <button type="submit" className="btn btn-primary" disabled={busy || order.isPending || preview.going === 0}>{t.order(preview.going)}</button>
      </div>
    </form>
  );
}

interface Props {
  from: RunningVersion;
  wanted: Wanted;
  onChange: (wanted: Wanted) => void;
  onBack: () => void;
}

/** What would happen, before anybody decides. */
export function Preview({ from, wanted, onChange, onBack }: Props) {
  const t = useT(words);
  const query = usePreview(from.releaseId, wanted);
  const choose = (processKey: string, step: string, to: string) => {
    const others = wanted.instructions.filter((one) => one.processKey !== processKey || one.from !== step);
    onChange({ ...wanted, instructions: to ? [...others, { processKey, from: step, to }] : others });
  };
  return (
    <>
      {query.isFetching ? <p role="status" className="text-secondary">{t.looking}</p> : null}
      {query.isError ? <div className="mb-3"><button type="button" className="btn" onClick={onBack}>{t.again}</button></div> : null}
      <Async query={query} lines={8}>
        {(preview) => (
          <>
            <h2 className="h3">{t.previewTitle(preview.fromVersion, preview.toVersion)}</h2>
            <p className="lead" role="status">{t.going(preview.going, preview.cases.length)}</p>
            <StepTable steps={preview.steps} chosen={({ processKey, elementId }) => wanted.instructions.find((one) => one.processKey === processKey && one.from === elementId)?.to} onChoose={choose} />
            <CaseNotes cases={preview.cases} lossless={preview.lossHash === null} />
            <OrderForm from={from} wanted={wanted} preview={preview} busy={query.isFetching} onBack={onBack} onStale={() => void query.refetch()} />
          </>
        )}
      </Async>
    </>
  );
}
