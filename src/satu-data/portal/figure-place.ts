import type { Row } from '../analysis/analyse.js';
import { queryText, readQuery } from '../analysis/query.js';
import type { PublicationEntity } from '../publication/publication.entity.js';

/** A number of a published table: its row, counted from 0 (the totals come after the last one), and its column. */
export interface FigurePlace {
  readonly row: number;
  readonly column: string;
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

/** A line of totals is there where it was worked out as the analysis works them out; of one row there is none. */
export const hasTotals = ({ rows, totalsOf }: Pick<PublicationEntity, 'rows' | 'totalsOf'>): boolean => totalsOf !== null && rows.length > 1;

export const figureAddress = (slug: string, name: string, language: string): string => `/dataset/${slug}/asal-usul/${encodeURIComponent(name)}?lang=${language}`;

function whereOf(columns: Table['columns'], row: Row, index: number): Record<string, string> {
  const keys = columns.flatMap(({ name, key }) => { const value = row[name]; return key && value !== undefined ? [[name, value] as const] : []; });
  return keys.length > 0 ? Object.fromEntries(keys) : { [BY_COUNT]: String(index + 1) };
}
