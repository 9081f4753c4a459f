import { useFormat, useT } from '../../shared/i18n/index.js';
import { ProblemNote, say } from '../../shared/ui/index.js';
import { useUser } from '../session/index.js';
import { useIncidents, useRetry } from './calls.js';
import { words } from './words.js';

/** Steps that the system could not do; an administrator runs them again. */
export function IncidentList({ caseId }: { caseId: string }) {
  const t = useT(words);
  const format = useFormat();
  const admin = useUser().roles.includes('admin');
  const incidents = useIncidents(caseId);
  const retry = useRetry(caseId);
  if (!incidents.data?.length) return null;
  return (
    <section className="card mb-3 border-danger" aria-labelledby="incidents">
      <div className="card-header py-2"><h2 className="card-title text-danger" id="incidents">{t.incidents}</h2></div>
      <ul className="list-group list-group-flush">
        {incidents.data.map((one) => (
          <li key={one.id} className="list-group-item d-flex flex-wrap gap-2 align-items-center">
            <div className="me-auto min-w-0">
              <strong>{one.elementName ?? one.topic ?? one.elementId}</strong>
              <div className="text-break">{one.message}</div>
              <div className="small text-secondary">{format.dateTime(one.at)}</div>
            </div>
            {admin ? <button type="button" className="btn" disabled={retry.isPending} onClick={() => retry.mutate(one.id, { onSuccess: () => say(t.retried) })}>{t.retry}</button> : null}
          </li>
        ))}
      </ul>
      <ProblemNote error={retry.error} />
    </section>
  );
}
