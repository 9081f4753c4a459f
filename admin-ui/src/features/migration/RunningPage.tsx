import { IconHierarchy2 } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { RunningVersion } from '../../api/index.js';
import { useT } from '../../shared/i18n/index.js';
import { Async, Empty, Page } from '../../shared/ui/index.js';
import { useRunningVersions } from './calls.js';
import { OrderList } from './OrderList.js';
import { words } from './words.js';

function Version({ one, most }: { one: RunningVersion; most: number }) {
  const t = useT(words);
  return (
    <li className="list-group-item py-2">
      <div className="d-flex flex-wrap align-items-center gap-2">
        <strong>{t.version(one.version)}</strong>
        <span className={`badge tertib-badge ${one.state === 'live' ? 'bg-green-lt' : 'bg-secondary-lt'}`}>{t[one.state]}</span>
        <span className="ms-auto">{t.count(one.cases)}</span>
        {one.cases > 0 ? <Link className="btn btn-sm" to={`/procedures/running/${one.version}`} aria-label={t.chooseOf(one.version)}>{t.choose}</Link> : null}
      </div>
      <div className="small text-secondary text-break">{one.note}</div>
      <div className="progress progress-sm mt-1" aria-hidden><div className="progress-bar" style={{ width: `${(one.cases / most) * 100}%` }} /></div>
    </li>
  );
}

/** Which processes are on which version, and what was moved before. */
export function RunningPage() {
  const t = useT(words);
  return (
    <Page title={t.title} before={<Link to="/procedures">{t.back}</Link>}>
      <p className="text-secondary narrow">{t.lead}</p>
      <div className="row g-3">
        <div className="col-12 col-lg-7">
          <section className="card" aria-label={t.perVersion}>
            <div className="card-header"><h2 className="card-title">{t.perVersion}</h2></div>
            <Async query={useRunningVersions()}>
              {(versions) => {
                const most = Math.max(...versions.map(({ cases }) => cases), 0);
                if (most === 0) return <Empty title={t.none} icon={<IconHierarchy2 size={40} />}>{t.noneHint}</Empty>;
                return <ol className="list-group list-group-flush">{versions.map((one) => <Version key={one.releaseId} one={one} most={most} />)}</ol>;
              }}
            </Async>
          </section>
        </div>
        <div className="col-12 col-lg-5"><OrderList /></div>
      </div>
    </Page>
  );
}
