import { fileAddress, useFormat, useLanguage, useT } from 'tertib/screens';
import type { FigureLineage } from '../analysis/analysis.schemas.js';
import { analysisWords as words } from './analysis-words.js';

/** One delivery: its file, who stands for it, and the checks that it went through. */
export function FigureSource({ source }: { source: FigureLineage['sources'][number] }) {
  const t = useT(words);
  const language = useLanguage();
  const format = useFormat();
  const by = (who: string | null, at: string | null): string => (at ? t.byAt(who ?? t.someone, format.dateTime(at)) : t.none);
  const facts = [[t.receipt, source.receipt ?? t.none], [t.delivered, by(source.deliveredBy, source.deliveredAt)], [t.validated, by(source.validatedBy, source.validatedAt)], [t.accepted, by(source.acceptedBy, source.acceptedAt)]] as const;
  return (
    <div className="card mb-3">
      <div className="card-header"><h2 className="card-title">{source.dataset === null ? t.fileOf(source.period) : `${source.dataset}: ${t.fileOf(source.period)}`}</h2></div>
      <div className="card-body">
        <dl className="analysis-facts">
          <dt>{t.source}</dt>
          <dd>{source.fileName ?? t.grid}{source.fileId ? <> · <a href={fileAddress(`/files/${source.fileId}`)}>{t.download}</a></> : null}</dd>
          <dt>{t.hash}</dt>
          <dd className="text-break font-monospace">{source.hash ?? t.none}</dd>
          {facts.map(([title, value]) => [<dt key={title}>{title}</dt>, <dd key={`${title} value`}>{value}</dd>])}
        </dl>
        <h3>{t.checks}</h3>
        <ul className="mb-0">
          {source.checks.map(({ key, title, result, why, findings, accepted }) => (
            <li key={key}>{title[language]}: {result === 'found' ? t.found(format.number(findings)) : t[result]}{why ? `${result === 'unjudged' ? ': ' : '; '}${why[language]}` : ''}{accepted ? `, ${t.acceptedBy(accepted.reason, by(accepted.by, accepted.at))}` : ''}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}
