import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Async, Empty, fileAddress, Icon, Link, Page, request, SelectField, useParams, useT } from 'tertib/screens';
import type { Evidence, EvidenceScopeList } from '../../evidence/evidence.schemas.js';
import { EvidenceIndicators, type Shown as Indicator } from './EvidenceIndicators.js';
import { EvidencePhases } from './EvidencePhases.js';
import { EvidenceRecordsDialog } from './EvidenceRecordsDialog.js';
import { OwnEvidenceDialog } from './OwnEvidenceDialog.js';
import { evidenceWords } from './evidence-words.js';

/** What there is for the evaluation in one year or period. */
function Shown({ scope }: { scope: string }) {
  const t = useT(evidenceWords);
  const query = useQuery({ queryKey: ['live', 'evidence', scope], queryFn: () => request<Evidence>(`/satu-data/evidence/${scope}`) });
  const [kind, setKind] = useState<Evidence['kinds'][number] | null>(null);
  const [indicator, setIndicator] = useState<Indicator | null>(null);
  return (
    <Async query={query}>
      {(evidence) => (
        <>
          <p className="text-secondary">{t.zipHint}</p>
          <div className="btn-list mb-3">
            <a className="btn btn-primary" href={fileAddress(`/satu-data/evidence/${scope}/bukti-epss.zip`)} download><Icon name="download" className="me-1" />{t.zip}</a>
            <a className="btn" href={fileAddress(`/satu-data/evidence/${scope}/daftar-bukti.xlsx`)} download><Icon name="list" className="me-1" />{t.list}</a>
          </div>
          <EvidenceIndicators evidence={evidence} onShow={setKind} onOwn={setIndicator} />
          <EvidencePhases evidence={evidence} />
          {kind ? <EvidenceRecordsDialog scope={scope} kind={kind} onClose={() => setKind(null)} /> : null}
          {indicator ? <OwnEvidenceDialog scope={scope} indicator={indicator} onClose={() => setIndicator(null)} /> : null}
        </>
      )}
    </Async>
  );
}

/** Of the period whose page one comes from, or of what is chosen instead. */
export function EvidencePage() {
  const { caseId = '' } = useParams();
  const t = useT(evidenceWords);
  const query = useQuery({ queryKey: ['live', 'evidence-scopes'], queryFn: () => request<EvidenceScopeList>('/satu-data/evidence') });
  const [scope, setScope] = useState(caseId);
  return (
    <Page title={t.title} before={<Link to={`/cases/${caseId}`}>{t.toCase}</Link>}>
      <p>{t.intro}</p>
      <Async query={query}>
        {({ years, periods }) => (periods.length === 0 ? <div className="card"><Empty title={t.none}>{t.noneHint}</Empty></div> : (
          <>
            <SelectField label={t.scope} value={scope} onChange={(event) => setScope(event.target.value)}>
              {periods.map(({ id, title }) => <option key={id} value={id}>{title}</option>)}
              {years.map((year) => <option key={year} value={year}>{t.year(String(year))}</option>)}
            </SelectField>
            <Shown key={scope} scope={scope} />
          </>
        ))}
      </Async>
    </Page>
  );
}
