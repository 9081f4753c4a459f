import { useFormat, useLanguage, useT } from 'tertib/screens';
import type { MetadataRow } from '../../metadata/metadata.schemas.js';
import { metadataWords } from './words.js';

/** How much is answered, as a bar with the number beside it. */
export function CompletenessBar({ percent }: { percent: number }) {
  const t = useT(metadataWords);
  const text = t.complete(useFormat().percent(percent / 100));
  return (
    <div className="md-bar">
      <div className="progress" role="progressbar" aria-label={text} aria-valuenow={percent} aria-valuemin={0} aria-valuemax={100}>
        <div className={`progress-bar ${percent === 100 ? 'bg-green' : ''}`} style={{ width: `${percent}%` }} />
      </div>
      <div className="small">{text}</div>
    </div>
  );
}

/** Each missing answer leads to its field. */
export function Completeness({ row: { percent, missing }, onChoose }: { row: Pick<MetadataRow, 'percent' | 'missing'>; onChoose?: ((field: string) => void) | undefined }) {
  const t = useT(metadataWords);
  const language = useLanguage();
  const format = useFormat();
  return (
    <section className="card mb-3" aria-label={t.complete(format.percent(percent / 100))}>
      <div className="card-body">
        <CompletenessBar percent={percent} />
        {missing.length === 0 ? <p className="mb-0 mt-2">{t.completeAll}</p> : (
          <details className="mt-2">
            <summary>{t.missing(format.number(missing.length))}</summary>
            <ul className="md-missing mb-0 mt-2">
              {missing.map((one) => (
                <li key={one.field}>{onChoose ? <button type="button" className="btn btn-link p-0 text-start text-wrap" onClick={() => onChoose(one.field)}>{one[language]}</button> : one[language]}</li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </section>
  );
}
