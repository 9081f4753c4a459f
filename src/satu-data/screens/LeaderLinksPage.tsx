import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Async, Empty, Page, ProblemNote, request, say, useFormat, useT } from 'tertib/screens';
import type { Link, Waiting } from '../leader/leader.schemas.js';
import { LeaderLinkDialog } from './LeaderLinkDialog.js';
import { leaderWords } from './leader-words.js';

const KEY = ['live', 'leader-links'];
const HOW = { open: 'open', used: 'used', revoked: 'withdrawn', expired: 'expired', locked: 'locked' } as const;

/** Data that wait for their leader's word, and the links that were sent for it. */
export function LeaderLinksPage() {
  const t = useT(leaderWords);
  const format = useFormat();
  const client = useQueryClient();
  const query = useQuery({ queryKey: KEY, queryFn: () => request<Waiting>('/satu-data/leader-links') });
  const [making, setMaking] = useState<Waiting[number] | null>(null);
  const again = () => client.invalidateQueries({ queryKey: KEY });
  const revoke = useMutation({ mutationFn: (id: string) => request(`/satu-data/leader-links/${id}`, { method: 'DELETE' }), onSuccess: () => { say(t.revoked); return again(); } });
  const stateOf = (link: Link | null) => (link ? t[HOW[link.state]](`${link.name}, ${link.title}`) : t.never);
  return (
    <Page title={t.title}>
      <p className="text-secondary">{t.intro}</p>
      <ProblemNote error={revoke.error} />
      <div className="card">
        <Async query={query}>
          {(rows) => (rows.length === 0 ? <Empty title={t.none}>{t.noneHint}</Empty> : (
            <div className="list-group list-group-flush">
              {rows.map((row) => (
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
          ))}
        </Async>
      </div>
      {making ? <LeaderLinkDialog row={making} onClose={() => { setMaking(null); void again(); }} /> : null}
    </Page>
  );
}
