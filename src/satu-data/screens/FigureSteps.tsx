import { fileAddress, Link, useFormat, useLanguage, useT } from 'tertib/screens';
import type { FigureLineage } from '../analysis/analysis.schemas.js';
import { analysisWords as words } from './analysis-words.js';

/** What led to a figure, step by step from the assignment on, with the files that say so. */
export function FigureSteps({ steps, caseId }: Pick<FigureLineage, 'steps' | 'caseId'>) {
  const t = useT(words);
  const language = useLanguage();
  const format = useFormat();
  // What comes after the last step that left something has not happened yet; a gap before it is one in the records.
  const last = steps.findLastIndex(({ at, facts }) => at !== null || facts.length > 0);
  return (
    <section className="card mb-3" aria-labelledby="figure-steps">
      <div className="card-header d-flex justify-content-between">
        <h2 className="card-title" id="figure-steps">{t.steps}</h2>
        {caseId ? <Link to={`/cases/${caseId}`}>{t.toCase}</Link> : null}
      </div>
      <ol className="list-group list-group-flush list-unstyled mb-0">
        {steps.map(({ step, title, at, by, facts }, index) => (
          <li className="list-group-item" key={`${step} ${title.id}`}>
            <h3 className="mb-1"><span className="text-secondary">{t.stepNumber(step)}</span> {title[language]}</h3>
            {at || facts.length === 0 ? <p className="text-secondary mb-1">{at ? t.byAt([by?.name, by?.role?.[language], by?.office].filter(Boolean).join(', ') || t.system, format.dateTime(at)) : index > last ? t.notYet : t.noRecord}</p> : null}
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
