import { z } from 'zod';

const Text = z.object({ id: z.string(), en: z.string() });

/** A figure as lists show it; its id is the query that it answers. */
export const FigureCell = z.object({ id: z.string(), value: z.string().nullable(), unit: z.string(), why: Text.nullable(), incomplete: Text.nullable() });
export type FigureCell = z.infer<typeof FigureCell>;

const Column = z.object({ name: z.string(), title: z.string(), unit: z.string(), formula: z.string().nullable(), addsUp: z.boolean() });
const Dimension = z.object({ name: z.string(), title: z.string(), role: z.enum(['region', 'period', 'other']), values: z.number(), 
  /** Of regions, as the list of codes calls its levels; 1 is outermost, 0 what is in no list. */
  levels: z.array(z.object({ level: z.number(), title: Text })),
});

/** What there is to analyse of a data set. */
export const AnalysisView = z.object({
  id: z.string(), caseId: z.string(), title: z.string(), office: z.string(), period: z.string(), columns: z.array(Column), dimensions: z.array(Dimension), periods: z.array(z.string()), rows: z.number(),
  /** Titles of the key columns that a table too long to be analysed row by row was added up by. */
  summedBy: z.array(z.string()).nullable(),
  missing: z.object({ count: z.number(), cells: z.array(z.object({ row: z.number().nullable(), where: z.string(), column: z.string() })), absent: z.number(), absentRows: z.array(z.string()) }),
  notCompared: z.array(z.string()), maps: z.boolean(),
  /** The newest report's file; null where there is none, or none for the asker. */
  report: z.string().nullable(),
});
export type AnalysisView = z.infer<typeof AnalysisView>;

/** What a handler of somebody's own computed from the data set's table; `step` is what people call the step that did. */
export const OwnAnalysesView = z.array(z.object({
  key: z.string(), title: Text, method: Text, topic: z.string(), step: Text, at: z.string(), current: z.boolean(),
  columns: z.array(z.object({ name: z.string(), title: Text, number: z.boolean() })), rows: z.array(z.record(z.string(), z.string().nullable())),
}));
export type OwnAnalysesView = z.infer<typeof OwnAnalysesView>;

export const TableQuery = z.object({
  column: z.string().max(80).optional(), by: z.string().max(80).optional(), period: z.string().max(40).optional(), level: z.coerce.number().int().min(0).max(20).optional(), page: z.coerce.number().int().min(1).max(100_000).default(1),
});
export type TableQuery = z.infer<typeof TableQuery>;

export const ChartQuery = TableQuery.omit({ page: true }).extend({ kind: z.enum(['bar', 'line', 'map']).default('bar'), classes: z.enum(['equal', 'quantile']).default('quantile'), lang: z.enum(['id', 'en']).default('id') });
export type ChartQuery = z.infer<typeof ChartQuery>;
export const ChartView = z.object({ image: z.string() });

/** One column by the values of one dimension, in one period. */
export const AnalysisTable = z.object({
  column: z.string(), by: z.string(), period: z.string(), level: z.number().nullable(), page: z.number(), pages: z.number(),
  /** Which period change and growth are from, and how long ago where it is not the one right before; null where it differs by row, or there is none. */
  since: Text.nullable(),
  rows: z.array(z.object({ value: z.string(), label: z.string(),
    /** The same of rows that are periods, where it is not the one right before. */
    since: Text.nullable(), nilai: FigureCell, selisih: FigureCell, pertumbuhan: FigureCell, pangsa: FigureCell.nullable(), peringkat: FigureCell.nullable() })),
  total: FigureCell,
});
export type AnalysisTable = z.infer<typeof AnalysisTable>;

const Check = z.object({ key: z.string(), title: Text, result: z.enum(['passed', 'off', 'alone', 'unjudged', 'found']), why: Text.nullable(), findings: z.number(), accepted: z.object({ reason: z.string(), by: z.string().nullable(), at: z.string().nullable() }).nullable() });
const Step = z.object({
  step: z.string(), title: Text, at: z.string().nullable(), by: z.object({ role: Text.nullable(), office: z.string().nullable(), name: z.string().nullable() }).nullable(),
  facts: z.array(z.object({ label: Text, value: Text, fileId: z.string().nullable() })),
});
const Source = z.object({
  /** Its rows are not among the cells: they are asked for page by page. */
  large: z.boolean(),
  /** Where it is a table of another data set: what that is called. */
  dataset: z.string().nullable(),
  period: z.string(), fileId: z.string().nullable(), fileName: z.string().nullable(), hash: z.string().nullable(), receipt: z.string().nullable(),
  deliveredBy: z.string(), deliveredAt: z.string(), validatedBy: z.string().nullable(), validatedAt: z.string().nullable(), acceptedBy: z.string().nullable(), acceptedAt: z.string().nullable(), checks: z.array(Check),
});

/** Where a figure comes from, down to the cells of the files that were handed in. */
export const FigureLineage = z.object({
  figure: FigureCell, title: Text, formula: z.string().nullable(),
  /** Why it is not published, where another data set that it is computed from is the reason. */
  untold: Text.nullable(),
  /** What it was computed from; `dataset` is where that leads on, another one where the formula uses its columns, and null where there is nothing to see. */
  from: z.array(z.object({ figure: FigureCell, title: Text, dataset: z.string().nullable() })),
  cells: z.array(z.object({ source: z.number(), row: z.number(), cell: z.string().nullable(), where: z.string(), column: z.string(), value: z.string().nullable() })), cellCount: z.number(), absentRows: z.array(z.string()), sources: z.array(Source),
  /** What led to it, from the assignment on. */
  steps: z.array(Step),
  /** The case, for those who look after all of them. */
  caseId: z.string().nullable(),
});
export type FigureLineage = z.infer<typeof FigureLineage>;

/** Which of a figure's sources, and which page of its rows. */
export const FigureRowsQuery = z.object({ source: z.coerce.number().int().min(0).max(100).default(0), page: z.coerce.number().int().min(1).max(100_000).default(1) });
export type FigureRowsQuery = z.infer<typeof FigureRowsQuery>;

/** Rows of a large table that a figure was made of. */
export const FigureRows = z.object({
  count: z.number(), page: z.number(), pages: z.number(), columns: z.array(z.string()),
  rows: z.array(z.object({ row: z.number(), where: z.string(), cells: z.array(z.object({ cell: z.string(), value: z.string().nullable() })) })),
});
export type FigureRows = z.infer<typeof FigureRows>;
