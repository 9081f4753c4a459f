import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Problem, type CheckFinding } from '../../api/index.js';
import { useLanguage, useT } from '../../shared/i18n/index.js';
import { ProblemNote } from '../../shared/ui/index.js';
import { placeOf } from './place.js';
import { RestoreFile } from './RestoreFile.js';
import { words } from './words.js';

/** `bpmn/pengelolaan-data.bpmn` → `/procedures/diagrams/pengelolaan-data`. */
function addressOf({ path, elementId }: CheckFinding): string | undefined {
  const place = placeOf(path);
  return place && `/procedures/${place.kind}/${place.key}${elementId ? `?at=${encodeURIComponent(elementId)}` : ''}`;
}

const RANK = { error: 0, warning: 1 };

interface ListProps {
  findings: CheckFinding[];
  /** The button that mends a finding; nothing where only a person can. */
  mend?: (finding: CheckFinding) => ReactNode;
}

/** Findings, the worst first. */
export function Findings({ findings, mend }: ListProps) {
  return (
    <ul className="list-group">
      {findings.toSorted((a, b) => RANK[a.severity] - RANK[b.severity]).map((finding) => <Finding key={`${finding.path} ${finding.elementId} ${finding.code} ${finding.message.en}`} finding={finding} mend={mend?.(finding) ?? (finding.repair?.edit === 'file' ? <RestoreFile finding={finding} content={finding.repair.value} /> : null)} />)}
    </ul>
  );
}

/** What keeps a draft from being published, each with a way to its place. */
export function FindingList({ findings }: { findings: CheckFinding[] }) {
  const t = useT(words);
  if (!findings.length) return <div className="alert alert-success text-body mb-0" role="status">{t.clean}</div>;
  return (
    <div role="status">
      <p className="fw-bold mb-2">{t.found(findings.length)}</p>
      <Findings findings={findings} />
    </div>
  );
}

/** Where people know the place by: the step's or field's name; its id is for those who look into files. */
function Finding({ finding, mend }: { finding: CheckFinding; mend: ReactNode }) {
  const t = useT(words);
  const lang = useLanguage();
  const { severity, message, name, elementId, path, repair } = finding;
  const title = finding.title[lang];
  // A file that is to come back has no place to be opened at yet.
  const to = repair?.edit === 'file' ? undefined : addressOf(finding);
  return (
    <li className="list-group-item d-flex flex-wrap gap-2 align-items-center py-2">
      <span className={`badge tertib-badge ${severity === 'error' ? 'bg-danger-lt' : 'bg-warning-lt'}`}>{t[severity]}</span>
      <span className="finding text-break">
        <strong className="d-block">{name || title}</strong>
        <span className="d-block">{message[lang]}</span>
        <span className="d-block small text-secondary">{name ? `${title} · ` : ''}<code>{[path, elementId].filter(Boolean).join(' · ')}</code></span>
      </span>
      {mend}
      {to ? <Link className="btn btn-sm" to={to} aria-label={`${t.jump} ${name || title} (${elementId || path})`}>{t.jump}</Link> : null}
    </li>
  );
}

/** The findings that came with a refusal, or the refusal itself. */
export function Refused({ error }: { error: unknown }) {
  const findings = error instanceof Problem ? (error.body as { findings?: CheckFinding[] } | undefined)?.findings : undefined;
  return findings?.length ? <div className="mb-3" role="alert"><FindingList findings={findings} /></div> : <ProblemNote error={error} />;
}
