import { Link, useFormat, useT } from 'tertib/screens';
import type { ReviewTask } from '../../review/review.schemas.js';
import { reviewWords } from './review-words.js';

/** Since when it waits, until when, who has it, and when BPS was last reminded. */
export function TaskFacts({ task, remindedAt }: { task: ReviewTask; remindedAt: string | null }) {
  const t = useT(reviewWords);
  const format = useFormat();
  return (
    <div className="text-secondary">
      {t.since} {format.dateTime(task.since)}
      {task.dueAt ? <> · {t.due}: {format.dateTime(task.dueAt)}{task.overdue ? <span className="badge bg-red-lt analysis-mark ms-1">{t.overdue}</span> : null}</> : null}
      {' '}· {t.reminded}: {remindedAt ? format.dateTime(remindedAt) : t.notReminded}
      {task.takenBy ? <> · {t.takenBy(task.takenBy)}</> : null}
    </div>
  );
}

/** The way to the form: to answer, to record what BPS wrote, or to look on. */
export function TaskLink({ task, mine, verb, about, primary = false }: { task: ReviewTask; mine: boolean; verb: string; about: string; primary?: boolean }) {
  const t = useT(reviewWords);
  const words = task.canComplete ? (mine ? verb : t.record) : t.see;
  return <Link to={`/tasks/${task.id}`} className={`btn ${primary && task.canComplete ? 'btn-primary' : ''}`} aria-label={`${words}: ${about}`}>{words}</Link>;
}
