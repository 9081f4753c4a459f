import type { ReactNode } from 'react';
import type { Overview } from '../../api/index.js';
import { useFormat, useT } from '../../shared/i18n/index.js';
import { ageText } from './age.js';
import type { Filter, Filters } from './filters.js';
import { words } from './words.js';

type Choice = Partial<Record<Filter, string>>;
/** One choice replaces the other: whoever presses a number wants to see just those. */
const NOTHING: Choice = { state: '', from: '', to: '', troubled: '', step: '' };

function Figure({ label, children, onChoose }: { label: string; children: ReactNode; onChoose?: (() => void) | undefined }) {
  return (
    <div className="me-4">
      <dt>{label}</dt>
      <dd className="h2 mb-0">{onChoose ? <button type="button" className="link-figure h2 mb-0" aria-label={`${label}: ${String(children)}`} onClick={onChoose}>{children}</button> : children}</dd>
    </div>
  );
}

/** Cases by state and age, and how tasks kept their due dates. */
export function Counts({ overview, filters }: { overview: Overview; filters: Filters }) {
  const t = useT(words);
  const format = useFormat();
  const { cases, onTime, late, overdue } = overview;
  const choose = (choice: Choice) => () => {
    filters.choose({ ...NOTHING, ...choice });
    document.getElementById('operate-cases')?.scrollIntoView({ block: 'start' });
  };
  const most = Math.max(1, ...cases.ages.map(({ count }) => count));
  return (
    <section className="card mb-3" aria-label={t.counts}>
      <div className="card-body row g-3">
        <dl className="col-12 col-lg-7 d-flex flex-wrap row-gap-3 mb-0 task-facts align-content-start">
          <Figure label={t.running} onChoose={choose({ state: 'running' })}>{format.number(cases.running)}</Figure>
          <Figure label={t.ended} onChoose={choose({ state: 'ended' })}>{format.number(cases.ended)}</Figure>
          <Figure label={t.cancelled} onChoose={choose({ state: 'cancelled' })}>{format.number(cases.cancelled)}</Figure>
          <Figure label={t.troubled} onChoose={cases.troubled ? choose({ troubled: '1' }) : undefined}>{format.number(cases.troubled)}</Figure>
          <div className="me-4">
            <dt>{t.onTime}</dt>
            <dd className="mb-0"><span className="h2 mb-0">{onTime + late ? format.percent(onTime / (onTime + late)) : '–'}</span> <span className="small text-secondary">{onTime + late ? t.onTimeOf(format.number(onTime), format.number(onTime + late)) : t.noDue}</span></dd>
          </div>
          <Figure label={t.overdue}>{format.number(overdue)}</Figure>
        </dl>
        <div className="col-12 col-lg-5">
          <h2 className="h4 mb-1">{t.ages}</h2>
          <ul className="list-unstyled mb-0">
            {cases.ages.map(({ upTo, count }, index) => {
              const before = cases.ages[index - 1]?.upTo ?? 0;
              const text = ageText(t, before, upTo);
              return (
                <li key={text} className="d-flex align-items-center gap-2">
                  <button type="button" className="link-figure age-name" onClick={choose({ state: 'running', ...(before ? { from: String(before) } : {}), ...(upTo === null ? {} : { to: String(upTo) }) })}>{text}</button>
                  <span className="age-bar" style={{ width: `${(count / most) * 45}%` }} aria-hidden />
                  <span>{format.number(count)}</span>
                </li>
              );
            })}
          </ul>
        </div>
      </div>
    </section>
  );
}
