import type { Variable } from '../datasets/dataset.types.js';

/** Technical names by the headers under which a file's own template had them. */
export type OwnNames = Readonly<Record<string, string>>;

/** A header as it is compared: the star of what is required, spaces and case tell nothing, and `km²` is km2. */
export const normal = (text: string): string => text.normalize('NFKC').replace(/\*\s*$/, '').trim().replace(/\s+/g, ' ').toLowerCase();

/** What a column may be called: its title, also with its unit as it stands on screens and in printed tables, or its technical name. The first counts for most. */
export const headersOf = ({ name, title, unit }: Pick<Variable, 'name' | 'title' | 'unit'>): string[] => [title, unit ? `${title} (${unit})` : title, name];

/** Each cell above a table is looked up, of all columns. */
const known = new WeakMap<readonly Variable[], ReadonlyMap<string, Variable>>();

function byHeader(variables: readonly Variable[]): ReadonlyMap<string, Variable> {
  const found = known.get(variables);
  if (found) return found;
  const headers = variables.map((variable) => [variable, headersOf(variable)] as const);
  // The last one to be put in is the one that is found.
  const all = [2, 1, 0].flatMap((place) => headers.toReversed().map(([variable, called]) => [normal(called[place] ?? ''), variable] as const));
  const made = new Map(all);
  known.set(variables, made);
  return made;
}

/**
 * The variable that a header means. What the template said of it counts for more than today's titles: where those of two columns were
 * changed since, the older file still means what it was made for.
 */
export function variableOf(header: string, variables: readonly Variable[], own: OwnNames = {}): Variable | undefined {
  const text = normal(header);
  if (text === '') return undefined;
  const meant = Object.hasOwn(own, text) ? own[text] : undefined;
  return variables.find(({ name }) => name === meant) ?? byHeader(variables).get(text);
}
