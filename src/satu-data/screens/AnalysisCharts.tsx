import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Async, request, SelectField, useLanguage, useT } from 'tertib/screens';
import type { AnalysisView } from '../analysis/analysis.schemas.js';
import { analysisWords as words } from './analysis-words.js';
import type { Choice } from './AnalysisPage.js';

type Kind = 'bar' | 'line' | 'map';

interface Props {
  dataset: string;
  query: Readonly<Record<string, string | number | undefined>>;
  title: string;
}

/** A drawing from the server; the table beside it says the same in figures. */
function Drawing({ dataset, query, title }: Props) {
  const drawing = useQuery({ queryKey: ['live', 'analysis-chart', dataset, query], queryFn: () => request<{ image: string }>(`/satu-data/analysis/${dataset}/chart`, { query }) });
  return <Async query={drawing}>{({ image }) => <div className="analysis-chart" tabIndex={0} role="region" aria-label={title}><img src={image} alt={title} /></div>}</Async>;
}

export function AnalysisCharts({ view, choice }: { view: AnalysisView; choice: Choice }) {
  const t = useT(words);
  const lang = useLanguage();
  const [classes, setClasses] = useState<'quantile' | 'equal'>('quantile');
  const by = view.dimensions.find(({ name }) => name === choice.by);
  const kinds: Kind[] = ['bar', ...(view.periods.length > 1 ? (['line'] as const) : []), ...(by?.role === 'region' && view.maps ? (['map'] as const) : [])];
  const title = view.columns.find(({ name }) => name === choice.column)?.title ?? '';
  const { page: _, ...asked } = choice;
  return (
    <div className="card mb-3">
      <div className="card-header"><h2 className="card-title">{t.charts}</h2></div>
      <div className="card-body">
        {kinds.includes('map') ? <SelectField label={t.classes} value={classes} onChange={(event) => setClasses(event.target.value as typeof classes)}><option value="quantile">{t.quantile}</option><option value="equal">{t.equal}</option></SelectField> : null}
        <div className="analysis-charts">{kinds.map((kind) => <Drawing key={kind} dataset={view.id} query={{ kind, lang, classes, ...asked }} title={`${t[kind]}: ${title}, ${choice.period}`} />)}</div>
      </div>
    </div>
  );
}
