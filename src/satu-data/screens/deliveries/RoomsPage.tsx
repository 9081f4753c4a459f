import { useState } from 'react';
import { Async, Empty, Link, Navigate, Page, TextField, useFormat, useParams, useT, useUser } from 'tertib/screens';
import type { Rooms } from '../../room/room.schemas.js';
import { useRooms } from './calls.js';
import { deliveriesWords } from './deliveries-words.js';
import { Pages } from './Pages.js';

function Producer({ caseId, row }: { caseId: string; row: Rooms['items'][number] }) {
  const t = useT(deliveriesWords);
  const format = useFormat();
  return (
    <Link className="list-group-item list-group-item-action d-flex flex-wrap gap-2 justify-content-between align-items-center" to={`/satu-data/deliveries/${caseId}/${row.id}`}>
      <span>
        <span className="h3 d-block mb-1">{row.office}</span>
        <span className="text-secondary d-block">{t.owed(row.owed, row.asked)} · {row.open ? `${t.deadline}: ${format.dateTime(row.deadline)}` : t.passed}</span>
      </span>
      {row.unread > 0 ? <span className="badge bg-blue-lt board-state">{t.newMessages(row.unread)}</span> : null}
    </Link>
  );
}

/** The producers of a period; a producer goes straight to his own part. */
export function RoomsPage() {
  const { caseId = '' } = useParams();
  const t = useT(deliveriesWords);
  const [page, setPage] = useState(1);
  const [q, setQ] = useState('');
  const query = useRooms(caseId, page, q);
  const { officeId } = useUser();
  const [own] = query.data?.items ?? [];
  if (own && own.officeId === officeId) return <Navigate to={`/satu-data/deliveries/${caseId}/${own.id}`} replace />;
  return (
    <Page title={t.title} before={<Link to={`/cases/${caseId}`}>{query.data?.period ?? ''}</Link>}>
      <TextField label={t.search} type="search" maxLength={100} value={q} onChange={(event) => { setQ(event.target.value); setPage(1); }} />
      <div className="card">
        <Async query={query}>
          {(found) => (found.items.length === 0 ? <Empty title={t.none}>{t.noneHint}</Empty> : (
            <>
              <div className="list-group list-group-flush">{found.items.map((row) => <Producer key={row.id} caseId={caseId} row={row} />)}</div>
              <Pages page={found.page} pages={found.pages} onPage={setPage} />
            </>
          ))}
        </Async>
      </div>
    </Page>
  );
}
