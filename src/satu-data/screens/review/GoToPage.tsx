import { useState } from 'react';
import { useT } from 'tertib/screens';
import { reviewWords } from './review-words.js';

/** To any page of a long table at once. */
export function GoToPage({ pages, onPage }: { pages: number; onPage: (page: number) => void }) {
  const t = useT(reviewWords);
  const [asked, setAsked] = useState('');
  return (
    <form className="d-flex gap-2 align-items-center" onSubmit={(event) => { event.preventDefault(); onPage(Number(asked)); }}>
      <label className="text-secondary" htmlFor="table-page">{t.toPage}</label>
      <input id="table-page" className="form-control w-auto" type="number" inputMode="numeric" min={1} max={pages} required value={asked} onChange={(event) => setAsked(event.target.value)} />
      <button type="submit" className="btn">{t.goThere}</button>
    </form>
  );
}
