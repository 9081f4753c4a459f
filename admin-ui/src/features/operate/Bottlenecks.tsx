import type { ReactNode } from 'react';
import type { Overview } from '../../api/index.js';
import { useFormat, useLanguage, useT } from '../../shared/i18n/index.js';
import { useDuration } from './duration.js';
import type { Filters } from './filters.js';
import { words } from './words.js';

type Measure = Pick<Overview['steps'][number], 'waiting' | 'done' | 'onTime' | 'late' | 'overdue'>;
interface Row {
  key: string;
  name: ReactNode;
  measure: Measure;
}

function MeasureTable({ title, first, rows }: { title: string; first: string; rows: Row[] }) {
  const t = useT(words);
  const format = useFormat();
  const say = useDuration();
  return (
    <section aria-label={title}>
      <h3 className="card-header py-2 h4 mb-0">{title}</h3>
      {rows.length ? (
        <table className="table table-vcenter card-table cards-table">
          <thead><tr><th scope="col">{first}</th><th scope="col">{t.now}</th><th scope="col">{t.waits}</th><th scope="col">{t.done}</th><th scope="col">{t.takes}</th><th scope="col">{t.onTime}</th></tr></thead>
          <tbody>
            {rows.map(({ key, name, measure: { waiting, done, onTime, late, overdue } }) => (
              <tr key={key}>
                <td>{name}</td>
                <td data-label={t.now}>{format.number(waiting?.count ?? 0)}{overdue ? <div className="small text-danger">{t.overdue}: {format.number(overdue)}</div> : null}</td>
                <td data-label={t.waits}>{waiting ? <>{t.usual(say(waiting.median))}<div className="small text-secondary">{t.most(say(waiting.most))}</div></> : '–'}</td>
                <td data-label={t.done}>{format.number(done?.count ?? 0)}</td>
                <td data-label={t.takes}>{done ? <>{t.usual(say(done.median))}<div className="small text-secondary">{t.most(say(done.most))}</div></> : '–'}</td>
                <td data-label={t.onTime}>{onTime + late ? <>{format.percent(onTime / (onTime + late))}<div className="small text-secondary">{t.onTimeOf(format.number(onTime), format.number(onTime + late))}</div></> : '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : <p className="card-body text-secondary mb-0">{t.nothingYet}</p>}
    </section>
  );
}

/** What the diagram shows, in words; then the same by who is waited for. */
export function Bottlenecks({ overview, filters }: { overview: Overview; filters: Filters }) {
  const t = useT(words);
  const lang = useLanguage();
  const several = overview.diagrams.length > 1;
  const steps = overview.steps.filter(({ calls }) => !calls).map((step): Row => ({
    key: `${step.processKey} ${step.elementId}`,
    measure: step,
    name: (
      <>
        <button type="button" className="btn btn-link p-0 text-start text-wrap fw-bold" onClick={() => {
          filters.choose({ step: `${step.processKey}/${step.elementId}`, state: '', from: '', to: '', troubled: '' });
          document.getElementById('operate-cases')?.scrollIntoView({ block: 'start' });
        }}>{step.name}</button>
        {several ? <div className="small text-secondary">{step.processName}</div> : null}
        {step.drawn ? null : <div className="small text-secondary">{t.otherVersion}</div>}
        {step.incidents ? <div className="small text-danger">{t.incidents(step.incidents)}</div> : null}
      </>
    ),
  }));
  const roles = overview.roles.map((one): Row => ({ key: one.role ?? '', measure: one, name: one.title?.[lang] ?? one.role ?? t.noRole }));
  const offices = overview.offices.map((one): Row => ({ key: one.officeId ?? '', measure: one, name: one.name ?? t.ownOffice }));
  return (
    <section className="card mb-3" aria-labelledby="bottlenecks">
      <div className="card-header"><h2 className="card-title" id="bottlenecks">{t.bottlenecks}</h2></div>
      <p className="card-body text-secondary mb-0 py-2">{t.bottlenecksLead}</p>
      <MeasureTable title={t.bySteps} first={t.step} rows={steps} />
      <MeasureTable title={t.byRoles} first={t.role} rows={roles} />
      <MeasureTable title={t.byOffices} first={t.office} rows={offices} />
    </section>
  );
}
