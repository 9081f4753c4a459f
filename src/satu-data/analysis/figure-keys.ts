import { measuresOf, readFigure } from './lineage.js';
import type { DatasetFigures } from './opened.js';

/** Which rows of a table a figure was made of, as far as its sums tell: by their keys. */
export interface FigureKeys {
  /** Which of the given tables it is. */
  readonly table: number;
  readonly keys: readonly string[];
  /** A value for each key, null where the rows have none. */
  readonly at: readonly (readonly (string | null)[])[];
  /** The columns that were read. */
  readonly columns: readonly { readonly name: string; readonly title: string }[];
}

/** @param source - which of the tables that it was made of. @throws {QueryError} for what the data set does not have. */
export function figureKeys({ figures, sources }: DatasetFigures, { figure: text, source }: { readonly figure: string; readonly source: number }): FigureKeys | null {
  const { figure, used } = readFigure(figures, text);
  const table = used[source];
  const given = table === undefined ? undefined : sources[table];
  if (table === undefined || !given) return null;
  const facts = figure.facts.filter((fact) => fact.table === table);
  const keys = given.dataset.variables.filter(({ key, name }) => key && facts.some(({ values }) => values[name] !== undefined)).map(({ name }) => name);
  const at = new Map(facts.map(({ values }) => { const place = keys.map((name) => values[name] ?? null); return [JSON.stringify(place), place] as const; }));
  return { table, keys, at: [...at.values()], columns: measuresOf(figure).map((name) => ({ name, title: figures.columns.find((one) => one.name === name)?.title ?? name })) };
}
