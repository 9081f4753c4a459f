import { fileAddress, Link, useFormat, useLanguage, useT } from 'tertib/screens';
import type { AssessmentView, DatasetReview } from '../../review/review.schemas.js';
import { reviewWords } from './review-words.js';

const ANSWERS = { ya: 'ya', tidak: 'tidak', tidak_berlaku: 'tidak_berlaku' } as const;

function Checklist({ items }: { items: AssessmentView['checklist'] }) {
  const t = useT(reviewWords);
  const language = useLanguage();
  if (!items.length) return null;
  const said = (answer: string) => (answer in ANSWERS ? t[ANSWERS[answer as keyof typeof ANSWERS]] : answer);
  return <><h4 className="mt-3">{t.checklist}</h4><ul className="mb-0">{items.map(({ item, answer, note }) => <li key={item.id}>{item[language]}: <strong>{said(answer)}</strong>{note ? ` (${note})` : ''}</li>)}</ul></>;
}

function Said({ assessment }: { assessment: AssessmentView }) {
  const t = useT(reviewWords);
  const format = useFormat();
  const { decision, by, at, reason, letterNumber, checklist } = assessment;
  return (
    <div className="mb-3">
      <div>{t.decision}: <strong>{t[decision]}</strong> <span className="text-secondary">({t.said(by, format.dateTime(at))}{letterNumber ? `; ${t.byLetter(letterNumber)}` : ''})</span></div>
      {reason ? <div className="text-break">{reason}</div> : null}
      <Checklist items={checklist} />
    </div>
  );
}

/** The measures by dimension, with how BPS rated each the last time. */
export function QualityCard({ review }: { review: DatasetReview }) {
  const t = useT(reviewWords);
  const language = useLanguage();
  const [last] = review.assessments;
  const rated = (name: string) => last?.ratings.find(({ dimension }) => dimension.id === name);
  return (
    <section className="card mb-3" aria-labelledby="quality">
      <div className="card-header d-flex flex-wrap gap-2 justify-content-between">
        <h2 className="card-title" id="quality">{t.facts}</h2>
        <div className="d-flex flex-wrap gap-2">
          {review.hasFindings ? <a className="btn btn-sm" href={fileAddress(`/satu-data/datasets/${review.id}/findings.pdf`)} target="_blank" rel="noreferrer">{t.findingsPdf}</a> : null}
          {review.hasFindings ? <a className="btn btn-sm" href={fileAddress(`/satu-data/datasets/${review.id}/findings.xlsx`)} download>{t.findingsBook}</a> : null}
          {review.task ? <Link className="btn btn-sm btn-primary" to={`/tasks/${review.task.id}`}>{review.task.canComplete ? t.decide : t.see}</Link> : null}
        </div>
      </div>
      <div className="card-body">
        <p className="text-secondary">{t.factsHint}</p>
        {review.waivedReason ? <p className="text-break">{review.waivedReason[language]}</p> : null}
        {review.assessments.length ? review.assessments.map((one) => <Said key={one.id} assessment={one} />) : review.waived ? null : <p>{t.notAssessed}</p>}
        <div className="review-facts">
          {review.facts.map(({ dimension, facts }) => (
            <div key={dimension.id} className="border rounded p-2">
              <h3 className="h4">{dimension[language]}</h3>
              <dl className="mb-0">{facts.map(({ label, value }) => <div key={label.id}><dt className="fw-normal text-secondary">{label[language]}</dt><dd className="mb-1 text-break">{value[language]}</dd></div>)}</dl>
              {rated(dimension.id) ? <div className="border-top pt-1 mt-1">{t.assessed}: <strong>{rated(dimension.id)?.rating[language]}</strong>{rated(dimension.id)?.note ? `, ${rated(dimension.id)?.note}` : ''}</div> : null}
            </div>
          ))}
        </div>
      </div>
    </section>
  );
}
