import { useState, type FormEvent } from 'react';
import { AreaField, Dialog, ProblemNote, say, SelectField, useT } from 'tertib/screens';
import { useComment } from './calls.js';
import { reviewWords } from './review-words.js';

/** The row that is commented on; an empty one is the table as a whole. */
export interface Place {
  readonly name: string;
  readonly values: Readonly<Record<string, string>>;
}

interface Props {
  datasetId: string;
  place: Place;
  columns: readonly { readonly name: string; readonly title: string }[];
  onClose: () => void;
}

/** A comment on a row, or on one cell of it. */
export function CommentDialog({ datasetId, place, columns, onClose }: Props) {
  const t = useT(reviewWords);
  const send = useComment(datasetId);
  const [column, setColumn] = useState('');
  const [comment, setComment] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send.mutate({ place: { ...place.values }, column: column || null, comment }, { onSuccess: () => { say(t.commentAdded); onClose(); } });
  };
  return (
    <Dialog
      title={t.commentOn(place.name || t.wholeTable)}
      onClose={onClose}
      footer={<><button type="button" className="btn" onClick={onClose}>{t.cancel}</button><button type="submit" form="comment" className="btn btn-primary" disabled={send.isPending}>{t.addComment}</button></>}
    >
      <form id="comment" onSubmit={submit}>
        <ProblemNote error={send.error} />
        <SelectField label={t.column} value={column} onChange={(event) => setColumn(event.target.value)}>
          <option value="">{place.name ? t.wholeRow : t.wholeTable}</option>
          {columns.map(({ name, title }) => <option key={name} value={name}>{title}</option>)}
        </SelectField>
        <AreaField label={t.comment} required minLength={3} maxLength={500} value={comment} onChange={(event) => setComment(event.target.value)} />
      </form>
    </Dialog>
  );
}
