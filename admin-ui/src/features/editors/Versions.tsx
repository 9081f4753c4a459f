import { useFormat, useT } from '../../shared/i18n/index.js';
import { Async } from '../../shared/ui/index.js';
import { useReleases } from './calls.js';
import { words } from './words.js';

export function Versions() {
  const t = useT(words);
  const format = useFormat();
  return (
    <section className="card" aria-label={t.versions}>
      <div className="card-header"><h2 className="card-title">{t.versions}</h2></div>
      <Async query={useReleases()}>
        {(releases) => (
          <ol className="list-group list-group-flush">
            {releases.map((release) => (
              <li key={release.id} className="list-group-item py-2">
                <strong>{t.version(release.version)}</strong>
                <span className={`badge tertib-badge ms-2 ${release.state === 'live' ? 'bg-green-lt' : 'bg-secondary-lt'}`}>{t[release.state]}</span>
                <div className="text-break">{release.note}</div>
                <div className="small text-secondary">{[release.publishedByName, format.dateTime(release.publishedAt)].filter(Boolean).join(' · ')}</div>
                {release.failure ? <div className="small text-danger">{release.failure}</div> : null}
              </li>
            ))}
          </ol>
        )}
      </Async>
    </section>
  );
}
