import { Problem } from '../../../api/index.js';
import { useT } from '../../../shared/i18n/index.js';
import type { Failure, Run } from './useRepairs.js';
import { words } from './words.js';

/** The server's sentence, and which entry is meant where it says so. */
function said(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const parts = error instanceof Problem ? error.errors.map(({ message }) => message) : [];
  return [text, ...parts].join(' ');
}

function Failures({ failures }: { failures: Failure[] }) {
  const t = useT(words);
  if (!failures.length) return null;
  return (
    <div className="alert alert-danger d-block" role="alert">
      <p className="mb-1">{t.failed(failures.length)}</p>
      <ul className="mb-0 text-body">{failures.slice(0, 5).map(({ incident, error }) => <li key={incident.id} className="text-break">{incident.title}: {said(error)}</li>)}</ul>
    </div>
  );
}

export function RepairProgress({ run, all }: { run: Run; all: number }) {
  const t = useT(words);
  if (run.state === 'ready') return null;
  const tried = run.done + run.failures.length;
  return (
    <>
      <div className="progress mb-1" role="progressbar" aria-label={t.progress} aria-valuemin={0} aria-valuemax={all} aria-valuenow={tried}>
        <div className="progress-bar" style={{ width: `${(100 * tried) / all}%` }} />
      </div>
      <p role="status">{t.soFar(run.done, all)}{run.state === 'stopped' ? `. ${t.stopped}` : ''}{run.state === 'finished' && run.done > 0 ? `. ${t.finished}` : ''}</p>
      <Failures failures={run.failures} />
    </>
  );
}
