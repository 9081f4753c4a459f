import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { RunningVersion } from '../../api/index.js';
import { useT } from '../../shared/i18n/index.js';
import { Async, Empty, Page, SelectField } from '../../shared/ui/index.js';
import { useRunningVersions, type Wanted } from './calls.js';
import { CaseTable, type Picked } from './CaseTable.js';
import { Preview } from './Preview.js';
import { words } from './words.js';

/** Which ones, and where to; then what would happen. */
function Choice({ from, targets }: { from: RunningVersion; targets: RunningVersion[] }) {
  const t = useT(words);
  const [picked, setPicked] = useState<Picked>(new Set());
  const [to, setTo] = useState(targets[0]?.releaseId ?? '');
  const [wanted, setWanted] = useState<Wanted>();
  const count = picked === 'all' ? from.cases : picked.size;
  if (wanted) return <Preview from={from} wanted={wanted} onChange={setWanted} onBack={() => setWanted(undefined)} />;
  return (
    <section className="card" aria-label={t.chooseTitle(from.version)}>
      <div className="card-body border-bottom pb-0">
        <div className="row g-2 align-items-end">
          <div className="col-12 col-md-6">
            {targets.length ? (
              <SelectField label={t.target} value={to} onChange={(e) => setTo(e.target.value)}>
                {targets.map(({ releaseId, version, note, state }) => <option key={releaseId} value={releaseId}>{`${t.version(version)} (${t[state]}) – ${note}`}</option>)}
              </SelectField>
            ) : <p className="text-secondary">{t.noTarget}</p>}
          </div>
          <div className="col-12 col-md-auto ms-auto mb-3 d-flex flex-wrap align-items-center gap-3">
            <span role="status" className="text-secondary">{t.picked(count)}</span>
            <button type="button" className="btn btn-primary" disabled={count === 0 || !to} onClick={() => setWanted({ to, caseIds: picked === 'all' ? null : [...picked], instructions: [] })}>{t.preview}</button>
          </div>
        </div>
      </div>
      <CaseTable version={from} picked={picked} onPick={setPicked} />
    </section>
  );
}

export function ChoosePage() {
  const t = useT(words);
  const { version = '' } = useParams();
  const known = useRunningVersions();
  return (
    <Page title={t.chooseTitle(Number(version))} before={<Link to="/procedures/running">{t.title}</Link>}>
      <Async query={known} lines={8}>
        {(versions) => {
          const from = versions.find((one) => String(one.version) === version);
          if (!from || from.cases === 0) return <div className="card"><Empty title={t.noneOn}>{t.noneOnHint}</Empty></div>;
          // The one in force first: most go there.
          const targets = versions.filter((one) => one !== from).toSorted((a, b) => Number(b.state === 'live') - Number(a.state === 'live') || b.version - a.version);
          return <Choice key={from.releaseId} from={from} targets={targets} />;
        }}
      </Async>
    </Page>
  );
}
