import { Link } from 'react-router';
import { useFormat, useT } from '../../../shared/i18n/index.js';
import { Loading, ProblemNote } from '../../../shared/ui/index.js';
import { common } from '../../../shared/words.js';
import { StateBadge } from '../../cases/index.js';
import type { Filters } from '../filters.js';
import { words as operate } from '../words.js';
import { useConformingCases, type ConformanceFilter } from './calls.js';
import { kindOf } from './kinds.js';
import { words } from './words.js';

/** The cases behind the figure that was pressed. */
export function CasesBehind({ filter, filters, nameOf }: { filter: ConformanceFilter; filters: Filters; nameOf: (id: string) => string }) {
  const t = useT(words);
  const c = useT(common);
  const o = useT(operate);
  const format = useFormat();
  const [step, kind] = [filters.get('step'), kindOf(filters.get('kind'))];
  const query = useConformingCases({ ...filter, step, kind });
  if (!step) return null;
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section className="card" aria-labelledby="conformance-cases">
      <div className="card-header flex-wrap gap-2">
        <h2 className="card-title me-auto" id="conformance-cases">{t.cases(t[kind], nameOf(step))}</h2>
        <button type="button" className="btn btn-sm" onClick={() => filters.choose({ step: '', kind: '' })}>{t.close}</button>
      </div>
      {query.isError ? <div className="p-3"><ProblemNote error={query.error} onRetry={() => void query.refetch()} /></div> : null}
      {query.isPending ? <Loading /> : null}
      {query.data && !rows.length ? <p className="card-body text-secondary mb-0">{t.none}</p> : null}
      {rows.length ? (
        <table className="table table-vcenter card-table cards-table">
          <thead><tr><th scope="col">{c.name}</th><th scope="col">{c.status}</th><th scope="col">{o.started}</th></tr></thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td><Link className="fw-bold text-reset" to={`/cases/${row.id}`}>{row.title}</Link></td>
                <td><StateBadge state={row.state} /></td>
                <td data-label={o.started}>{format.dateTime(row.startedAt)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {query.hasNextPage ? <div className="card-footer text-center"><button type="button" className="btn" onClick={() => void query.fetchNextPage()}>{c.more}</button></div> : null}
    </section>
  );
}
