import type { Variable } from '../datasets/dataset.types.js';
import type { ColumnCodes } from './column-codes.js';
import { isUnit, unitOf, words } from './named-sums.js';

type Listed = Pick<ColumnCodes, 'names' | 'parents'>;

/** Codes of a long list that are near an office. */
export interface NearCodes {
  readonly codes: readonly string[];
  /** What they lie in; null where they are all of their level. */
  readonly within: string | null;
}

/**
 * Of a list of regions: what lies in the office's own one, that included. Of a column that names its level (`Kecamatan`), those of that level alone; where
 * the own region does not lie above it, those of the wider one. Null where nothing that is said ends with the name of a province, regency or city
 * (`Pemerintah Kabupaten …`): it is not looked for within a text, since an office may name others than its own.
 *
 * @param said - what tells whose office it is, surest first
 */
export function nearCodes(listed: Listed, column: Pick<Variable, 'name' | 'title'>, said: readonly string[]): NearCodes | null {
  const own = said.map((text) => regionsCalled(listed, text)).find((found) => found.length > 0);
  if (!own) return null;
  const depth = depthOf(column);
  const outer = [...new Set(own.map((code) => widened(listed, code, depth)))];
  // What a region lies in stands before it.
  const inside = new Set<string>();
  for (const code of listed.names.keys()) if (outer.includes(code) || outer.includes(null) || inside.has(listed.parents.get(code) ?? '')) inside.add(code);
  const codes = [...inside].filter((code) => depth === null || levelOf(listed, code) === depth);
  return { codes, within: outer[0] ? (listed.names.get(outer[0]) ?? null) : null };
}

/** Two where a region has another code since the time of the data began. */
function regionsCalled(listed: Listed, text: string): string[] {
  const said = ` ${plain(text)}`;
  return [...listed.names].flatMap(([code, name]) => {
    const level = levelOf(listed, code);
    if (level > 2) return [];
    return said.endsWith(` ${level === 1 ? `provinsi ${plain(name).replace(/^provinsi /, '')}` : plain(name)}`) ? [code] : [];
  });
}

const plain = (text: string): string => words(text).join(' ').replace(/\bkab\b/, 'kabupaten').replace(/\bprov\b/, 'provinsi');

/** As people count: 1 is a province. */
function levelOf(listed: Listed, code: string): number {
  const outer = listed.parents.get(code);
  return outer === undefined ? 1 : 1 + levelOf(listed, outer);
}

/** The only level that a column is called by. */
function depthOf({ name, title }: Pick<Variable, 'name' | 'title'>): number | null {
  const [level, ...others] = new Set([...words(name.replaceAll('_', ' ')), ...words(title)].filter(isUnit).map(unitOf).filter((unit) => unit > 0));
  return level !== undefined && others.length === 0 ? level : null;
}

/** The innermost region around it that a level lies in; null outside of all. */
function widened(listed: Listed, code: string, depth: number | null): string | null {
  if (depth === null || levelOf(listed, code) < depth) return code;
  const outer = listed.parents.get(code);
  return outer === undefined ? null : widened(listed, outer, depth);
}
