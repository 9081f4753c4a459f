import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Async, Empty, Page, ProblemNote, request, say, TextField, useFormat, useT } from 'tertib/screens';
import type { Link, Waiting } from '../leader/leader.schemas.js';
import { Pages } from './deliveries/Pages.js';
import { LeaderLinkDialog } from './LeaderLinkDialog.js';
import { leaderWords } from './leader-words.js';

const KEY = ['live', 'leader-links'];
const HOW = { open: 'open', used: 'used', revoked: 'withdrawn', expired: 'expired', locked: 'locked' } as const;

/** Data that wait for their leader's word, and the links that were sent for it. */
export function LeaderLinksPage() {
  const t = useT(leaderWords);
  const format = useFormat();
  const client = useQueryClient();
  const [page, setPage] = useState(1);
  const [q, setQ] = useState('');
  const query = useQuery({ queryKey: [...KEY, page, q], queryFn: () => request<Waiting>('/satu-data/leader-links', { query: { page, q } }), placeholderData: keepPreviousData });
  const [making, setMaking] = useState<Waiting['items'][number] | null>(null);
  const again = () => client.invalidateQueries({ queryKey: KEY });
  const revoke = useMutation({ mutationFn: (id: string) => request(`/satu-data/leader-links/${id}`, { method: 'DELETE' }), onSuccess: () => { say(t.revoked); return again(); } });
  const stateOf = (link: Link | null) => (link ? t[HOW[link.state]](`${link.name}, ${link.title}`) : t.never);
  return (
    <Page title={t.title}>
      <p className="text-secondary">{t.intro}</p>
      <ProblemNote error={revoke.error} />
      {q !== '' || (query.data?.pages ?? 1) > 1 ? <TextField label={t.search} type="search" maxLength={100} value={q} onChange={(event) => { setQ(event.target.value); setPage(1); }} /> : null}
      <div className="card">
        <Async query={query}>
          {(found) => (found.items.length === 0 ? <Empty title={q ? t.notFound : t.none}>{q ? t.notFoundHint : t.noneHint}</Empty> : (
            <>
            <div className="list-group list-group-flush">
              {found.items.map((row) => (
                <div key={row.taskId} className="list-group-item d-flex flex-wrap gap-2 justify-content-between align-items-center">
                  <div>
                    <h2 className="h3 mb-1">{row.office}</h2>
                    <div className="text-secondary">{row.period} · {t.deadline}: {format.dateTime(row.deadline)}</div>
                    <div>{t.link}: {stateOf(row.link)}</div>
                  </div>
                  <div className="d-flex gap-2">
                    {row.link?.state === 'open' ? <button type="button" className="btn" disabled={revoke.isPending} onClick={() => revoke.mutate(row.link?.id ?? '')}>{t.revoke}</button> : null}
                    <button type="button" className="btn btn-primary" onClick={() => setMaking(row)}>{t.make}</button>
                  </div>
                </div>
              ))}
            </div>
            <Pages page={found.page} pages={found.pages} onPage={setPage} />
            </>
          ))}
        </Async>
      </div>
      {making ? <LeaderLinkDialog row={making} onClose={() => { setMaking(null); void again(); }} /> : null}
    </Page>
  );
}
