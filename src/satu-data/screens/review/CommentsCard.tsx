import { ProblemNote, useT, useUser } from 'tertib/screens';
import type { CommentView } from '../../review/review.schemas.js';
import { useThreadSteps } from './calls.js';
import { Comment } from './Comment.js';
import { reviewWords } from './review-words.js';

/** What is to be looked at in the table, until it is ticked off. */
export function CommentsCard({ datasetId, comments, onAdd }: { datasetId: string; comments: readonly CommentView[]; onAdd: (() => void) | null }) {
  const t = useT(reviewWords);
  const user = useUser();
  const powers = { mayAnswer: user.can('satu-data.answer-comment'), maySettle: user.can('satu-data.settle-comment'), mayShare: user.can('satu-data.share-comment') };
  const steps = useThreadSteps(datasetId);
  return (
    <section className="card mb-3" aria-labelledby="comments">
      <div className="card-header d-flex justify-content-between"><h2 className="card-title" id="comments">{t.tableComments}</h2>{onAdd ? <button type="button" className="btn btn-sm" onClick={onAdd}>{t.addComment}</button> : null}</div>
      <ProblemNote error={steps.error} />
      {comments.length ? <ul className="list-group list-group-flush">{comments.map((one) => <Comment key={one.id} comment={one} steps={steps} powers={powers} />)}</ul> : <p className="card-body text-secondary mb-0">{t.noComments}</p>}
    </section>
  );
}
