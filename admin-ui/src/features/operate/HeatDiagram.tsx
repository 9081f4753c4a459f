import { useMemo } from 'react';
import type { Overview } from '../../api/index.js';
import { Diagram } from '../../shared/bpmn/index.js';
import { useT } from '../../shared/i18n/index.js';
import { SelectField } from '../../shared/ui/index.js';
import { useDuration } from './duration.js';
import { COLOURS, type Filters } from './filters.js';
import { heatOf, tokensOf } from './heat.js';
import { words } from './words.js';

/** Tokens of all cases on the diagram, coloured by how long each step takes. The table below says the same in words. */
export function HeatDiagram({ overview, filters }: { overview: Overview; filters: Filters }) {
  const t = useT(words);
  const say = useDuration();
  const { diagrams, steps } = overview;
  const shown = diagrams.find(({ processKey }) => processKey === filters.get('diagram')) ?? diagrams[0];
  const here = useMemo(() => steps.filter(({ processKey }) => processKey === shown?.processKey), [steps, shown?.processKey]);
  const tokens = useMemo(() => tokensOf(here), [here]);
  const heat = useMemo(() => heatOf(here, filters.colour, say, t.heat), [here, filters.colour, t]);
  if (!shown) return null;
  const open = (key: string) => diagrams.some(({ processKey }) => processKey === key) && filters.choose({ diagram: key });
  return (
    <section className="card mb-3" aria-label={t.diagram}>
      <div className="card-body py-2 border-bottom row g-2 align-items-end mx-0">
        <div className="col-12 col-md-8 btn-list" role="group" aria-label={t.diagram}>
          {diagrams.length > 1 ? diagrams.map(({ processKey, name }) => (
            <button key={processKey} type="button" className={`btn btn-sm ${processKey === shown.processKey ? 'active' : ''}`} aria-pressed={processKey === shown.processKey} onClick={() => open(processKey)}>{name}</button>
          )) : <span className="h4 mb-0">{shown.name}</span>}
        </div>
        <div className="col-12 col-md-4">
          <SelectField label={t.colour} value={filters.colour} onChange={(e) => filters.choose({ colour: e.target.value })}>
            {COLOURS.map((colour) => <option key={colour} value={colour}>{t[colour]}</option>)}
          </SelectField>
        </div>
      </div>
      <Diagram key={shown.xml} xml={shown.xml} name={shown.name} tokens={tokens} heat={heat} onOpen={open} />
      <div className="card-body border-top small text-secondary d-flex flex-wrap gap-3">
        {filters.colour === 'count' ? null : <span>{t.quick} <span className="heat-scale" aria-hidden>{[1, 2, 3, 4, 5].map((level) => <span key={level} className={`heat-${level}`} />)}</span> {t.slow}</span>}
        <span>{t.drawnOn(shown.version)}</span>
      </div>
    </section>
  );
}
