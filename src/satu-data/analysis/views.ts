import type { Language } from 'tertib';
import type { AnalysisTable, AnalysisView, FigureCell, TableQuery } from './analysis.schemas.js';
import type { DatasetFigures } from './opened.js';
import type { Dimension } from './dimensions.js';
import { inOrder, type Figures } from './figures.js';
import { figureTitle, incompleteWords, placeWords, unitOf, whyWords } from './figure-words.js';
import { isDecimal } from './decimal.js';
import { QueryError } from './query-error.js';
import { queryText, type Operation, type Query } from './query.js';
import { regionLevels } from './region-parts.js';
import { gapWords, sinceWords } from './since-words.js';
import { settled } from './query-problem.js';

/** More than anybody reads at once. */
const MOST_CELLS = 200;
const PAGE = 50;

/** What there is to see of a data set, as its page begins. */
export function overview({ dataset, officeName, figures, sources, notCompared }: DatasetFigures, { maps, language }: { readonly maps: boolean; readonly language: Language }): Omit<AnalysisView, 'report'> {
  const own = figures.cube.facts.filter(({ table }) => table === 0);
  const summed = sources[0]?.summed ?? null;
  const measures = figures.columns.filter(({ name }) => !dataset.indicators.some((one) => one.name === name));
  const cells = own.flatMap((fact) => measures.filter(({ name }) => !isDecimal(fact.values[name])).map(({ title }) => ({ row: summed === null ? (sources[0]?.layout.rowNumbers[fact.row] ?? fact.row + 1) : null, where: placeWords(figures, fact.at, language), column: title })));
  const { gaps } = figures;
  return {
    id: dataset.id, caseId: dataset.periodId, title: dataset.title, office: officeName, period: sources[0]?.period.title ?? '',
    columns: figures.columns.map(({ name, title, unit }) => ({ name, title, unit: unit ?? '', formula: figures.formulaOf(name, language), addsUp: figures.addsUp(name) })),
    dimensions: figures.cube.dimensions.map((one) => ({ name: one.name, title: one.title, role: one.role, values: figures.cube.valuesOf(one.name).length, levels: levelsOf(figures, one).map((level) => ({ level, title: figures.cube.places.levelTitle(one.name, level) })) })),
    periods: [...figures.cube.valuesOf(figures.period.name)], rows: summed ?? own.length, summedBy: summed === null ? null : figures.cube.dimensions.map(({ title }) => title), notCompared: notCompared.map(({ title }) => title), maps,
    missing: { count: cells.length, cells: cells.slice(0, MOST_CELLS), absent: gaps.length, absentRows: gaps.slice(0, MOST_CELLS).map((where) => placeWords(figures, where, language)) },
  };
}

/** @throws {QueryError} for what the data set does not have. */
export function tableView({ figures }: DatasetFigures, { language, ...asked }: TableQuery & { readonly language: Language }): AnalysisTable {
  const { column, dimension, period, level } = choice(figures, asked);
  const rows = valuesAt(figures, dimension, level).map((value) => ({ value, where: inOrder(figures.cube.dimensions, { [figures.period.name]: period, [dimension.name]: value }) }));
  const isTimes = dimension.role === 'period';
  const pages = Math.max(1, Math.ceil(rows.length / PAGE));
  const page = Math.min(asked.page, pages);
  const cell = (operation: Operation, where: Query['where']) => figureCell(figures, { column, operation, where });
  return {
    column, by: dimension.name, period, level, page, pages, since: isTimes ? null : sinceWords(figures, { [figures.period.name]: period }),
    rows: rows.slice((page - 1) * PAGE, page * PAGE).map(({ value, where }) => {
      const ranked = figures.rankedBy(where) !== null;
      return {
        value, label: figures.cube.places.title(dimension.name, value, language), since: isTimes && gapWords(figures, where) ? sinceWords(figures, where) : null, nilai: cell('nilai', where), selisih: cell('selisih', where), pertumbuhan: cell('pertumbuhan', where),
        pangsa: ranked && figures.addsUp(column) ? cell('pangsa', where) : null, peringkat: ranked ? cell('peringkat', where) : null,
      };
    }),
    total: cell('nilai', { [figures.period.name]: period }),
  };
}

/** What is meant where nothing is said: the first column, the regions at their lowest level, and the newest period of the table. */
export function choice(figures: Figures, { column, by, period, level }: Omit<TableQuery, 'page'>) {
  const { dimensions } = figures.cube;
  const dimension = (by === undefined ? (dimensions.find(({ role }) => role === 'region') ?? dimensions[0]) : dimensions.find(({ name }) => name === by)) as Dimension | undefined;
  if (!dimension) throw new QueryError({ id: `Kolom kunci “${by}” tidak ada.`, en: `There is no key column “${by}”.` });
  const when = period ?? figures.periods.at(-1) ?? '';
  const name = column ?? figures.columns[0]?.name ?? '';
  const query = settled(figures, { column: name, operation: 'nilai', where: { [figures.period.name]: when } });
  if ('id' in query) throw new QueryError(query);
  const levels = levelsOf(figures, dimension);
  return { column: name, dimension, period: when, level: dimension.role === 'region' ? (level ?? levels.at(-1) ?? null) : null };
}

/** The values of a dimension; of regions those of one level. */
export const valuesAt = (figures: Figures, { name, role }: Dimension, level: number | null): string[] =>
  figures.cube.valuesOf(name).filter((value) => role !== 'region' || figures.cube.places.level(name, value) === level);

export const figureCell = (figures: Figures, query: Query): FigureCell => {
  const figure = figures.of(query);
  return { id: queryText(query), value: figure.value, unit: unitOf(figures, query), why: whyWords(figures, figure), incomplete: incompleteWords(figures, figure) };
};

export const titled = (figures: Figures, query: Query) => ({ figure: figureCell(figures, query), title: figureTitle(figures, query) });

/** 1 is outermost. */
const levelsOf = ({ cube }: Figures, { name, role }: Dimension): number[] => (role === 'region' ? regionLevels(cube, name) : []);
