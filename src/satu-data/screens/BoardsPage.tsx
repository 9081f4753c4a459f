import { useInfiniteQuery } from '@tanstack/react-query';
import { Async, Empty, Link, Navigate, Page, request, useT } from 'tertib/screens';
import { words } from './words.js';

interface Cases {
  readonly items: readonly { readonly id: string; readonly title: string }[];
  readonly next: string | null;
}

/** The procedure whose cases are periods; those of others have no board. */
const PERIODS = 'pengelolaan-data';

/** Straight to the board where there is one period; a choice where there are more. */
export function BoardsPage() {
  const t = useT(words);
  const query = useInfiniteQuery({ queryKey: ['live', 'periods'], initialPageParam: '', queryFn: ({ pageParam }) => request<Cases>('/cases', { query: { procedure: PERIODS, cursor: pageParam } }), getNextPageParam: ({ next }) => next });
  return (
    <Page title={t.title}>
      <Async query={query}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          const [only] = items;
          if (only && items.length === 1) return <Navigate to={`/satu-data/board/${only.id}`} replace />;
          if (!only) return <div className="card"><Empty title={t.none}>{t.noneHint}</Empty></div>;
          return (
            <div className="card">
              <div className="card-header"><h2 className="card-title">{t.choose}</h2></div>
              <div className="list-group list-group-flush">
                {items.map((one) => <Link key={one.id} className="list-group-item list-group-item-action" to={`/satu-data/board/${one.id}`}>{one.title}</Link>)}
              </div>
              {query.hasNextPage ? <div className="card-footer"><button type="button" className="btn" disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t.more}</button></div> : null}
            </div>
          );
        }}
      </Async>
    </Page>
  );
}
