import type { Text, Language } from 'tertib/screens';
import type { ListView, RowView } from '../../data-list/data-list.schemas.js';
import { MARK_SOURCES } from '../../data-list/mark-words.js';
import { normal } from '../../tables/header-names.js';

export type Field = ListView['fields'][number];
export type Row = RowView;
/** What is done to rows; those added get their ids from the server. `version`: the one that whoever writes has seen of the row; left out, the one in the list. */
export interface Edit {
  readonly changes: readonly { readonly id: string; readonly values?: Readonly<Record<string, unknown>>; readonly removed?: boolean; readonly version?: number }[];
  readonly added?: readonly Readonly<Record<string, string>>[];
}
export interface Place {
  readonly row: number;
  readonly column: number;
}
/** A rectangle of cells: where it began, and where it was drawn to. */
export interface Range {
  readonly anchor: Place;
  readonly focus: Place;
}

export const bounds = ({ anchor, focus }: Range) => ({ top: Math.min(anchor.row, focus.row), bottom: Math.max(anchor.row, focus.row), left: Math.min(anchor.column, focus.column), right: Math.max(anchor.column, focus.column) });

/** The state of its data set, which is no field of the list: a column before the official ones, once there is something to tell. */
export const STATE_KEY = 'keadaan';
/** What a row has in a column. */
export const valueOf = ({ values, state }: Row, key: string): string => (key === STATE_KEY ? (state ?? '') : (values[key] ?? ''));

/** What a cell shows: of a choice its label. */
export function shown(field: Field, value: string, language: Language): string {
  return field.options.length > 0 ? (field.options.find((one) => one.value === value)?.label[language] ?? value) : value;
}

/** What somebody typed or pasted, as the server keeps it; null where it is none of the choices. */
export function readInput(field: Field, given: string): string | null {
  const value = given.trim();
  if (value === '' || field.options.length === 0) return value.length > field.max ? null : value;
  const wanted = normal(value);
  return field.options.find((one) => [one.value, one.label.id, one.label.en].some((name) => normal(name) === wanted))?.value ?? null;
}

const STEPS: Readonly<Record<string, readonly [rows: number, columns: number]>> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], PageUp: [-15, 0], PageDown: [15, 0], Home: [0, -Infinity], End: [0, Infinity] };

/** Where a key leads to; null where it leads nowhere. With Ctrl to the edge of the list. */
export function moved({ row, column }: Place, key: string, toEdge: boolean, rows: number, columns: number): Place | null {
  const [down, right] = STEPS[key] ?? [];
  if (down === undefined || right === undefined || rows === 0) return null;
  const far = (by: number) => (toEdge && by !== 0 ? Math.sign(by) * Infinity : by);
  const within = (value: number, count: number) => Math.max(0, Math.min(count - 1, value));
  const corner = toEdge && (key === 'Home' || key === 'End') ? (key === 'Home' ? -Infinity : Infinity) : far(down);
  return { row: within(row + corner, rows), column: within(column + far(right), columns) };
}

type NamedFilter = 'all' | 'unready' | 'marked' | 'answered' | 'new' | 'changed';
const STATE_FILTER = 'state:';
/** By what is to be done with a row, or by the state of its data set. */
export type Filter = NamedFilter | `${typeof STATE_FILTER}${string}`;
export const stateFilter = (state: string): Filter => `${STATE_FILTER}${state}`;
const FILTERS: Readonly<Record<NamedFilter, (row: Row) => boolean>> = {
  all: () => true,
  unready: ({ problems }) => problems.length > 0,
  marked: ({ marks }) => marks.some(({ state }) => state === 'open'),
  answered: ({ marks }) => marks.some(({ state }) => state === 'answered'),
  new: ({ origin }) => origin === 'new',
  changed: ({ changed }) => changed.length > 0,
};
export const FILTER_NAMES = Object.keys(FILTERS) as NamedFilter[];
const passing = (filter: Filter): ((row: Row) => boolean) => (filter in FILTERS ? FILTERS[filter as NamedFilter] : ({ state }) => stateFilter(state ?? '') === filter);

/** How many rows have each state that occurs. */
export function statesIn(rows: readonly Row[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { state } of rows) if (state !== null) counts.set(state, (counts.get(state) ?? 0) + 1);
  return counts;
}

export function filtered(rows: readonly Row[], fields: readonly Field[], filter: Filter, columns: Readonly<Record<string, string>>, language: Language): Row[] {
  const wanted = Object.entries(columns).filter(([, text]) => text.trim() !== '').map(([key, text]) => [fields.find((one) => one.key === key), text.trim().toLowerCase()] as const);
  const passes = passing(filter);
  return rows.filter((row) => passes(row) && wanted.every(([field, text]) => field === undefined || shown(field, valueOf(row, field.key), language).toLowerCase().includes(text)));
}

/** What is wrong with, or asked of, one cell. */
export function notesOf(row: Row, key: string, language: Language): string[] {
  const say = (text: Text) => text[language];
  return [...row.problems.filter(({ path }) => path.split('.')[0] === key).map(({ message }) => say(message)), ...row.marks.filter(({ field, state }) => field === key && state === 'open').map(({ source, comment }) => `${say(MARK_SOURCES[source])}: ${comment}`)];
}
