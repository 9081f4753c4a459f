import type { Row } from '../analysis/analyse.js';
import type { Bar, Bars } from '../analysis/bars.js';
import { queryText, readQuery } from '../analysis/query.js';
import type { PublicationEntity } from '../publication/publication.entity.js';

/** A number of a published table: its row, counted from 0 (the totals come after the last one), and its column. */
export interface FigurePlace {
  readonly row: number;
  readonly column: string;
}

/** A sum that the chart shows. */
export interface SumPlace {
  readonly column: string;
  readonly bar: Bar;
}

/** Names a row of a table without keys. */
const BY_COUNT = 'baris';

type Table = Pick<PublicationEntity, 'columns' | 'rows'>;

/** What a number is called in addresses: by the keys of its row, as figures are called everywhere, so that the same one keeps its address. */
export function figureName({ columns, rows }: Table, { row, column }: FigurePlace): string {
  const there = rows[row];
  return queryText({ column, operation: 'nilai', where: there ? whereOf(columns, there, row) : {} });
}

/** Back; null for what the table does not have. */
export function figurePlace({ columns, rows }: Table, name: string): FigurePlace | null {
  const asked = readQuery(name);
  if (!asked || asked.operation !== 'nilai' || !columns.some((one) => one.name === asked.column && !one.key)) return null;
  const count = Object.keys(asked.where).length;
  if (count === 0) return { row: rows.length, column: asked.column };
  const keys = columns.flatMap((one) => (one.key ? [one.name] : []));
  const row = rows.findIndex((one, index) => isNamed(keys, one, index, asked.where, count));
  return row < 0 ? null : { row, column: asked.column };
}

/** Whether these are the names of that row, and all of them. Compared value by value: of a hundred thousand rows nothing is made. */
function isNamed(keys: readonly string[], row: Row, index: number, where: Readonly<Record<string, string>>, count: number): boolean {
  let told = 0;
  for (const key of keys) {
    const value = row[key];
    if (value === undefined) continue;
    if (!Object.hasOwn(where, key) || where[key] !== value) return false;
    told += 1;
  }
  return told > 0 ? told === count : count === 1 && where[BY_COUNT] === String(index + 1);
}

/** What a sum of the chart is called: by what its rows have in common. */
export const sumName = (columns: Table['columns'], chart: Bars, code: string): string => queryText({ column: chart.measure, operation: 'nilai', where: commonTo(columns, chart, code) });

/** Back; null for what the chart does not show. */
export function sumPlace({ columns, chart }: Pick<PublicationEntity, 'columns' | 'chart'>, name: string): SumPlace | null {
  const asked = readQuery(name);
  const code = chart ? asked?.where[chart.key] : undefined;
  if (!chart || code === undefined || asked?.column !== chart.measure || asked.operation !== 'nilai') return null;
  const [bar, where] = [chart.bars.find((one) => one.code === code), commonTo(columns, chart, code)];
  const isAsked = Object.keys(asked.where).length === Object.keys(where).length && Object.entries(where).every(([key, value]) => asked.where[key] === value);
  return bar && isAsked ? { column: chart.measure, bar } : null;
}

function commonTo(columns: Table['columns'], { key, at }: Bars, code: string): Record<string, string> {
  const where: Readonly<Record<string, string>> = { ...at, [key]: code };
  return Object.fromEntries(columns.flatMap(({ name }) => { const value = where[name]; return value === undefined ? [] : [[name, value] as const]; }));
}

/** A line of totals is there where it was worked out as the analysis works them out; of one row there is none. */
export const hasTotals = ({ rows, totalsOf }: Pick<PublicationEntity, 'rows' | 'totalsOf'>): boolean => totalsOf !== null && rows.length > 1;

export const figureAddress = (slug: string, name: string, language: string): string => `/dataset/${slug}/asal-usul/${encodeURIComponent(name)}?lang=${language}`;

function whereOf(columns: Table['columns'], row: Row, index: number): Record<string, string> {
  const keys = columns.flatMap(({ name, key }) => { const value = row[name]; return key && value !== undefined ? [[name, value] as const] : []; });
  return keys.length > 0 ? Object.fromEntries(keys) : { [BY_COUNT]: String(index + 1) };
}
