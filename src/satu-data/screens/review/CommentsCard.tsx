import { useState } from 'react';
import { ProblemNote, TextField, useFormat, useT, useUser } from 'tertib/screens';
import type { CommentView } from '../../review/review.schemas.js';
import { useSettle } from './calls.js';
import { reviewWords } from './review-words.js';

type Settle = ReturnType<typeof useSettle>;

function Comment({ comment, settle, maySettle }: { comment: CommentView; settle: Settle; maySettle: boolean }) {
  const t = useT(reviewWords);
  const format = useFormat();
  const [answer, setAnswer] = useState('');
  const { id, placeName, columnName, doneBy, doneAt } = comment;
  return (
    <li className="list-group-item">
      <div><strong>{placeName || t.wholeTable}</strong>{columnName ? ` · ${columnName}` : ''}: <span className="text-break">{comment.comment}</span></div>
      <div className="text-secondary small">{comment.source}, {t.said(comment.by, format.dateTime(comment.at))}</div>
      {doneBy ? <div>{t.doneBy(doneBy, format.dateTime(doneAt))}{comment.answer ? `: ${comment.answer}` : ''}</div> : null}
      {maySettle && !doneBy ? <div className="mt-2"><TextField label={t.answer} value={answer} maxLength={500} onChange={(event) => setAnswer(event.target.value)} /><button type="button" className="btn" disabled={settle.isPending} onClick={() => settle.mutate({ id, done: true, answer })}>{t.done}</button></div> : null}
      {maySettle && doneBy ? <button type="button" className="btn btn-sm mt-1" disabled={settle.isPending} onClick={() => settle.mutate({ id, done: false, answer: '' })}>{t.reopen}</button> : null}
    </li>
  );
}

/** What is to be looked at in the table, until it is ticked off. */
export function CommentsCard({ datasetId, comments, onAdd }: { datasetId: string; comments: readonly CommentView[]; onAdd: (() => void) | null }) {
  const t = useT(reviewWords);
  const maySettle = useUser().can('satu-data.settle-comment');
  const settle = useSettle(datasetId);
  return (
    <section className="card mb-3" aria-labelledby="comments">
      <div className="card-header d-flex justify-content-between"><h2 className="card-title" id="comments">{t.tableComments}</h2>{onAdd ? <button type="button" className="btn btn-sm" onClick={onAdd}>{t.addComment}</button> : null}</div>
      <ProblemNote error={settle.error} />
      {comments.length ? <ul className="list-group list-group-flush">{comments.map((one) => <Comment key={one.id} comment={one} settle={settle} maySettle={maySettle} />)}</ul> : <p className="card-body text-secondary mb-0">{t.noComments}</p>}
    </section>
  );
}
