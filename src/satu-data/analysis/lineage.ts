import type { Language } from 'tertib';
import { cellName, cellWords } from '../tables/cell-name.js';
import type { FigureLineage } from './analysis.schemas.js';
import type { Figure, Figures } from './figures.js';
import { placeWords } from './figure-words.js';
import type { DatasetFigures } from './opened.js';
import { QueryError } from './query-error.js';
import { readQuery } from './query.js';
import { settled } from './query-problem.js';
import { titled } from './views.js';

/** The file that was handed in has them all. */
const MOST_CELLS = 200;

/** As much of where a figure comes from as the tables say. */
export interface Lineage extends Omit<FigureLineage, 'sources' | 'steps' | 'caseId'> {
  /** Which of the given tables it was made of. */
  readonly used: readonly number[];
}

/** @throws {QueryError} for what the data set does not have. */
export function lineage({ figures, sources }: DatasetFigures, { text, language }: { readonly text: string; readonly language: Language }): Lineage {
  const { figure, used } = readFigure(figures, text);
  const { query } = figure;
  const columns = measuresOf(figure);
  return {
    ...titled(figures, query),
    formula: figures.formulaOf(query.column, language),
    from: figure.from.map((one) => titled(figures, one.query)),
    cells: figure.facts.slice(0, MOST_CELLS).flatMap((fact) => columns.map((name) => cellOf(figures, sources, used, fact, name, language))).slice(0, MOST_CELLS),
    cellCount: figure.facts.length * columns.length,
    absentRows: figure.absent.slice(0, MOST_CELLS).map((where) => placeWords(figures, where, language)),
    used,
  };
}

/** A figure by its reference, and the tables that it was made of. @throws {QueryError} for what the data set does not have. */
export function readFigure(figures: Figures, text: string): { readonly figure: Figure; readonly used: readonly number[] } {
  const asked = readQuery(text);
  if (!asked) throw new QueryError({ id: `“${text}” bukan rujukan angka. Contoh: jumlah.nilai;kode_wilayah=15.06;tahun=2024.`, en: `“${text}” is no reference of a figure. An example: jumlah.nilai;kode_wilayah=15.06;tahun=2024.` });
  const query = settled(figures, asked);
  if ('id' in query) throw new QueryError(query);
  const figure = figures.of(query);
  return { figure, used: [...new Set(figure.facts.map(({ table }) => table))].toSorted((a, b) => a - b) };
}

/** A cell that was read, as its file names it; of what was typed, its row. */
function cellOf(figures: Figures, sources: DatasetFigures['sources'], used: readonly number[], fact: Figure['facts'][number], name: string, language: Language): FigureLineage['cells'][number] {
  const { layout, summed } = sources[fact.table] ?? {};
  const row = layout?.rowNumbers[fact.row] ?? fact.row + 1;
  const cell = summed ? null : cellWords(layout ? cellName(layout, layout.columns[name] ?? '', row) : String(row), row)[language];
  return { source: used.indexOf(fact.table), row, cell, where: placeWords(figures, fact.at, language), column: figures.columns.find((one) => one.name === name)?.title ?? name, value: fact.values[name] ?? null };
}

/** The columns that it was read from. */
export function measuresOf(figure: Figure): string[] {
  return figure.from.length > 0 ? [...new Set(figure.from.flatMap(measuresOf))] : [figure.query.column];
}
