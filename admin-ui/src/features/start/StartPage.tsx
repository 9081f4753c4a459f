import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { request, type Procedure } from '../../api/index.js';
import { useT } from '../../shared/i18n/index.js';
import { Async, Empty, Page } from '../../shared/ui/index.js';
import { words } from './words.js';

export function StartPage() {
  const t = useT(words);
  const query = useQuery({
    queryKey: ['procedures'],
    queryFn: () => request<Procedure[]>('/procedures'),
  });
  return (
    <Page title={t.title}>
      <p className="text-secondary">{t.lead}</p>
      <Async query={query}>
        {(list) => (list.length ? (
          <div className="row g-3">
            {list.map((procedure) => {
              const { title } = procedure;
              return (
                <div key={procedure.key} className="col-12 col-md-6">
                  <div className="card"><div className="card-body d-flex align-items-center gap-3">
                    <h2 className="card-title mb-0 me-auto">{title}</h2>
                    <Link className="btn btn-primary" to={`/start/${procedure.key}`} aria-label={`${t.choose} ${title}`}>{t.choose}</Link>
                  </div></div>
                </div>
              );
            })}
          </div>
        ) : <Empty title={t.none}>{t.noneHint}</Empty>)}
      </Async>
    </Page>
  );
}
