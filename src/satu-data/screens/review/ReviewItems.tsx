import { Link, useFormat, useLanguage, useT } from 'tertib/screens';
import type { ReviewItem } from '../../review/review.schemas.js';
import { StateChip } from '../StateChip.js';
import { reviewWords } from './review-words.js';
import { TaskFacts, TaskLink } from './TaskFacts.js';

interface Props {
  items: readonly ReviewItem[];
  mine: boolean;
  chosen: { readonly has: (id: string) => boolean };
  onChoose: (id: string) => void;
}

function Item({ item, mine, chosen, onChoose }: { item: ReviewItem } & Omit<Props, 'items'>) {
  const t = useT(reviewWords);
  const format = useFormat();
  const language = useLanguage();
  const { id, title, office, period, priority, state, reason, task, findings, openComments, answeredComments, remindedAt, assessment } = item;
  return (
    <li className="list-group-item d-flex gap-3 align-items-start">
      {mine && task?.canComplete ? <input type="checkbox" className="form-check-input mt-1 flex-shrink-0" checked={chosen.has(id)} onChange={() => onChoose(id)} aria-label={t.choose(title)} /> : null}
      <div className="flex-fill d-flex flex-wrap gap-2 justify-content-between align-items-center review-item">
        <div className="flex-fill">
          <h3 className="h3 mb-1 text-break">{title}</h3>
          <div>{office} · {period}{priority ? ` · ${t.priority}` : ''}</div>
          <div className="my-1"><StateChip state={state} />{' '}{t.findings}: {t.findingCount(format.number(findings.errors), format.number(findings.warnings))}{openComments ? ` · ${t.comments(format.number(openComments))}` : ''}{answeredComments ? <> · <strong>{t.answered(format.number(answeredComments))}</strong></> : null}</div>
          {task ? <TaskFacts task={task} remindedAt={remindedAt} /> : null}
          {assessment ? <div>{t.decision}: <strong>{t[assessment.decision]}</strong> <span className="text-secondary">({t.said(assessment.by, format.dateTime(assessment.at))}{assessment.letterNumber ? `; ${t.byLetter(assessment.letterNumber)}` : ''})</span></div> : null}
          {reason && !task ? <div className="text-secondary text-break">{reason[language]}</div> : null}
        </div>
        <div className="d-flex flex-wrap gap-2">
          <Link to={`/satu-data/review/table/${id}`} className="btn" aria-label={`${t.openTable}: ${title}`}>{t.openTable}</Link>
          <Link to={`/satu-data/analysis/${id}`} className="btn" aria-label={`${t.quality}: ${title}`}>{t.quality}</Link>
          {task ? <TaskLink task={task} mine={mine} verb={t.decide} about={title} /> : null}
        </div>
      </div>
    </li>
  );
}

/** The data sets of step 13. */
export function ReviewItems({ items, ...rest }: Props) {
  return <ul className="list-group list-group-flush list-unstyled mb-0">{items.map((item) => <Item key={item.id} item={item} {...rest} />)}</ul>;
}
