import type { Variable } from '../datasets/dataset.types.js';

/** Technical names by the headers under which a file's own template had them. */
export type OwnNames = Readonly<Record<string, string>>;

/** A header as it is compared: the star of what is required, spaces and case tell nothing. */
export const normal = (text: string): string => text.replace(/\*\s*$/, '').trim().replace(/\s+/g, ' ').toLowerCase();

/**
 * The variable that a header means. What the template said of it counts for more than today's titles: where those of two columns were
 * changed since, the older file still means what it was made for.
 */
export function variableOf(header: string, variables: readonly Variable[], own: OwnNames = {}): Variable | undefined {
  const text = normal(header);
  if (text === '') return undefined;
  const meant = Object.hasOwn(own, text) ? own[text] : undefined;
  return variables.find(({ name }) => name === meant) ?? variables.find(({ title }) => normal(title) === text) ?? variables.find(({ name }) => normal(name) === text);
}
