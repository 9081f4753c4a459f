import type { Text } from 'tertib';
import { isSamePeriod, isOfSchoolYear } from '../../tables/written-period.js';
import { unevenBetween, type Uneven } from '../coverage.js';
import type { Where } from '../cube.js';
import { incompleteWords, placeWords, REASONS, unevenWords } from '../figure-words.js';
import type { Figure } from '../figure.js';
import { inOrder, type Figures, type OtherData } from '../figures.js';
import { otherColumn, sameName, type OtherColumn } from '../formula/other-column.js';
import type { DatasetFigures } from '../opened.js';
import type { Query } from '../query.js';
import { onlyIn, type Covered, type Side } from './covered.js';
import { SAID } from './other-words.js';

/** Another data set that formulas name, opened; without what it found where it cannot be used. */
export interface OtherTable {
  readonly name: string;
  readonly title: string;
  readonly found: DatasetFigures | null;
  readonly lacks: Text | null;
}

/** A figure of another data set is the sum of its rows at the same region and period, by its own rules. Where something of that is missing, or the two do not cover the same regions, a sentence says so, and nothing is computed. */
export class OtherTables implements OtherData {
  constructor(readonly tables: readonly OtherTable[]) {}

  title(name: string): string {
    const written = otherColumn(name);
    const table = written && this.tables[this.indexOf(written)];
    if (!written || !table) return name;
    return `${titleOf(table, written.column)} (${table.title})`;
  }

  figure(own: Figures, query: Query, name: string): Figure {
    const written = otherColumn(name) ?? { dataset: name, column: name };
    const index = this.indexOf(written);
    const table = this.tables[index];
    const { figure, said } = found(own, query, written, table);
    return { ...(figure ?? { query: { column: written.column, operation: 'nilai', where: {} }, value: null, why: 'other', facts: [], empty: [], absent: [], from: [] }), other: { index, said } };
  }

  uneven(now: Figure, before: Figure): Uneven | null {
    const { title = '', found: opened = null } = this.tables[now.other?.index ?? -1] ?? {};
    const uneven = opened && unevenBetween(opened.figures.cube, now, before);
    return uneven && { ...uneven, said: SAID.changed(title, unevenWords(opened.figures, uneven, now.query)) };
  }

  addsUp(name: string): boolean {
    const written = otherColumn(name);
    return this.tables[written ? this.indexOf(written) : -1]?.found?.figures.addsUp(written?.column ?? '') ?? true;
  }

  private indexOf({ dataset }: OtherColumn): number {
    return this.tables.findIndex(({ name }) => sameName(name) === sameName(dataset));
  }
}

const titleOf = ({ found: opened }: OtherTable, column: string): string => opened?.figures.columns.find(({ name }) => name === column)?.title ?? column;

interface Found {
  readonly figure: Figure | null;
  /** Why it cannot be used. */
  readonly said: Text | null;
}
const not = (said: Text, figure: Figure | null = null): Found => ({ figure, said });

function found(own: Figures, query: Query, { dataset, column }: OtherColumn, table: OtherTable | undefined): Found {
  if (!table?.found) return not(table?.lacks ?? SAID.unknown(dataset));
  const { figures, sources } = table.found;
  if (!figures.columns.some(({ name }) => name === column)) return not(sources[0]?.summed ? SAID.notSummed(table.title, column) : SAID.noColumn(table.title, column));
  const where = placeIn(own, query.where, table, figures);
  if ('id' in where) return not(where as Text);
  const figure = figures.of({ column, operation: 'nilai', where: where as Where });
  if (figure.facts.length === 0) return not(SAID.noRow(table.title, placeOf(own, query.where)), figure);
  if (figure.value === null) return not(SAID.without(table.title, titleOf(table, column), REASONS[figure.why ?? 'empty']), figure);
  const incomplete = incompleteWords(figures, figure);
  if (incomplete) return not(SAID.without(table.title, titleOf(table, column), incomplete), figure);
  return { figure, said: unlike(own, query, table, figure) };
}

/** The same region and period, as the other data set writes them; or why there is none. */
function placeIn(own: Figures, where: Where, table: OtherTable, theirs: Figures): Where | Text {
  const [mine, their] = [regionOf(own), regionOf(theirs)];
  if (mine?.scheme !== their?.scheme || Boolean(mine) !== Boolean(their)) return theirSummary(table) ? SAID.notSummedByRegion(table.title) : SAID.otherRegions(table.title);
  const detail = own.cube.dimensions.find(({ name, role }) => role === 'other' && name in where);
  if (detail) return SAID.detail(table.title, detail.title);
  const asked = where[own.period.name] ?? '';
  const periods = theirs.cube.valuesOf(theirs.period.name).filter((one) => isSamePeriod(one, asked) && isOfSchoolYear(one) === isOfSchoolYear(asked));
  const [period] = periods;
  if (period === undefined || periods.length > 1) return period === undefined ? SAID.noPeriod(table.title, asked) : SAID.twice(table.title, periods);
  const region = mine && where[mine.name];
  return inOrder(theirs.cube.dimensions, { [theirs.period.name]: period, ...(their && region !== undefined && { [their.name]: region }) });
}

const placeOf = (own: Figures, where: Where): Text => ({ id: placeWords(own, where, 'id'), en: placeWords(own, where, 'en') });

const theirSummary = ({ found: opened }: OtherTable): boolean => typeof opened?.sources[0]?.summed === 'number';

const MOST_NAMED = 3;

/** Sums over regions, or times, of which one table has fewer are not set against each other. */
function unlike(own: Figures, query: Query, table: OtherTable, figure: Figure): Text | null {
  const theirs = table.found?.figures;
  if (!theirs) return null;
  const sides = [
    { figures: own, region: regionOf(own)?.name ?? null, period: query.where[own.period.name] ?? '', facts: own.cube.select(query.where) },
    { figures: theirs, region: regionOf(theirs)?.name ?? null, period: figure.query.where[theirs.period.name] ?? '', facts: figure.facts },
  ] as const;
  const only = onlyIn(...sides);
  const both = [...only.one, ...only.other];
  if (both.length === 0) return null;
  const areRegions = both.every(({ time }) => time === null);
  const isOneRegion = new Set(both.map(({ region }) => region)).size === 1;
  const named = (side: Side, places: readonly Covered[]): Text | null => {
    const words = (language: 'id' | 'en'): string[] => unique(places.map(({ region, time }) => [...(time !== null && isOneRegion ? [] : [regionWords(side, region, language)]), ...(time === null ? [] : [time])].join(', ')));
    const some = (language: 'id' | 'en'): string => { const all = words(language); return all.slice(0, MOST_NAMED).join('; ') + (all.length > MOST_NAMED ? '; …' : ''); };
    return places.length > 0 ? { id: some('id'), en: some('en') } : null;
  };
  return (areRegions ? SAID.coverage : SAID.times)(table.title, named(sides[0], only.one), named(sides[1], only.other));
}

const regionWords = ({ figures, region: name }: Side, region: string, language: 'id' | 'en'): string => (name !== null && figures.cube.places.title(name, region, language)) || '–';
const unique = <T>(all: readonly T[]): T[] => [...new Set(all)];

const regionOf = ({ cube }: Figures) => cube.dimensions.find(({ role }) => role === 'region');
