import { IconHierarchy2 } from '@tabler/icons-react';
import { Link, useSearchParams } from 'react-router';
import { useFormat, useT } from '../../shared/i18n/index.js';
import { Empty, Loading, Page, ProblemNote } from '../../shared/ui/index.js';
import { common } from '../../shared/words.js';
import { useCases } from './calls.js';
import { StateBadge } from './StateBadge.js';
import { words } from './words.js';

export function CasesPage() {
  const t = useT(words);
  const c = useT(common);
  const format = useFormat();
  const [params, setParams] = useSearchParams();
  const q = params.get('q') ?? '';
  const query = useCases('', q);
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title={t.title}>
      <div className="card">
        <div className="card-header p-2 p-md-3">
          <input type="search" className="form-control" placeholder={t.search} aria-label={c.search} value={q} onChange={(e) => setParams(e.target.value ? { q: e.target.value } : {}, { replace: true })} />
        </div>
        {query.isError && !rows.length ? <div className="p-3"><ProblemNote error={query.error} onRetry={() => void query.refetch()} /></div> : null}
        {query.isPending ? <Loading /> : null}
        {query.data && !rows.length ? <Empty title={q ? t.noneFound : t.none} icon={<IconHierarchy2 size={40} />}>{q ? <><p>{t.noneFoundHint}</p><Link className="btn" to="/cases">{t.all}</Link></> : t.noneHint}</Empty> : null}
        {rows.length ? (
          <table className="table table-vcenter card-table cards-table">
            <thead><tr><th scope="col">{c.name}</th><th scope="col">{c.status}</th><th scope="col">{t.started}</th><th scope="col">{t.ended_at}</th></tr></thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <td><Link className="fw-bold text-reset" to={`/cases/${row.id}`}>{row.title}</Link></td>
                  <td><StateBadge state={row.state} />{row.incidents ? <span className="ms-2"><StateBadge state="incident" /></span> : null}</td>
                  <td data-label={t.started}>{format.dateTime(row.startedAt)}</td>
                  <td data-label={row.endedAt ? t.ended_at : undefined}>{row.endedAt ? format.dateTime(row.endedAt) : ''}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : null}
        {query.hasNextPage ? <div className="card-footer text-center"><button type="button" className="btn" onClick={() => void query.fetchNextPage()}>{c.more}</button></div> : null}
      </div>
    </Page>
  );
}
