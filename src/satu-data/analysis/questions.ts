import type { Language } from 'tertib';
import { personalIn } from '../disclosure/personal-columns.js';
import { analysisReport, resultTable } from './analysis-report.js';
import { barsOf, type AskedBars } from './bars.js';
import { chartData, reportCharts } from './chart-data.js';
import { columnTotals } from './column-totals.js';
import type { ChartQuery, TableQuery } from './analysis.schemas.js';
import { figureKeys } from './figure-keys.js';
import { lineage } from './lineage.js';
import type { Opened } from './opened.js';
import { plainText, textProblems } from './report-text.js';
import { resultRows } from './result-rows.js';
import { overview, tableView } from './views.js';

/** All that can be asked of a data set's tables. An answer is plain data, as it comes from another process. */
export const QUESTIONS = {
  overview: ({ found }: Opened, asked: { readonly maps: boolean; readonly language: Language }) => overview(found, asked),
  table: ({ found }: Opened, query: TableQuery & { readonly language: Language }) => tableView(found, query),
  chart: ({ found }: Opened, query: ChartQuery) => chartData(found, query),
  /** By which keys the rows of a large table are found that a figure was made of. */
  rows: ({ found }: Opened, asked: Parameters<typeof figureKeys>[1]) => figureKeys(found, asked),
  lineage: ({ found, untold }: Opened, asked: { readonly text: string; readonly language: Language }) => lineage(found, untold, asked),
  /** What forms list. */
  results: ({ found }: Opened, language: Language) => resultRows(found, language),
  /** What is wrong with the figures that a text names. */
  problems: ({ found }: Opened, text: string) => textProblems(text, found.figures),
  /** What staff wrote, with its figures as they are now. */
  text: ({ found }: Opened, text: string) => plainText(text, found.figures),
  /** What the report shows, with what staff wrote. */
  report: ({ found, analysis }: Opened, text: string) => ({ hash: analysis.hash, shown: analysisReport(analysis, found, text), charts: reportCharts(found, analysis.measure) }),
  /** How much of it is missing: cells, and rows that the data list expects. */
  missing: ({ found, analysis }: Opened, _: null) => ({ cells: analysis.missing, absent: found.figures.gaps.length }),
  /** The newest period that its rows are of; the collection's year where they do not say. */
  newest: ({ found }: Opened, _: null) => found.figures.periods.at(-1) ?? null,
  // These are of the period's own table alone.
  analysis: ({ analysis }: Opened, _: null) => analysis,
  bars: ({ own, analysis: { large } }: Opened, asked: AskedBars) => barsOf(own, large, asked),
  totals: ({ found, own }: Opened, _: null) => columnTotals({ ...found, figures: own }),
  summary: ({ analysis: { hash, missing, rowCount } }: Opened, _: null) => ({ hash, missing, rows: rowCount }),
  /** Columns that seem to be about persons. */
  personal: ({ analysis }: Opened, _: null) => personalIn(analysis),
  cover: ({ analysis, places }: Opened, _: null) => ({ rows: analysis.rowCount, results: resultTable(analysis, places) }),
} as const;

export type Question = keyof typeof QUESTIONS;
export type Asked<Q extends Question> = Parameters<(typeof QUESTIONS)[Q]>[1];
export type Answer<Q extends Question> = ReturnType<(typeof QUESTIONS)[Q]>;

export const answer = <Q extends Question>(opened: Opened, question: Q, asked: Asked<Q>): Answer<Q> =>
  (QUESTIONS[question] as unknown as (opened: Opened, asked: Asked<Q>) => Answer<Q>)(opened, asked);
