import { fileAddress, Link, useFormat, useLanguage, useT } from 'tertib/screens';
import type { FigureLineage } from '../analysis/analysis.schemas.js';
import { analysisWords as words } from './analysis-words.js';

/** What led to a figure, step by step from the assignment on, with the files that say so. */
export function FigureSteps({ steps, caseId }: Pick<FigureLineage, 'steps' | 'caseId'>) {
  const t = useT(words);
  const language = useLanguage();
  const format = useFormat();
  return (
    <section className="card mb-3" aria-labelledby="figure-steps">
      <div className="card-header d-flex justify-content-between">
        <h2 className="card-title" id="figure-steps">{t.steps}</h2>
        {caseId ? <Link to={`/cases/${caseId}`}>{t.toCase}</Link> : null}
      </div>
      <ol className="list-group list-group-flush list-unstyled mb-0">
        {steps.map(({ step, title, at, by, facts }) => (
          <li className="list-group-item" key={`${step} ${title.id}`}>
            <h3 className="mb-1"><span className="text-secondary">{t.stepNumber(step)}</span> {title[language]}</h3>
            <p className="text-secondary mb-1">{at ? t.byAt([by?.name, by?.role?.[language], by?.office].filter(Boolean).join(', ') || t.system, format.dateTime(at)) : t.noRecord}</p>
            <dl className="analysis-facts mb-0">
              {facts.map(({ label, value, fileId }) => [
                <dt key={`${label.id} ${value.id}`}>{label[language]}</dt>,
                <dd className="text-break" key={`${label.id} ${value.id} value`}>{value[language]}{fileId ? <> · <a href={fileAddress(`/files/${fileId}`)}>{t.download}</a></> : null}</dd>,
              ])}
            </dl>
          </li>
        ))}
      </ol>
    </section>
  );
}
