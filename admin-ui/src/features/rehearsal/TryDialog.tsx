import { Link } from 'react-router';
import { useFormat, useT } from '../../shared/i18n/index.js';
import { newestError } from '../../shared/newest-error.js';
import { asPlayed } from '../../shared/place.js';
import { Async, Dialog, ProblemNote } from '../../shared/ui/index.js';
import type { RehearsalState } from '../../api/index.js';
import { useUser } from '../session/index.js';
import { useBegin, useCurrent, useEnd } from './calls.js';
import { words as kept } from './kept/words.js';
import { words } from './words.js';

type Held = NonNullable<RehearsalState['rehearsal']>;

function Standing({ held }: { held: Held }) {
  const t = useT(words);
  const format = useFormat();
  if (held.state === 'opening') return <p className="mb-0" role="status"><span className="spinner-border spinner-border-sm me-2" aria-hidden />{t.opening}</p>;
  if (held.state === 'failed') return <div className="alert alert-danger text-body d-block" role="alert"><strong className="d-block">{t.failed}</strong><span className="text-break">{held.failure}</span></div>;
  return (
    <>
      <p className="mb-1">{t.under(held.by, format.dateTime(held.begunAt))}</p>
      {held.current ? null : <p className="fw-bold mb-0" role="status">{t.outdated}</p>}
    </>
  );
}

/** Sets a rehearsal up, and leads into it. */
export function TryDialog({ onClose }: { onClose: () => void }) {
  const t = useT(words);
  const k = useT(kept);
  const user = useUser();
  const current = useCurrent();
  const begin = useBegin();
  const end = useEnd();
  const held = current.data?.rehearsal ?? null;
  const usable = held?.state === 'open';
  const goIn = () => window.location.assign(asPlayed(held?.id ?? '', user.username, '/start'));
  return (
    <Dialog
      title={t.title}
      onClose={onClose}
      footer={
        <>
          {held && held.state !== 'failed' ? <button type="button" className="btn me-auto" disabled={end.isPending} onClick={() => end.mutate(held.id)}>{held.mine ? t.end : t.endOther}</button> : null}
          {usable && held.mine ? <button type="button" className={`btn ${held.current ? '' : 'btn-primary'}`} disabled={begin.isPending} onClick={() => begin.mutate(undefined)}>{t.beginAgain}</button> : null}
          {usable ? <button type="button" className={`btn ${held.current ? 'btn-primary' : ''}`} onClick={goIn}>{t.goIn}</button> : null}
          {!held || held.state === 'failed' ? <button type="button" className="btn btn-primary" disabled={begin.isPending || current.isPending} onClick={() => begin.mutate(undefined)}>{t.begin}</button> : null}
        </>
      }
    >
      <p className="text-secondary">{t.lead} <Link to="/procedures/tests">{k.title}</Link></p>
      <ProblemNote error={newestError(begin, end)} />
      <Async query={current}>{(data) => (data.rehearsal ? <Standing held={data.rehearsal} /> : null)}</Async>
    </Dialog>
  );
}
