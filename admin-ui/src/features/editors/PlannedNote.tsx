import { useFormat, useLanguage, useT } from '../../shared/i18n/index.js';
import { ProblemNote, say } from '../../shared/ui/index.js';
import { usePlanned, useWithdraw } from './calls.js';
import { words } from './words.js';

/** What is going to be published by itself, or should have been and was not. */
export function PlannedNote({ onAgain }: { onAgain: () => void }) {
  const t = useT(words);
  const lang = useLanguage();
  const format = useFormat();
  const query = usePlanned();
  const withdraw = useWithdraw();
  const planned = query.data?.planned;
  if (!planned) return <ProblemNote error={query.error} />;
  const { state, at, note, plannedByName, plannedAt, outdated, reason } = planned;
  const failed = state === 'failed';
  const wrong = outdated || failed;
  const end = () => withdraw.mutate(undefined, { onSuccess: () => (failed ? undefined : say(t.withdrawn)) });
  return (
    <div className={`alert ${wrong ? 'alert-warning' : 'alert-info'} d-block`} role="status">
      <h2 className="alert-heading h4 text-body">{failed ? t.planFailed(format.dateTime(at)) : t.plannedFor(format.dateTime(at))}</h2>
      <div className="text-body">
        <p className="mb-1 text-break">{note}</p>
        <p className="small mb-1">{t.plannedBy(plannedByName, format.dateTime(plannedAt))}</p>
        {wrong ? <p className="fw-bold mb-1">{reason ? reason[lang] : t.outdated}</p> : null}
        <ProblemNote error={withdraw.error} />
        <div className="btn-list mt-2">
          {wrong ? <button type="button" className="btn btn-sm" onClick={onAgain}>{t.planAgain}</button> : null}
          <button type="button" className="btn btn-sm" disabled={withdraw.isPending} onClick={end}>{failed ? t.putAside : t.withdraw}</button>
        </div>
      </div>
    </div>
  );
}
