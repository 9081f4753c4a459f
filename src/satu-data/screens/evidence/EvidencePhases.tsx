import { useFormat, useLanguage, useT } from 'tertib/screens';
import type { Evidence } from '../../evidence/evidence.schemas.js';
import { evidenceWords } from './evidence-words.js';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const rounded = (value: number): number => Math.round(value * 10) / 10;

function useDuration(): (seconds: number) => string {
  const t = useT(evidenceWords);
  const format = useFormat();
  return (seconds) => (seconds >= DAY ? t.days(format.number(rounded(seconds / DAY))) : seconds >= HOUR ? t.hours(format.number(rounded(seconds / HOUR))) : t.minutes(format.number(Math.ceil(seconds / MINUTE))));
}

/** Which phase of the statistical business process took how long, and by which steps. */
export function EvidencePhases({ evidence: { phases } }: { evidence: Evidence }) {
  const t = useT(evidenceWords);
  const language = useLanguage();
  const format = useFormat();
  const duration = useDuration();
  return (
    <section className="card" aria-label={t.phases}>
      <div className="card-header"><h2 className="card-title">{t.phases}</h2></div>
      {phases.length === 0 ? <p className="card-body mb-0">{t.noPhases}</p> : (
        <>
          <p className="card-body pb-0 mb-0 text-secondary">{t.phasesHint}</p>
          <table className="table table-vcenter card-table cards-table">
            <thead><tr><th scope="col">{t.phase}</th><th scope="col">{t.steps}</th><th scope="col">{t.times}</th><th scope="col">{t.open}</th><th scope="col">{t.duration}</th></tr></thead>
            <tbody>
              {phases.map(({ code, name, steps, count, open, seconds }) => (
                <tr key={code ?? '-'}>
                  <th scope="row">{code !== null && /\d/.test(code) ? `${code}. ` : ''}{name[language]}</th>
                  <td data-label={t.steps}><ul className="list-unstyled mb-0">{steps.map((step) => <li key={`${step.code} ${step.name}`}>{step.name}{step.code ? <span className="text-secondary"> ({step.code})</span> : null}</li>)}</ul></td>
                  <td data-label={t.times}>{format.number(count)}</td>
                  <td data-label={t.open}>{format.number(open)}</td>
                  <td data-label={t.duration}>{duration(seconds)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}
