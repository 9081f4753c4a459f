import { Link, Navigate } from 'react-router';
import { useT } from '../../shared/i18n/index.js';
import { Async, Empty, Page } from '../../shared/ui/index.js';
import { useCases } from '../cases/index.js';
import { words } from './words.js';

/** Straight to the board where there is one period; a choice where there are more. */
export function BoardsPage() {
  const t = useT(words);
  const query = useCases('', '');
  return (
    <Page title={t.title}>
      <Async query={query}>
        {({ pages }) => {
          const cases = pages.flatMap((page) => page.items);
          const [only] = cases;
          if (only && cases.length === 1) return <Navigate to={`/board/${only.id}`} replace />;
          if (!only) return <div className="card"><Empty title={t.none}>{t.noneHint}</Empty></div>;
          return (
            <div className="card">
              <div className="card-header"><h2 className="card-title">{t.choose}</h2></div>
              <div className="list-group list-group-flush">
                {cases.map((one) => <Link key={one.id} className="list-group-item list-group-item-action" to={`/board/${one.id}`}>{one.title}</Link>)}
              </div>
            </div>
          );
        }}
      </Async>
    </Page>
  );
}
