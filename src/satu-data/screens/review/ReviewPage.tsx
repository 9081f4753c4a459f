import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Async, CompleteTogether, Empty, Link, Page, useFormat, useParams, useT, useUser } from 'tertib/screens';
import type { ReviewView } from '../../review/review.schemas.js';
import { useReview, type ReviewFilter } from './calls.js';
import { LetterDialog } from './LetterDialog.js';
import { LettersCard } from './LettersCard.js';
import { RequestCards } from './RequestCards.js';
import { ReviewFilters } from './ReviewFilters.js';
import { ReviewItems } from './ReviewItems.js';
import { SignedLetterDialog } from './SignedLetterDialog.js';
import { reviewWords } from './review-words.js';

function Pages({ view, onPage }: { view: ReviewView; onPage: (page: number) => void }) {
  const t = useT(reviewWords);
  const format = useFormat();
  if (view.count === 0) return null;
  return (
    <div className="card-footer d-flex flex-wrap gap-2 align-items-center">
      <span className="text-secondary me-auto" role="status">{t.found(format.number(view.count))}{view.pages > 1 ? ` · ${t.page(format.number(view.page), format.number(view.pages))}` : ''}</span>
      {view.pages > 1 ? (
        <>
          <button type="button" className="btn" disabled={view.page <= 1} onClick={() => onPage(view.page - 1)}>{t.before}</button>
          <button type="button" className="btn" disabled={view.page >= view.pages} onClick={() => onPage(view.page + 1)}>{t.next}</button>
        </>
      ) : null}
    </div>
  );
}

interface ListProps {
  view: ReviewView;
  filter: ReviewFilter;
  onFilter: (filter: ReviewFilter) => void;
}

interface Together {
  id: string;
  name: string;
  about: string;
}

/** As many are decided at once. */
const MOST = 200;

function Datasets({ view, filter, onFilter }: ListProps) {
  const t = useT(reviewWords);
  const format = useFormat();
  const client = useQueryClient();
  const mine = useUser().roles.includes('bps');
  // Kept from page to page: of three hundred some are here, some there.
  const [chosen, setChosen] = useState<ReadonlyMap<string, Together>>(new Map());
  const [together, setTogether] = useState(false);
  const open = view.items.flatMap(({ id, title, task }) => (mine && task?.canComplete ? [{ id, title, task }] : []));
  const here = open.filter(({ id }) => chosen.has(id)).length;
  const put = (items: readonly (typeof open)[number][], on: boolean) =>
    setChosen((now) => new Map([...[...now].filter(([id]) => !items.some((one) => one.id === id)), ...(on ? items : []).map(({ id, title, task }) => [id, { id: task.id, name: t.step, about: title }] as const)]));
  const toggle = (id: string) => put(open.filter((one) => one.id === id), !chosen.has(id));
  const filtered = Boolean(filter.q || filter.period || filter.state !== 'waiting');
  return (
    <>
      {view.reminded ? <div className="alert alert-warning text-body" role="status">{t.remindedAll(format.dateTime(view.reminded.at), format.number(view.reminded.count))}</div> : null}
      <LettersCard letters={view.letters} />
      <RequestCards requests={view.requests} mine={mine} />
      <section className="card">
        <div className="card-header"><h2 className="card-title">{t.datasets}</h2></div>
        {open.length ? (
          <div className="card-body py-2 d-flex flex-wrap align-items-center gap-2">
            <label className="form-check mb-0 me-auto"><input type="checkbox" className="form-check-input" checked={here === open.length} onChange={() => put(open, here !== open.length)} /><span className="form-check-label">{t.chooseAll}</span></label>
            <span role="status">{chosen.size ? t.chosen(format.number(chosen.size)) : ''}{chosen.size > MOST ? ` · ${t.tooMany(format.number(MOST))}` : ''}</span>
            <button type="button" className="btn btn-primary" disabled={!chosen.size || chosen.size > MOST} onClick={() => setTogether(true)}>{t.together}</button>
          </div>
        ) : null}
        {view.items.length ? <ReviewItems items={view.items} mine={mine} chosen={chosen} onChoose={toggle} /> : filtered ? <Empty title={t.noMatch}>{t.noMatchHint}</Empty> : <Empty title={t.none}>{t.noneHint}</Empty>}
        <Pages view={view} onPage={(page) => onFilter({ ...filter, page })} />
      </section>
      {together ? (
        <CompleteTogether
          tasks={[...chosen.values()]}
          onClose={() => setTogether(false)}
          onDone={() => { setChosen(new Map()); void client.invalidateQueries({ queryKey: ['live'] }); }}
        />
      ) : null}
    </>
  );
}

/** BPS sees what was sent to it; what need not go there is the office's to look at. */
const OF_BPS = ['waiting', 'decided'] as const;
const ALL = [...OF_BPS, 'waived'] as const;

/** All that waits for the statistics office, and what it said. */
export function ReviewPage() {
  const { caseId = '' } = useParams();
  const t = useT(reviewWords);
  const user = useUser();
  const choices = user.roles.includes('bps') ? OF_BPS : ALL;
  const [filter, setFilter] = useState<ReviewFilter>({ page: 1, period: caseId, state: 'waiting', q: '' });
  const [dialog, setDialog] = useState<'letter' | 'signed' | null>(null);
  const query = useReview(filter);
  return (
    <Page
      title={t.title}
      before={caseId ? <Link to={`/cases/${caseId}`}>{query.data?.periods.find(({ id }) => id === caseId)?.title ?? t.period}</Link> : null}
      actions={
        <>
          {user.can('satu-data.recommend') ? <button type="button" className="btn" disabled={!filter.period} title={filter.period ? undefined : t.letterPeriod} onClick={() => setDialog('letter')}>{t.letter}</button> : null}
          {user.can('satu-data.keep-recommendation') ? <button type="button" className="btn" disabled={!filter.period} title={filter.period ? undefined : t.letterPeriod} onClick={() => setDialog('signed')}>{t.uploadSigned}</button> : null}
        </>
      }
    >
      <p className="text-secondary">{t.intro}{query.data ? ` ${query.data.scope === 'all' ? t.scopeAll : t.scopePriority}` : ''}</p>
      <div className="card mb-3"><div className="card-body"><ReviewFilters periods={query.data?.periods ?? []} states={choices} filter={filter} onChange={setFilter} /></div></div>
      <Async query={query}>{(view) => <Datasets view={view} filter={filter} onFilter={setFilter} />}</Async>
      {dialog === 'letter' && filter.period ? <LetterDialog caseId={filter.period} onClose={() => setDialog(null)} /> : null}
      {dialog === 'signed' && filter.period ? <SignedLetterDialog caseId={filter.period} onClose={() => setDialog(null)} /> : null}
    </Page>
  );
}
