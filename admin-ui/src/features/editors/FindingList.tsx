import { Link } from 'react-router';
import { Problem } from '../../api/index.js';
import { useLanguage, useT } from '../../shared/i18n/index.js';
import { ProblemNote } from '../../shared/ui/index.js';
import type { CheckFinding } from './calls.js';
import { words } from './words.js';

/** `bpmn/pengelolaan-data.bpmn` → `/procedures/diagrams/pengelolaan-data`. */
function addressOf({ path, elementId }: CheckFinding): string | undefined {
  const match = /^(bpmn|forms|letters)\/([\w-]+)\./.exec(path);
  if (!match) return undefined;
  const kind = match[1] === 'bpmn' ? 'diagrams' : match[1];
  return `/procedures/${kind}/${match[2]}${elementId ? `?at=${encodeURIComponent(elementId)}` : ''}`;
}

/** What keeps a draft from being published, each with a way to its place. */
export function FindingList({ findings }: { findings: CheckFinding[] }) {
  const t = useT(words);
  const lang = useLanguage();
  if (!findings.length) return <div className="alert alert-success text-body mb-0" role="status">{t.clean}</div>;
  return (
    <div role="status">
      <p className="fw-bold mb-2">{t.found(findings.length)}</p>
      <ul className="list-group">
        {findings.map((finding, index) => {
          const to = addressOf(finding);
          return (
            <li key={index} className="list-group-item d-flex flex-wrap gap-2 align-items-center py-2">
              <span className={`badge tertib-badge ${finding.severity === 'error' ? 'bg-danger-lt' : 'bg-warning-lt'}`}>{t[finding.severity]}</span>
              <span className="flex-fill min-w-0 text-break">{finding.message[lang]}<span className="d-block small text-secondary">{[finding.path, finding.elementId].filter(Boolean).join(' · ')}</span></span>
              {to ? <Link className="btn btn-sm" to={to} aria-label={`${t.jump} ${finding.path} ${finding.elementId}`}>{t.jump}</Link> : null}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** The findings that came with a refusal, or the refusal itself. */
export function Refused({ error }: { error: unknown }) {
  const findings = error instanceof Problem ? (error.body as { findings?: CheckFinding[] } | undefined)?.findings : undefined;
  return findings?.length ? <div className="mb-3" role="alert"><FindingList findings={findings} /></div> : <ProblemNote error={error} />;
}
