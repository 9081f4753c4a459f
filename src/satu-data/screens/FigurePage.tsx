import { useQuery } from '@tanstack/react-query';
import { Async, Link, Page, request, say, TextField, useFormat, useLanguage, useParams, useT } from 'tertib/screens';
import type { FigureLineage } from '../analysis/analysis.schemas.js';
import { analysisWords as words } from './analysis-words.js';
import { Figure, shown } from './Figure.js';
import { FigureRows } from './FigureRows.js';
import { FigureSource } from './FigureSource.js';
import { FigureSteps } from './FigureSteps.js';

type Cells = Pick<FigureLineage, 'cells' | 'cellCount' | 'absentRows' | 'sources'>;

function Cells({ cells, cellCount, absentRows, sources }: Cells) {
  const t = useT(words);
  const language = useLanguage();
  const format = useFormat();
  return (
    <div className="card mb-3">
      <div className="card-header"><h2 className="card-title">{t.cells}: {format.number(cellCount)}</h2></div>
      <table className="table table-vcenter card-table cards-table" aria-label={t.cells}>
        <thead><tr><th scope="col">{t.cell}</th><th scope="col">{t.where}</th><th scope="col">{t.read}</th><th scope="col" className="text-end">{t.value}</th><th scope="col">{t.source}</th></tr></thead>
        <tbody>
          {cells.map((one) => (
            <tr key={`${one.source} ${one.cell ?? one.where} ${one.column}`}>
              <th scope="row">{one.cell ?? t.addedUp}</th><td data-label={t.where}>{one.where}</td><td data-label={t.read}>{one.column}</td>
              <td data-label={t.value} className="text-end">{one.value === null ? t.none : shown(one.value, language)}</td><td data-label={t.source}>{sources[one.source]?.fileName ?? t.grid}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {cells.length < cellCount ? <div className="card-footer text-secondary">{t.more}</div> : null}
      {absentRows.length ? <div className="card-footer">{t.absentCount(format.number(absentRows.length))} {absentRows.join('; ')}</div> : null}
    </div>
  );
}

function Lineage({ dataset, lineage }: { dataset: string; lineage: FigureLineage }) {
  const t = useT(words);
  const language = useLanguage();
  const { figure, formula, from, untold } = lineage;
  const reference = `{{${figure.id}}}`;
  const copy = () => void navigator.clipboard?.writeText(reference).then(() => say(t.copied));
  return (
    <>
      <div className="card mb-3">
        <div className="card-body">
          <p className="display-6 mb-1">{figure.value === null ? t.none : `${shown(figure.value, language)} ${figure.unit}`}</p>
          {figure.why ? <p>{figure.why[language]}</p> : null}
          {figure.incomplete ? <p><span className="badge bg-orange-lt analysis-mark">{figure.incomplete[language]}</span></p> : null}
          {formula ? <p>{t.formula}: <code>{formula}</code></p> : null}
          {from.length ? <><p className="mb-1">{t.from}:</p><ul>{from.map((one, index) => <li key={index}>{one.title[language]}: {one.dataset ? <Figure dataset={one.dataset} cell={one.figure} unit /> : (one.figure.why?.[language] ?? t.none)}</li>)}</ul></> : null}
          {untold ? <p>{t.untold} {untold[language]}</p> : null}
          <TextField label={t.reference} hint={t.referenceHint} readOnly value={reference} onFocus={(event) => event.target.select()} />
          <button type="button" className="btn" onClick={copy}>{t.copy}</button>
        </div>
      </div>
      <Cells {...lineage} />
      {lineage.sources.map((source, index) => (source.large && source.dataset === null ? <FigureRows key={source.period} dataset={dataset} figure={figure.id} index={index} source={source} /> : null))}
      {lineage.sources.map((source, index) => <FigureSource key={index} source={source} />)}
      <FigureSteps {...lineage} />
    </>
  );
}

/** Where a figure comes from. */
export function FigurePage() {
  const { datasetId = '', figure = '' } = useParams();
  const t = useT(words);
  const language = useLanguage();
  const query = useQuery({ queryKey: ['live', 'figure', datasetId, figure], queryFn: () => request<FigureLineage>(`/satu-data/analysis/${datasetId}/figures/${encodeURIComponent(figure)}`) });
  return (
    <Page title={query.data?.title[language] ?? t.title} before={<Link to={`/satu-data/analysis/${datasetId}`}>{t.toAnalysis}</Link>}>
      <Async query={query}>{(lineage) => <Lineage dataset={datasetId} lineage={lineage} />}</Async>
    </Page>
  );
}
