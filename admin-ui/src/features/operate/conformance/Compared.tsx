import { useMemo } from 'react';
import type { Conformance } from '../../../api/index.js';
import { Diagram, type Heat } from '../../../shared/bpmn/index.js';
import { useFormat, useT } from '../../../shared/i18n/index.js';
import { Empty } from '../../../shared/ui/index.js';
import type { Filters } from '../filters.js';
import type { ConformanceFilter } from './calls.js';
import { CasesBehind } from './CasesBehind.js';
import { StepsTable } from './StepsTable.js';
import { words } from './words.js';

const NOTHING: never[] = [];

export function Compared({ found, filter, filters }: { found: Conformance; filter: ConformanceFilter; filters: Filters }) {
  const t = useT(words);
  const format = useFormat();
  const { reference, processes, steps, others, runs, cases } = found;
  const heat = useMemo(() => deviations(found, t.mark), [found, t]);
  const open = (key: string) => processes.some((one) => one.key === key) && filters.choose({ diagram: key, step: '', kind: '' });
  const csv = `/api/operate/conformance.csv?${new URLSearchParams({ ...filter })}`;
  return (
    <>
      <section className="card mb-3" aria-label={reference.name}>
        <div className="card-body py-2 border-bottom btn-list">
          {processes.map(({ key, name }) => <button key={key} type="button" className={`btn btn-sm ${key === reference.processKey ? 'active' : ''}`} aria-pressed={key === reference.processKey} onClick={() => open(key)}>{name}</button>)}
          <a className="btn btn-sm ms-auto" href={csv} download>{t.download}</a>
        </div>
        {runs === 0 ? <Empty title={t.noRuns}>{t.noRunsHint}</Empty> : (
          <>
            <Diagram key={reference.xml} xml={reference.xml} name={reference.name} tokens={NOTHING} heat={heat} onOpen={open} />
            <div className="card-body border-top small text-secondary">{t.of(format.number(runs), format.number(cases))} {t.drawn}</div>
          </>
        )}
      </section>
      {runs === 0 ? null : (
        <>
          <StepsTable title={t.steps} hint={t.stepsHint} rows={steps} filters={filters} />
          {others.length ? <StepsTable title={t.others} hint={t.othersHint} rows={others} filters={filters} /> : null}
          <CasesBehind filter={filter} filters={filters} nameOf={(id) => [...steps, ...others].find(({ elementId }) => elementId === id)?.name ?? id} />
        </>
      )}
    </>
  );
}

/** In five levels by the share of runs that differ at a step. */
function deviations({ steps, runs }: Conformance, mark: (skipped: number, looped: number, disordered: number) => string): Map<string, Heat> {
  const differing = steps.filter(({ skipped, looped, disordered }) => skipped + looped + disordered > 0);
  return new Map(differing.map(({ elementId, name, skipped, looped, disordered }) => {
    const text = mark(skipped, looped, disordered);
    return [elementId, { level: (1 + Math.min(4, Math.floor((5 * (skipped + looped + disordered)) / Math.max(1, runs)))) as Heat['level'], text, label: `${name}: ${text}` }];
  }));
}
