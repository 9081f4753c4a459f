import type { ReactNode } from 'react';
import { useT } from '../i18n/index.js';
import { common } from '../words.js';
import { ProblemNote } from './Problem.js';

/** Grey lines in the shape of what is coming, and a word for those who do not see them. */
export function Loading({ lines = 4 }: { lines?: number }) {
  const t = useT(common);
  return (
    <div className="p-3 placeholder-glow" role="status">
      <span className="visually-hidden">{t.loading}</span>
      {Array.from({ length: lines }, (_, i) => <div key={i} className={`placeholder col-${11 - (i % 3) * 2} d-block mb-3`} />)}
    </div>
  );
}

export function Empty({ title, children, icon }: { title: string; children?: ReactNode; icon?: ReactNode }) {
  return (
    <div className="empty">
      {icon ? <div className="empty-icon" aria-hidden>{icon}</div> : null}
      <p className="empty-title">{title}</p>
      {children ? <div className="empty-subtitle text-secondary">{children}</div> : null}
    </div>
  );
}

/** As much of a query as is shown. */
interface Fetched<T> {
  data: T | undefined;
  isError: boolean;
  error: unknown;
  refetch: () => unknown;
}

interface AsyncProps<T> {
  query: Fetched<T>;
  lines?: number;
  children: (data: T) => ReactNode;
}

/** Loading, error or the thing itself: the three faces of everything that is fetched. */
export function Async<T>({ query, lines, children }: AsyncProps<T>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.isError) return <div className="p-3"><ProblemNote error={query.error} onRetry={() => void query.refetch()} /></div>;
  return <Loading {...(lines ? { lines } : {})} />;
}
