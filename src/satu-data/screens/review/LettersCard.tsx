import { fileAddress, useFormat, useT } from 'tertib/screens';
import type { PeriodLetter } from '../../review/review.schemas.js';
import { reviewWords } from './review-words.js';

/** BPS's own letters about the period: recommendations, drawn or signed, and written answers. */
export function LettersCard({ letters }: { letters: readonly PeriodLetter[] }) {
  const t = useT(reviewWords);
  const format = useFormat();
  if (!letters.length) return null;
  return (
    <section className="card mb-3" aria-labelledby="bps-letters">
      <div className="card-header"><h2 className="card-title" id="bps-letters">{t.bpsLetters}</h2></div>
      <ul className="list-group list-group-flush">
        {letters.map(({ id, kind, number, date, signed, sha256 }) => (
          <li key={id} className="list-group-item">
            <a className="text-decoration-underline" href={fileAddress(`/letters/${id}/pdf`)} target="_blank" rel="noreferrer">{kind === 'recommendation' ? t.recommendation : t.writtenAnswer}{number ? ` ${number}` : ''}</a>
            <span className="text-secondary"> · {format.day(date)} · {signed ? t.signed : t.notSigned}</span>
            {signed ? <div className="text-secondary small text-break">{t.fingerprint}: {sha256}</div> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
