import { Link } from 'react-router';
import type { Overview } from '../../api/index.js';
import { useFormat, useLanguage, useT } from '../../shared/i18n/index.js';
import { Empty, Loading, ProblemNote } from '../../shared/ui/index.js';
import { common } from '../../shared/words.js';
import { StateBadge } from '../cases/index.js';
import { useFoundCases } from './calls.js';
import type { Filters } from './filters.js';
import { Narrowed } from './Narrowed.js';
import { SearchRow } from './SearchRow.js';
import { words } from './words.js';

/** The cases behind the numbers. */
export function FoundCases({ overview, procedure, filters }: { overview: Overview; procedure: string; filters: Filters }) {
  const t = useT(words);
  const c = useT(common);
  const format = useFormat();
  const lang = useLanguage();
  const { get } = filters;
  const [process = '', element = ''] = get('step').split('/');
  const query = useFoundCases({ procedure, state: get('state'), from: get('from'), to: get('to'), troubled: get('troubled'), process, element, q: get('q'), field: get('field') });
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const labelOf = (name: string) => overview.fields.find((field) => field.name === name)?.label[lang] ?? name;
  return (
    <section className="card" aria-labelledby="operate-cases">
      <div className="card-header"><h2 className="card-title" id="operate-cases">{t.cases}</h2></div>
      <SearchRow fields={overview.fields} filters={filters} />
      <Narrowed overview={overview} filters={filters} />
      {query.isError ? <div className="p-3"><ProblemNote error={query.error} onRetry={() => void query.refetch()} /></div> : null}
      {query.isPending ? <Loading /> : null}
      {query.data && !rows.length ? <Empty title={t.none}>{t.noneHint}</Empty> : null}
      {rows.length ? (
        <table className="table table-vcenter card-table cards-table">
          <thead><tr><th scope="col">{c.name}</th><th scope="col">{c.status}</th><th scope="col">{t.standsAt}</th><th scope="col">{t.started}</th></tr></thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td><Link className="fw-bold text-reset" to={`/cases/${row.id}`}>{row.title}</Link>{row.match ? <div className="small text-secondary text-break">{labelOf(row.match.name)}: {format.value(row.match.value)}</div> : null}</td>
                <td><StateBadge state={row.state} />{row.incidents ? <span className="ms-2"><StateBadge state="incident" /></span> : null}</td>
                <td data-label={row.steps.length ? t.standsAt : undefined}>{row.steps.join(', ')}</td>
                <td data-label={t.started}>{format.dateTime(row.startedAt)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {query.hasNextPage ? <div className="card-footer text-center"><button type="button" className="btn" onClick={() => void query.fetchNextPage()}>{c.more}</button></div> : null}
    </section>
  );
}
