import { useState } from 'react';
import { Link } from 'react-router';
import type { Release } from '../../api/index.js';
import { useFormat, useT } from '../../shared/i18n/index.js';
import { Async } from '../../shared/ui/index.js';
import { useReleases } from './calls.js';
import { RestoreDialog } from './RestoreDialog.js';
import { words } from './words.js';

interface RowProps {
  release: Release;
  /** The version before it, which it is a change of. */
  previous: Release | undefined;
  onRestore: () => void;
}

function Row({ release, previous, onRestore }: RowProps) {
  const t = useT(words);
  const format = useFormat();
  const { version, state, note, restoredVersion, publishedByName, publishedAt, failure } = release;
  const ends = previous ? `from=${previous.version}&to=${version}` : `from=${version}&to=drafts`;
  return (
    <li className="list-group-item py-2">
      <strong>{t.version(version)}</strong>
      <span className={`badge tertib-badge ms-2 ${state === 'live' ? 'bg-green-lt' : 'bg-secondary-lt'}`}>{t[state]}</span>
      <div className="text-break">{restoredVersion === null ? note : `${t.restoredFrom(restoredVersion)}: ${note}`}</div>
      <div className="small text-secondary">{[publishedByName, format.dateTime(publishedAt)].filter(Boolean).join(' · ')}</div>
      {failure ? <div className="small text-danger">{failure}</div> : null}
      <div className="btn-list mt-1">
        <Link className="btn btn-sm" to={`/procedures/compare?${ends}`} aria-label={t.compareVersion(version)}>{t.compareShort}</Link>
        {state === 'retired' ? <button type="button" className="btn btn-sm" aria-label={t.restoreVersion(version)} onClick={onRestore}>{t.restore}</button> : null}
      </div>
    </li>
  );
}

/** The history: what, when, by whom and why. */
export function Versions() {
  const t = useT(words);
  const [restoring, setRestoring] = useState<Release>();
  return (
    <section className="card" aria-label={t.versions}>
      <div className="card-header"><h2 className="card-title me-auto">{t.versions}</h2><Link className="btn btn-sm" to="/procedures/running">{t.running}</Link></div>
      <Async query={useReleases()}>
        {(releases) => (
          <ol className="list-group list-group-flush">
            {releases.map((release, index) => <Row key={release.id} release={release} previous={releases[index + 1]} onRestore={() => setRestoring(release)} />)}
          </ol>
        )}
      </Async>
      {restoring ? <RestoreDialog release={restoring} onClose={() => setRestoring(undefined)} /> : null}
    </section>
  );
}
