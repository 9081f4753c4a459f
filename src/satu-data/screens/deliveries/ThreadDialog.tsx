import { useEffect, useState, type FormEvent } from 'react';
import { AreaField, Async, Dialog, ProblemNote, useFormat, useT } from 'tertib/screens';
import type { Messages, PlaceView } from '../../questions/question.schemas.js';
import { useAsk, useMarkRead, useThread } from './calls.js';
import { PlaceField } from './PlaceField.js';
import { questionWords } from './question-words.js';

function Message({ message: { mine, about, side, text, userName, at }, onPlace }: { message: Messages['items'][number]; onPlace: (place: PlaceView) => void }) {
  const t = useT(questionWords);
  const format = useFormat();
  return (
    <li className={`thread-message${mine ? ' thread-mine' : ''}`}>
      <div className="text-secondary">{mine ? t.you : `${userName} (${t[side]})`} · {format.dateTime(at)}</div>
      {about ? <button type="button" className="btn btn-sm my-1 text-wrap" title={t.answerRow} onClick={() => onPlace(about)}>{t.row(about.name)}</button> : null}
      <div className="text-break thread-text">{text}</div>
    </li>
  );
}

/** Questions and answers about one data set, or about rows of its table; what is shown counts as read. */
export function ThreadDialog({ requestId, datasetId, title, onClose }: { requestId: string; datasetId: string; title: string; onClose: () => void }) {
  const t = useT(questionWords);
  const query = useThread(requestId, datasetId);
  const ask = useAsk(requestId, datasetId);
  const { mutate: markRead } = useMarkRead(requestId, datasetId);
  const [text, setText] = useState('');
  const [place, setPlace] = useState<PlaceView | null>(null);
  const messages = (query.data?.pages ?? []).toReversed().flatMap(({ items }) => items);
  const newest = messages.at(-1)?.id;
  useEffect(() => {
    if (newest) markRead(newest);
  }, [newest, markRead]);
  const send = (event: FormEvent) => {
    event.preventDefault();
    ask.mutate({ text, ...(place && { place: place.place }) }, { onSuccess: () => setText('') });
  };
  return (
    <Dialog title={title} onClose={onClose} footer={<><button type="button" className="btn" onClick={onClose}>{t.close}</button><button type="submit" form="thread" className="btn btn-primary" disabled={ask.isPending || text.trim() === ''}>{t.send}</button></>}>
      <Async query={query}>
        {() => (
          <>
            {query.hasNextPage ? <button type="button" className="btn mb-2" disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t.earlier}</button> : null}
            {messages.length === 0 ? <p className="text-secondary">{t.empty}</p> : <ul className="thread">{messages.map((message) => <Message key={message.id} message={message} onPlace={setPlace} />)}</ul>}
          </>
        )}
      </Async>
      <form id="thread" onSubmit={send}>
        <ProblemNote error={ask.error} />
        <PlaceField requestId={requestId} datasetId={datasetId} value={place} onChange={setPlace} />
        <AreaField label={t.message} hint={t.hint} required maxLength={2000} rows={3} value={text} onChange={(event) => setText(event.target.value)} />
      </form>
    </Dialog>
  );
}
