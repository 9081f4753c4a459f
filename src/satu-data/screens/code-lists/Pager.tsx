import { useT } from 'tertib/screens';
import { codeWords } from './words.js';

/** To the page before and after; nothing where there is one page. */
export function Pager({ page: { page, pages }, onPage }: { page: { readonly page: number; readonly pages: number }; onPage: (page: number) => void }) {
  const t = useT(codeWords);
  if (pages <= 1) return null;
  return (
    <div className="d-flex gap-2 mt-2 justify-content-end">
      <button type="button" className="btn" disabled={page <= 1} onClick={() => onPage(page - 1)}>{t.previous}</button>
      <button type="button" className="btn" disabled={page >= pages} onClick={() => onPage(page + 1)}>{t.next}</button>
    </div>
  );
}
