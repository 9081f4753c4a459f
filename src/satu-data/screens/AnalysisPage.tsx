import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Async, fileAddress, Link, Page, request, SelectField, useFormat, useLanguage, useParams, useT, useUser } from 'tertib/screens';
import type { AnalysisTable, AnalysisView } from '../analysis/analysis.schemas.js';
import { AnalysisCharts } from './AnalysisCharts.js';
import { AnalysisMissing } from './AnalysisMissing.js';
import { AnalysisOwn } from './AnalysisOwn.js';
import { AnalysisTableCard } from './AnalysisTableCard.js';
import { analysisWords as words } from './analysis-words.js';
import { deliveriesWords } from './deliveries/deliveries-words.js';
import { useDatasetReview } from './review/calls.js';
import { CommentDialog, type Place } from './review/CommentDialog.js';
import { useCommentPowers } from './review/comment-powers.js';
import { CommentsCard } from './review/CommentsCard.js';
import { QualityCard } from './review/QualityCard.js';
import { reviewWords } from './review/review-words.js';
import { StateChip } from './StateChip.js';

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
  return { column: (columns.find(({ name }) => /jumlah|total/.test(name)) ?? columns[0])?.name ?? '', by: by?.name ?? '', period: periods.at(-1) ?? '', level: by?.levels.at(-1)?.level, page: 1 };
}

/** The row in the key columns: what it is shown by, in the period that it is shown for. */
function placeOf({ dimensions }: AnalysisView, { by, period }: AnalysisTable, value: string, label: string): Place {
  const when = dimensions.find(({ role }) => role === 'period')?.name;
  return { name: when && when !== by ? `${label}, ${period}` : label, values: { [by]: value, ...(when && when !== by && { [when]: period }) } };
}

function Analysis({ view }: { view: AnalysisView }) {
  const t = useT(words);
  const format = useFormat();
  const [choice, setChoice] = useState(() => firstChoice(view));
  const change = (more: Partial<Choice>) => setChoice((now) => ({ ...now, page: 1, ...more }));
  const language = useLanguage();
  const user = useUser();
  const review = useDatasetReview(view.id, user.can('satu-data.see-review'));
  const { mayComment } = useCommentPowers();
  const [place, setPlace] = useState<Place | null>(null);
  const by = view.dimensions.find(({ name }) => name === choice.by);
  return (
    <>
      <p className="text-secondary">{view.office} · {view.period}. {t.hint}</p>
      {review.data ? <p><StateChip state={review.data.state} /> <span className="text-break ms-1">{review.data.reason?.[language]}</span></p> : null}
      {view.report ? <p><a className="btn" href={fileAddress(`/files/${view.report}`)} target="_blank" rel="noreferrer">{t.report}</a></p> : null}
      {view.summedBy ? <p>{t.summed(format.number(view.rows), view.summedBy.join(', '))}</p> : null}
      <div className="row g-2">
        <div className="col-12 col-md"><SelectField label={t.column} value={choice.column} onChange={(event) => change({ column: event.target.value })}>{view.columns.map(({ name, title }) => <option key={name} value={name}>{title}</option>)}</SelectField></div>
        <div className="col-12 col-md"><SelectField label={t.by} value={choice.by} onChange={(event) => change({ by: event.target.value, level: view.dimensions.find(({ name }) => name === event.target.value)?.levels.at(-1)?.level })}>{view.dimensions.map(({ name, title }) => <option key={name} value={name}>{title}</option>)}</SelectField></div>
        {by && by.levels.length > 1 ? <div className="col-12 col-md"><SelectField label={t.level} value={choice.level} onChange={(event) => change({ level: Number(event.target.value) })}>{by.levels.map(({ level, title }) => <option key={level} value={level}>{title[language]}</option>)}</SelectField></div> : null}
        <div className="col-12 col-md"><SelectField label={t.period} value={choice.period} onChange={(event) => change({ period: event.target.value })}>{view.periods.map((period) => <option key={period} value={period}>{period}</option>)}</SelectField></div>
      </div>
      <AnalysisTableCard
        dataset={view.id}
        choice={choice}
        onPage={(page) => setChoice((now) => ({ ...now, page }))}
        onComment={mayComment ? ({ value, label, table }) => setPlace(placeOf(view, table, value, label)) : null}
      />
      <AnalysisCharts view={view} choice={choice} />
      <AnalysisOwn dataset={view.id} />
      <AnalysisMissing view={view} />
      {user.can('satu-data.see-review') ? (
        <Async query={review}>
          {(found) => (
            <>
              <CommentsCard datasetId={view.id} comments={found.comments} onAdd={() => setPlace({ name: '', values: {} })} />
              <QualityCard review={found} />
            </>
          )}
        </Async>
      ) : null}
      {place ? <CommentDialog datasetId={view.id} place={place} columns={view.columns} onClose={() => setPlace(null)} /> : null}
    </>
  );
}

export function AnalysisPage() {
  const { datasetId = '' } = useParams();
  const t = useT(words);
  const r = useT(reviewWords);
  const d = useT(deliveriesWords);
  const user = useUser();
  // The statistics office and producers come from pages of their own.
  const from = user.can('satu-data.see-board') ? 'board' : user.can('satu-data.see-review') ? 'review' : 'deliveries';
  const query = useQuery({ queryKey: ['live', 'analysis', datasetId], queryFn: () => request<AnalysisView>(`/satu-data/analysis/${datasetId}`) });
  return (
    <Page title={query.data ? `${t.title}: ${query.data.title}` : t.title} before={query.data ? <Link to={`/satu-data/${from}/${query.data.caseId}`}>{{ board: t.toBoard, review: r.title, deliveries: d.title }[from]}</Link> : null}>
      <Async query={query}>{(view) => <Analysis key={view.id} view={view} />}</Async>
    </Page>
  );
}
