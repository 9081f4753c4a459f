import { IconGauge } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { Overview } from '../../api/index.js';
import { useT } from '../../shared/i18n/index.js';
import { Async, Empty, Page, SelectField } from '../../shared/ui/index.js';
import { useUser } from '../session/index.js';
import { Bottlenecks } from './Bottlenecks.js';
import { useOverview, useProcedures } from './calls.js';
import { Counts } from './Counts.js';
import { DAYS, useFilters, type Filters } from './filters.js';
import { FoundCases } from './FoundCases.js';
import { HeatDiagram } from './HeatDiagram.js';
import { words } from './words.js';

function Whole({ overview, procedure, cases, filters }: { overview: Overview; procedure: string; cases: number; filters: Filters }) {
  const t = useT(words);
  if (cases === 0) return <div className="card"><Empty title={t.noCases} icon={<IconGauge size={40} />}>{t.noCasesHint}</Empty></div>;
  return (
    <>
      <Counts overview={overview} filters={filters} />
      <HeatDiagram overview={overview} filters={filters} />
      <Bottlenecks overview={overview} filters={filters} />
      <FoundCases overview={overview} procedure={procedure} filters={filters} />
    </>
  );
}

/** Where all cases of a procedure stand. */
export function OverviewPage() {
  const t = useT(words);
  const admin = useUser().roles.includes('admin');
  const filters = useFilters();
  const procedures = useProcedures();
  const shown = procedures.data?.find(({ key }) => key === filters.get('procedure')) ?? procedures.data?.[0];
  const overview = useOverview(shown?.key ?? '', filters.days);
  return (
    <Page title={t.title} actions={<><Link className="btn" to={`/operate/conformance${shown ? `?procedure=${shown.key}` : ''}`}>{t.conformance}</Link>{admin ? <Link className="btn" to="/operate/incidents">{t.allIncidents}</Link> : null}</>}>
      <p className="text-secondary narrow">{t.lead}</p>
      <Async query={procedures}>
        {(all) => shown ? (
          <>
            <div className="row g-2">
              <div className="col-12 col-md-6">
                <SelectField label={t.procedure} value={shown.key} onChange={(e) => filters.choose({ procedure: e.target.value, diagram: '', step: '', field: '', q: '' })}>
                  {all.map(({ key, name }) => <option key={key} value={key}>{name}</option>)}
                </SelectField>
              </div>
              <div className="col-12 col-md-3">
                <SelectField label={t.period} value={filters.days} onChange={(e) => filters.choose({ days: e.target.value })}>
                  {DAYS.map((days) => <option key={days} value={days}>{t.lastDays(days)}</option>)}
                </SelectField>
              </div>
            </div>
            <Async query={overview} lines={8}>{(found) => <Whole overview={found} procedure={shown.key} cases={shown.cases} filters={filters} />}</Async>
          </>
        ) : <div className="card"><Empty title={t.noProcedure} icon={<IconGauge size={40} />}>{t.noProcedureHint}</Empty></div>}
      </Async>
    </Page>
  );
}
