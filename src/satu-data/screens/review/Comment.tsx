import { useState } from 'react';
import { TextField, useFormat, useT } from 'tertib/screens';
import type { CommentView } from '../../review/review.schemas.js';
import type { useSettle } from './calls.js';
import { reviewWords } from './review-words.js';

interface Props {
  comment: CommentView;
  settle: ReturnType<typeof useSettle>;
  maySettle: boolean;
}

/** A comment with what was said to it, until it is ticked off. */
export function Comment({ comment, settle, maySettle }: Props) {
  const t = useT(reviewWords);
  const format = useFormat();
  const [answer, setAnswer] = useState('');
  const { id, placeName, columnName, doneBy, doneAt, replies } = comment;
  const step = (done: boolean | null) => settle.mutate({ id, done, answer: done === false ? '' : answer }, { onSuccess: () => setAnswer('') });
  return (
    <li className="list-group-item">
      <div><strong>{[placeName, columnName].filter(Boolean).join(' · ') || t.wholeTable}</strong>: <span className="text-break">{comment.comment}</span></div>
      <div className="text-secondary small">{comment.source}, {t.said(comment.by, format.dateTime(comment.at))}</div>
      {replies.map((one) => <div key={one.id} className="border-start ps-2 mt-1"><span className="text-break">{one.text}</span> <span className="text-secondary small">{t.said(one.by, format.dateTime(one.at))}</span></div>)}
      {doneBy ? <div>{t.doneBy(doneBy, format.dateTime(doneAt))}{comment.answer && !replies.length ? `: ${comment.answer}` : ''}</div> : null}
      {maySettle && !doneBy ? (
        <div className="mt-2">
          <TextField label={t.answer} value={answer} maxLength={500} onChange={(event) => setAnswer(event.target.value)} />
          <div className="d-flex flex-wrap gap-2">
            <button type="button" className="btn" disabled={settle.isPending || !answer.trim()} onClick={() => step(null)}>{t.reply}</button>
            <button type="button" className="btn" disabled={settle.isPending} onClick={() => step(true)}>{t.done}</button>
          </div>
        </div>
      ) : null}
      {maySettle && doneBy ? <button type="button" className="btn btn-sm mt-1" disabled={settle.isPending} onClick={() => step(false)}>{t.reopen}</button> : null}
    </li>
  );
}
