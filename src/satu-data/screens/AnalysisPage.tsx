import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Async, Link, Page, request, SelectField, useParams, useT } from 'tertib/screens';
import type { AnalysisView } from '../analysis/analysis.schemas.js';
import { AnalysisCharts } from './AnalysisCharts.js';
import { AnalysisMissing } from './AnalysisMissing.js';
import { AnalysisOwn } from './AnalysisOwn.js';
import { AnalysisTableCard } from './AnalysisTableCard.js';
import { analysisWords as words } from './analysis-words.js';

export interface Choice {
  column: string;
  by: string;
  period: string;
  level?: number | undefined;
  page: number;
}

/** At first: what there is by region, at the lowest level, in the newest period. */
function firstChoice({ columns, dimensions, periods }: AnalysisView): Choice {
  const by = dimensions.find(({ role }) => role === 'region') ?? dimensions[0];
  return { column: (columns.find(({ name }) => /jumlah|total/.test(name)) ?? columns[0])?.name ?? '', by: by?.name ?? '', period: periods.at(-1) ?? '', level: by?.levels.at(-1), page: 1 };
}

const LEVELS = { 1: 'level1', 2: 'level2', 3: 'level3', 4: 'level4' } as const;

function Analysis({ view }: { view: AnalysisView }) {
  const t = useT(words);
  const [choice, setChoice] = useState(() => firstChoice(view));
  const change = (more: Partial<Choice>) => setChoice((now) => ({ ...now, page: 1, ...more }));
  const by = view.dimensions.find(({ name }) => name === choice.by);
  return (
    <>
      <p className="text-secondary">{view.office} · {view.period}. {t.hint}</p>
      <div className="row g-2">
        <div className="col-12 col-md"><SelectField label={t.column} value={choice.column} onChange={(event) => change({ column: event.target.value })}>{view.columns.map(({ name, title }) => <option key={name} value={name}>{title}</option>)}</SelectField></div>
        <div className="col-12 col-md"><SelectField label={t.by} value={choice.by} onChange={(event) => change({ by: event.target.value, level: view.dimensions.find(({ name }) => name === event.target.value)?.levels.at(-1) })}>{view.dimensions.map(({ name, title }) => <option key={name} value={name}>{title}</option>)}</SelectField></div>
        {by && by.levels.length > 1 ? <div className="col-12 col-md"><SelectField label={t.level} value={choice.level} onChange={(event) => change({ level: Number(event.target.value) })}>{by.levels.map((level) => <option key={level} value={level}>{t[LEVELS[level as keyof typeof LEVELS]]}</option>)}</SelectField></div> : null}
        <div className="col-12 col-md"><SelectField label={t.period} value={choice.period} onChange={(event) => change({ period: event.target.value })}>{view.periods.map((period) => <option key={period} value={period}>{period}</option>)}</SelectField></div>
      </div>
      <AnalysisTableCard dataset={view.id} choice={choice} onPage={(page) => setChoice((now) => ({ ...now, page }))} />
      <AnalysisCharts view={view} choice={choice} />
      <AnalysisOwn dataset={view.id} />
      <AnalysisMissing view={view} />
    </>
  );
}

export function AnalysisPage() {
  const { datasetId = '' } = useParams();
  const t = useT(words);
  const query = useQuery({ queryKey: ['live', 'analysis', datasetId], queryFn: () => request<AnalysisView>(`/satu-data/analysis/${datasetId}`) });
  return (
    <Page title={query.data ? `${t.title}: ${query.data.title}` : t.title} before={query.data ? <Link to={`/satu-data/board/${query.data.caseId}`}>{t.toBoard}</Link> : null}>
      <Async query={query}>{(view) => <Analysis key={view.id} view={view} />}</Async>
    </Page>
  );
}
