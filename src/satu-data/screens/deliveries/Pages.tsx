import { useT } from 'tertib/screens';
import { deliveriesWords } from './deliveries-words.js';

/** To the page before and after; nothing where there is one. */
export function Pages({ page, pages, onPage }: { page: number; pages: number; onPage: (page: number) => void }) {
  const t = useT(deliveriesWords);
  if (pages < 2) return null;
  return (
    <div className="card-footer d-flex justify-content-between align-items-center">
      <button type="button" className="btn" disabled={page <= 1} onClick={() => onPage(page - 1)}>{t.previous}</button>
      <span>{page} / {pages}</span>
      <button type="button" className="btn" disabled={page >= pages} onClick={() => onPage(page + 1)}>{t.next}</button>
    </div>
  );
}
