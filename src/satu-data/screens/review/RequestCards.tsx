import { Link, useFormat, useT } from 'tertib/screens';
import type { RequestDocument } from '../../review/review.schemas.js';
import { reviewWords } from './review-words.js';
import { TaskFacts, TaskLink } from './TaskFacts.js';

/** The data lists of step 6. */
export function RequestCards({ requests, mine }: { requests: readonly RequestDocument[]; mine: boolean }) {
  const t = useT(reviewWords);
  const format = useFormat();
  if (!requests.length) return null;
  return (
    <section className="card mb-3">
      <div className="card-header"><h2 className="card-title">{t.requests}</h2></div>
      <div className="list-group list-group-flush">
        {requests.map(({ caseId, period, rows, openMarks, task, remindedAt }) => (
          <div key={caseId} className="list-group-item d-flex flex-wrap gap-2 justify-content-between align-items-center">
            <div>
              <h3 className="h3 mb-1">{period}</h3>
              <div>{t.rows(format.number(rows))}{openMarks ? ` · ${t.openMarks(format.number(openMarks))}` : ''}</div>
              <TaskFacts task={task} remindedAt={remindedAt} />
            </div>
            <div className="d-flex flex-wrap gap-2">
              <Link to={`/satu-data/data-list/${caseId}`} className="btn" aria-label={`${t.openList}: ${period}`}>{t.openList}</Link>
              <TaskLink task={task} mine={mine} verb={t.examine} about={period} primary />
            </div>
          </div>
        ))}
      </div>
    </section>
  );
}
