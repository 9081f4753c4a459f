import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Async, Empty, Page, ProblemNote, request, say, useFormat, useLanguage, useT } from 'tertib/screens';
import type { BoundaryRow } from '../boundaries/boundary.schemas.js';
import { BoundaryDialog } from './BoundaryDialog.js';
import { boundaryWords } from './boundary-words.js';

const KEY = ['boundaries'];

/** The outlines that maps are drawn from. */
export function BoundariesPage() {
  const t = useT(boundaryWords);
  const format = useFormat();
  const language = useLanguage();
  const client = useQueryClient();
  const query = useQuery({ queryKey: KEY, queryFn: () => request<BoundaryRow[]>('/satu-data/boundaries') });
  const [adding, setAdding] = useState(false);
  const again = () => client.invalidateQueries({ queryKey: KEY });
  const remove = useMutation({ mutationFn: (id: string) => request(`/satu-data/boundaries/${id}`, { method: 'DELETE' }), onSuccess: () => { say(t.removed); return again(); } });
  return (
    <Page title={t.title} actions={<button type="button" className="btn btn-primary" onClick={() => setAdding(true)}>{t.add}</button>}>
      <p className="text-secondary">{t.intro}</p>
      <ProblemNote error={remove.error} />
      <div className="card">
        <Async query={query}>
          {(rows) => (rows.length === 0 ? <Empty title={t.none}>{t.noneHint}</Empty> : (
            <div className="list-group list-group-flush">
              {rows.map((row) => (
                <div key={row.id} className="list-group-item d-flex flex-wrap gap-2 justify-content-between align-items-center">
                  <div>
                    <h2 className="h3 mb-1 text-break">{row.fileName}</h2>
                    <div>{row.source} · {t.regions(format.number(row.regions))} · {row.list[language]}</div>
                    <div className="text-secondary">{t.by(row.by, format.dateTime(row.at))}</div>
                  </div>
                  <button type="button" className="btn" disabled={remove.isPending} onClick={() => remove.mutate(row.id)}>{t.remove}</button>
                </div>
              ))}
            </div>
          ))}
        </Async>
      </div>
      {adding ? <BoundaryDialog onClose={() => setAdding(false)} onAdded={() => { setAdding(false); void again(); }} /> : null}
    </Page>
  );
}
