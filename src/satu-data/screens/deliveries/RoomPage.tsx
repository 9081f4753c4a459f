import { useState } from 'react';
import { Async, Link, Page, useFormat, useParams, useT, useUser } from 'tertib/screens';
import type { Room } from '../../room/room.schemas.js';
import { useRoom } from './calls.js';
import { DatasetItem } from './DatasetItem.js';
import { deliveriesWords } from './deliveries-words.js';
import { RoomActions } from './RoomActions.js';
import { ThreadDialog } from './ThreadDialog.js';

function Letters({ letters }: { letters: Room['letters'] }) {
  const t = useT(deliveriesWords);
  const format = useFormat();
  if (letters.length === 0) return null;
  return (
    <section className="card mt-3" aria-labelledby="letters">
      <div className="card-header"><h2 className="card-title" id="letters">{t.letters}</h2></div>
      <ul className="list-group list-group-flush">
        {letters.map(({ id, subject, number, date }) => <li key={id} className="list-group-item"><a className="d-inline-block py-1" href={`/api/letters/${id}/pdf`} download>{t.letter(subject, number, format.dateTime(date))}</a></li>)}
      </ul>
    </section>
  );
}

/** One producer's part of a period. */
export function RoomPage() {
  const { caseId = '', requestId = '' } = useParams();
  const t = useT(deliveriesWords);
  const format = useFormat();
  const query = useRoom(requestId);
  const [asking, setAsking] = useState<Room['datasets'][number] | null>(null);
  const ownOffice = useUser().roles.some((role) => role === 'operator' || role === 'pimpinan');
  return (
    <Page title={query.data?.office ?? t.title} before={ownOffice ? <Link to={`/cases/${caseId}`}>{query.data?.period ?? ''}</Link> : <Link to={`/satu-data/deliveries/${caseId}`}>{t.back}</Link>}>
      <Async query={query}>
        {(room) => (
          <>
            <p className="text-secondary">{room.period} · {t.deadline}: {format.dateTime(room.deadline)}{room.open ? '' : ` · ${t.passed}`}</p>
            <RoomActions room={room} />
            <div className="card"><div className="list-group list-group-flush">{room.datasets.map((dataset) => <DatasetItem key={dataset.id} requestId={requestId} dataset={dataset} onAsk={() => setAsking(dataset)} />)}</div></div>
            <Letters letters={room.letters} />
          </>
        )}
      </Async>
      {asking ? <ThreadDialog requestId={requestId} datasetId={asking.id} title={asking.title} onClose={() => setAsking(null)} /> : null}
    </Page>
  );
}
