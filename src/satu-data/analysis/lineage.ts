import type { Language } from 'tertib';
import { cellName, cellWords } from '../tables/cell-name.js';
import type { FigureLineage } from './analysis.schemas.js';
import type { Fact } from './cube.js';
import type { Figure } from './figure.js';
import type { Figures } from './figures.js';
import { placeWords } from './figure-words.js';
import type { DatasetFigures } from './opened.js';
import type { Untold } from './others/untold.js';
import { QueryError } from './query-error.js';
import { readQuery } from './query.js';
import { settled } from './query-problem.js';
import { titled } from './views.js';

/** The file that was handed in has them all. */
const MOST_CELLS = 200;

/** A table that a figure was made of: of the data set itself, or of another one that its formula uses. */
export interface UsedTable {
  /** Which of the others; null is the data set itself. */
  readonly other: number | null;
  /** Which of its given tables. */
  readonly table: number;
}

/** As much of where a figure comes from as the tables say. */
export interface Lineage extends Omit<FigureLineage, 'sources' | 'steps' | 'caseId'> {
  readonly used: readonly UsedTable[];
}

/** Rows of one data set that were read, and the columns. */
interface Part {
  readonly other: number | null;
  readonly found: DatasetFigures;
  readonly facts: readonly Fact[];
  readonly columns: readonly string[];
}

/** @throws {QueryError} for what the data set does not have. */
export function lineage(found: DatasetFigures, untold: readonly Untold[], { text, language }: { readonly text: string; readonly language: Language }): Lineage {
  const { figures } = found;
  const { figure } = readFigure(figures, text);
  const parts = [{ other: null, found, facts: figure.facts, columns: measuresOf(figure) }, ...otherParts(found, figure)];
  const used = parts.flatMap(({ other, facts }) => [...new Set(facts.map(({ table }) => table))].toSorted((a, b) => a - b).map((table): UsedTable => ({ other, table })));
  return {
    ...titled(figures, figure.query),
    formula: figures.formulaOf(figure.query.column, language),
    untold: untold.find(({ name }) => name === figure.query.column)?.why ?? null,
    from: figure.from.map((one) => fromView(found, one)),
    cells: parts.flatMap((part) => part.facts.slice(0, MOST_CELLS).flatMap((fact) => part.columns.map((name) => cellOf(part, used, fact, name, language)))).slice(0, MOST_CELLS),
    cellCount: parts.reduce((sum, { facts, columns }) => sum + facts.length * columns.length, 0),
    absentRows: figure.absent.slice(0, MOST_CELLS).map((where) => placeWords(figures, where, language)),
    used,
  };
}

/** What other data sets gave, each once. */
function otherParts(found: DatasetFigures, figure: Figure): Part[] {
  const parts = othersOf(figure).reduce((all, one) => {
    const { index } = one.other ?? { index: -1 };
    const known = all.get(index);
    return all.set(index, { facts: [...new Set([...(known?.facts ?? []), ...one.facts])], columns: [...new Set([...(known?.columns ?? []), one.query.column])] });
  }, new Map<number, Pick<Part, 'facts' | 'columns'>>());
  return [...parts].flatMap(([index, part]): Part[] => { const other = found.others[index]?.found; return other ? [{ other: index, found: other, ...part }] : []; });
}

const othersOf = (figure: Figure): Figure[] => (figure.other ? [figure] : figure.from.flatMap(othersOf));

/** One of the figures that it was computed from; of another data set with what that is called, and why it is not used. */
function fromView({ dataset, figures, others }: DatasetFigures, one: Figure): FigureLineage['from'][number] {
  if (!one.other) return { ...titled(figures, one.query), dataset: dataset.id };
  const table = others[one.other.index];
  const { column } = one.query;
  if (!table?.found || one.facts.length === 0) return { figure: { id: '', value: null, unit: '', why: one.other.said, incomplete: null }, title: { id: column, en: column }, dataset: null };
  const { figure, title } = titled(table.found.figures, one.query);
  return { figure: { ...figure, why: figure.why ?? one.other.said }, title: { id: `${title.id} (${table.title})`, en: `${title.en} (${table.title})` }, dataset: table.found.dataset.id };
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
function cellOf({ other, found: { figures, sources } }: Part, used: readonly UsedTable[], fact: Fact, name: string, language: Language): FigureLineage['cells'][number] {
  const { layout, summed } = sources[fact.table] ?? {};
  const row = layout?.rowNumbers[fact.row] ?? fact.row + 1;
  const cell = summed ? null : cellWords(layout ? cellName(layout, layout.columns[name] ?? '', row) : String(row), row)[language];
  return { source: used.findIndex((one) => one.other === other && one.table === fact.table), row, cell, where: placeWords(figures, fact.at, language), column: figures.columns.find((one) => one.name === name)?.title ?? name, value: fact.values[name] ?? null };
}

/** The columns of the data set itself that it was read from. */
export function measuresOf(figure: Figure): string[] {
  const own = figure.from.filter(({ other }) => !other);
  return figure.from.length > 0 ? [...new Set(own.flatMap(measuresOf))] : [figure.query.column];
}
