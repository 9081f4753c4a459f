import { useState, type FormEvent } from 'react';
import { AreaField, Dialog, ProblemNote, say, SelectField, useFormat, useLanguage, useT } from 'tertib/screens';
import type { TableUnderReview } from '../../review/review.schemas.js';
import { useComment, useThreadSteps } from './calls.js';
import { useCommentPowers } from './comment-powers.js';
import { Comment } from './Comment.js';
import { reviewWords } from './review-words.js';

/** A cell of the table that was opened. */
export interface Cell {
  readonly row: TableUnderReview['rows'][number];
  readonly column: string;
}

interface Props {
  table: TableUnderReview;
  cell: Cell;
  onClose: () => void;
}

/** What was found and said of a cell; who may, says something of it or of its row. */
export function PlaceDialog({ table, cell: { row: opened, column }, onClose }: Props) {
  const t = useT(reviewWords);
  const format = useFormat();
  const language = useLanguage();
  const { mayComment } = useCommentPowers();
  const send = useComment(table.id);
  const steps = useThreadSteps(table.id);
  const [whole, setWhole] = useState(false);
  const [comment, setComment] = useState('');
  // What was said meanwhile is in the table that is loaded now.
  const row = table.rows.find(({ number }) => number === opened.number) ?? opened;
  const ids = new Set(row.comments.flatMap((one) => (one.column === column ? [one.id] : [])));
  const thread = table.comments.filter(({ id }) => ids.has(id));
  const findings = row.findings.filter((one) => one.column === column);
  const title = table.columns.find(({ name }) => name === column)?.title ?? column;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send.mutate({ place: { ...row.place }, column: whole ? null : column, comment }, { onSuccess: () => { say(t.commentAdded); setComment(''); } });
  };
  return (
    <Dialog
      title={t.cellOf(title, format.number(row.number))}
      onClose={onClose}
      footer={<><button type="button" className="btn" onClick={onClose}>{t.close}</button>{mayComment ? <button type="submit" form="place" className="btn btn-primary" disabled={send.isPending}>{t.addComment}</button> : null}</>}
    >
      <p>{t.value}: <strong>{row.values[column] ?? t.empty}</strong></p>
      {findings.length ? <ul>{findings.map(({ message }, index) => <li key={index}>{message[language]}</li>)}</ul> : null}
      <ProblemNote error={steps.error} />
      {thread.length ? <ul className="list-group mb-3">{thread.map((one) => <Comment key={one.id} comment={one} steps={steps} />)}</ul> : <p className="text-secondary">{t.noComments}</p>}
      {mayComment ? (
        <form id="place" onSubmit={submit}>
          <ProblemNote error={send.error} />
          <SelectField label={t.about} value={whole ? 'row' : 'cell'} onChange={(event) => setWhole(event.target.value === 'row')}>
            <option value="cell">{t.thisCell}</option>
            <option value="row">{t.wholeRow}</option>
          </SelectField>
          <AreaField label={t.comment} required minLength={3} maxLength={500} value={comment} onChange={(event) => setComment(event.target.value)} />
        </form>
      ) : null}
    </Dialog>
  );
}
