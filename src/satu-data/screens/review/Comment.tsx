import { useState } from 'react';
import { say, TextField, useFormat, useT } from 'tertib/screens';
import type { CommentView } from '../../review/review.schemas.js';
import { isProducer, useCommentPowers } from './comment-powers.js';
import type { useThreadSteps } from './calls.js';
import { reviewWords } from './review-words.js';

interface Props {
  comment: CommentView;
  steps: ReturnType<typeof useThreadSteps>;
}

/** Whether the producer reads it, and whose word is next: to the producer itself, in the second person. */
function Standing({ comment: { shared, waitsFor }, own }: { comment: CommentView; own: boolean }) {
  const t = useT(reviewWords);
  if (!shared) return null;
  const word = waitsFor === null ? null : own ? t[waitsFor === 'producer' ? 'waitsForYou' : 'youAnswered'] : t[waitsFor === 'producer' ? 'waitsForProducer' : 'waitsForOffice'];
  return <div className="small">{own ? null : <span className="text-secondary">{t.sharedThread} </span>}{word ? <span className={`badge board-state ${waitsFor === (own ? 'producer' : 'office') ? 'bg-orange-lt' : 'bg-blue-lt'}`}>{word}</span> : null}</div>;
}

/** A comment with what was said to it, until it is ticked off. */
export function Comment({ comment, steps: { answer, settle, share } }: Props) {
  const t = useT(reviewWords);
  const format = useFormat();
  const powers = useCommentPowers();
  const { mayAnswer, maySettle, mayShare } = powers;
  const [text, setText] = useState('');
  const { id, placeName, columnName, doneBy, doneAt, replies, shared } = comment;
  const onSuccess = () => setText('');
  const busy = answer.isPending || settle.isPending || share.isPending;
  return (
    <li className="list-group-item">
      <div><strong>{[placeName, columnName].filter(Boolean).join(' · ') || t.wholeTable}</strong>: <span className="text-break">{comment.comment}</span></div>
      <div className="text-secondary small">{comment.source}, {t.said(comment.by, format.dateTime(comment.at))}</div>
      {replies.map((one) => <div key={one.id} className="border-start ps-2 mt-1"><span className="text-break">{one.text}</span> <span className="text-secondary small">{t.said(one.side ? `${one.by} (${t[`side_${one.side}`]})` : one.by, format.dateTime(one.at))}</span></div>)}
      <Standing comment={comment} own={isProducer(powers)} />
      {doneBy ? <div>{t.doneBy(doneBy, format.dateTime(doneAt))}{comment.answer && !replies.length ? `: ${comment.answer}` : ''}</div> : null}
      {mayAnswer && !doneBy ? (
        <div className="mt-2">
          <TextField label={maySettle ? t.answer : t.ownAnswer} hint={maySettle ? undefined : t.answerHint} value={text} maxLength={500} onChange={(event) => setText(event.target.value)} />
          <div className="d-flex flex-wrap gap-2">
            <button type="button" className="btn" disabled={busy || !text.trim()} onClick={() => answer.mutate({ id, text }, { onSuccess })}>{t.reply}</button>
            {maySettle ? <button type="button" className="btn" disabled={busy} onClick={() => settle.mutate({ id, done: true, answer: text }, { onSuccess })}>{t.done}</button> : null}
            {mayShare && !shared ? <button type="button" className="btn" disabled={busy} onClick={() => share.mutate({ id }, { onSuccess: () => say(t.shared) })}>{t.share}</button> : null}
          </div>
        </div>
      ) : null}
      {maySettle && doneBy ? <button type="button" className="btn btn-sm mt-1" disabled={busy} onClick={() => settle.mutate({ id, done: false, answer: '' })}>{t.reopen}</button> : null}
    </li>
  );
}
