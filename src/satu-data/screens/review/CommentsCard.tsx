import { ProblemNote, useT, useUser } from 'tertib/screens';
import type { CommentView } from '../../review/review.schemas.js';
import { useSettle } from './calls.js';
import { Comment } from './Comment.js';
import { reviewWords } from './review-words.js';

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
