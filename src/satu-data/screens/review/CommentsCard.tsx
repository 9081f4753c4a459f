import { ProblemNote, useT } from 'tertib/screens';
import type { CommentView } from '../../review/review.schemas.js';
import { useThreadSteps } from './calls.js';
import { useCommentPowers } from './comment-powers.js';
import { Comment } from './Comment.js';
import { reviewWords } from './review-words.js';

/** What is to be looked at in the table, until it is ticked off. */
export function CommentsCard({ datasetId, comments, onAdd }: { datasetId: string; comments: readonly CommentView[]; onAdd: () => void }) {
  const t = useT(reviewWords);
  const { mayComment } = useCommentPowers();
  const steps = useThreadSteps(datasetId);
  return (
    <section className="card mb-3" aria-labelledby="comments">
      <div className="card-header d-flex justify-content-between"><h2 className="card-title" id="comments">{t.tableComments}</h2>{mayComment ? <button type="button" className="btn btn-sm" onClick={onAdd}>{t.addComment}</button> : null}</div>
      <ProblemNote error={steps.error} />
      {comments.length ? <ul className="list-group list-group-flush">{comments.map((one) => <Comment key={one.id} comment={one} steps={steps} />)}</ul> : <p className="card-body text-secondary mb-0">{t.noComments}</p>}
    </section>
  );
}
