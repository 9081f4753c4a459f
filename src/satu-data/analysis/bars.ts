import { areAlike, byPeriod, newestOf } from '../tables/written-period.js';
import type { Row } from './analyse.js';
import type { Fact, Where } from './cube.js';
import { decimal } from './decimal.js';
import { COLLECTED, type Dimension } from './dimensions.js';
import { isIncomplete, type Figure } from './figure.js';
import { inOrder, type Figures } from './figures.js';
import type { LargeAnalysed } from './opened.js';

/** A measure held against the values of one key. */
export interface Bar {
  readonly code: string;
  readonly value: string;
  readonly incomplete: boolean;
  /** Rows of the table that were added up, by their index; of a large table those of its first rows. */
  readonly rows: readonly number[];
  /** Rows that stand for the same and were not: others contain them. */
  readonly without: readonly number[];
}

/** What a table's bars show, and how much of it there is. */
export interface Bars {
  readonly measure: string;
  /** The key, by its title and by its name. */
  readonly by: string;
  readonly key: string;
  /** Null where each bar is one. */
  readonly period: string | null;
  /** What all rows have that were added up: where the period is a key, and each other key of which there is one value. */
  readonly at: Where;
  /** The key in `at` that is the period; null where it is none. */
  readonly periodKey: string | null;
  /** As many as are drawn: the largest first; where they are times, the newest ones in their order. */
  readonly bars: readonly Bar[];
  readonly areTimes: boolean;
  readonly count: number;
  /** Whether something is missing in it. */
  readonly incomplete: boolean;
  /** Whether some are not drawn because a number in them is protected. */
  readonly hides: boolean;
}

export interface AskedBars {
  readonly column: string;
  /** Rows in which it is not told. */
  readonly hidden: readonly number[];
}

export const MOST_BARS = 40;
/** One bar is held against nothing. */
const FEWEST_BARS = 2;

type Drawn = Pick<Bar, 'code' | 'value' | 'incomplete'> & { readonly facts: readonly Fact[] };

/**
 * A column by region, or by the first other key that tells things apart, in the newest period. Where it adds up, it is added up over the other keys; where not, only rows that tell of all
 * (`Jumlah`) are taken, and of what does not add up over months the newest month. Null where that leaves nothing to compare. No sum has a hidden cell in it.
 */
export function barsOf(figures: Figures, large: Pick<LargeAnalysed, 'rows'> | null, asked: AskedBars): Bars | null {
  const newest = figures.periods.at(-1);
  if (newest === undefined || !figures.columns.some(({ name }) => name === asked.column)) return null;
  const { name: period } = figures.period;
  for (const by of inTurn(figures)) {
    const when: Where[] = by.role === 'period' ? [{}] : [{ [period]: newest }, { [period]: newest, ...newestTimes(figures, by, newest) }];
    for (const where of when) {
      const found = barsBy(figures, by, where, asked);
      if (found.all.length >= FEWEST_BARS) return shown(figures, large, { by, where, ...found }, asked.column);
    }
  }
  return null;
}

/** What was found of one key, before it is cut to what is drawn. */
interface Found {
  readonly by: Dimension;
  readonly where: Where;
  readonly all: readonly Drawn[];
  readonly lacks: boolean;
  readonly hides: boolean;
}

function barsBy(figures: Figures, by: Dimension, where: Where, { column, hidden }: AskedBars): Pick<Found, 'all' | 'lacks' | 'hides'> {
  const secret = new Set(hidden);
  const figureAt = (more: Where): Figure => figures.of({ column, operation: 'nilai', where: inOrder(figures.cube.dimensions, { ...where, ...more }) });
  const asked = valuesBy(figures, by, where).map((code) => ({ code, figure: figureAt({ [by.name]: code }) }));
  const told = asked.filter(({ figure }) => !figure.facts.some(({ row }) => secret.has(row)));
  const all = told.flatMap(({ code, figure }) => drawn(figures, code, figure));
  return { all, hides: told.length < asked.length, lacks: all.length < told.length || all.some(({ incomplete }) => incomplete) || figureAt({}).absent.length > 0 };
}

function shown(figures: Figures, large: Pick<LargeAnalysed, 'rows'> | null, { by, where, all, lacks, hides }: Found, column: string): Bars {
  const bars = isTime(by) ? all.slice(-MOST_BARS) : all.toSorted((a, b) => decimal(b.value).cmp(a.value)).slice(0, MOST_BARS);
  const at = alike(figures, by, bars);
  const { name: period } = figures.period;
  return {
    measure: column, by: by.title, key: by.name, period: where[period] ?? null, periodKey: period in at ? period : null, at, areTimes: isTime(by), count: all.length, incomplete: lacks, hides,
    bars: withRows(figures, large, by, where, bars),
  };
}

const isTime = ({ role, isTime: short }: Dimension): boolean => role === 'period' || short === true;

/** What a table is divided by, that which says most first. */
const inTurn = ({ cube }: Figures): Dimension[] => cube.dimensions.toSorted((a, b) => rank(a) - rank(b));
const rank = ({ role, isTime: short }: Dimension): number => (role === 'region' ? 0 : role === 'period' ? 3 : short ? 2 : 1);

/** Where a period has several months, the newest of them: what is there in each does not add up over them. */
function newestTimes({ cube, period }: Figures, by: Dimension, newest: string): Row {
  const facts = cube.facts.filter(({ at }) => at[period.name] === newest);
  return Object.fromEntries(cube.dimensions.flatMap(({ name, isTime: short }) => {
    const time = short && name !== by.name ? newestOf(facts.flatMap(({ at }) => at[name] ?? [])) : undefined;
    return time === undefined ? [] : [[name, time] as const];
  }));
}

/** The values of a key that stand beside each other, times in their order. */
function valuesBy(figures: Figures, by: Dimension, where: Where): readonly string[] {
  if (by.role === 'period') return figures.periods.filter((one) => areAlike(one, figures.periods.at(-1) ?? ''));
  const values = undivided(figures, by.name, where);
  return isTime(by) ? values.toSorted(byPeriod) : values;
}

/** At the lowest level at which nothing of the table is left out, so that no whole stands beside its parts. */
function undivided({ cube }: Figures, name: string, where: Where): string[] {
  const { places } = cube;
  const there = [...new Set(cube.facts.flatMap(({ at }) => (isAt(at, where) ? (at[name] ?? []) : [])))];
  const named = there.filter((code) => !places.isLooseSubtotal(name, code));
  const own = named.length > 0 ? named : there;
  // A region takes in what lies in it; any other whole is there where a row tells of it.
  const takesIn = cube.dimensions.find(({ role }) => role === 'region')?.name === name;
  const upTo = (code: string, level: number): string | undefined => [code, ...places.around(name, code)].find((one) => places.level(name, one) === level && (takesIn || own.includes(one)));
  const wholes = new Set(own.flatMap((code) => places.around(name, code)));
  for (const level of [...new Set(own.map((code) => places.level(name, code)))].toSorted((a, b) => b - a)) {
    const lifted = own.map((code) => upTo(code, level) ?? (wholes.has(code) && places.level(name, code) < level ? [] : null));
    if (!lifted.includes(null)) return [...new Set(lifted.flatMap((code) => code ?? []))];
  }
  return [];
}

const isAt = (at: Row, where: Where): boolean => Object.entries(where).every(([name, value]) => at[name] === value);

/** Nothing where there is no value, nor where of rows that were added up one does not say what it is of: it may contain the others. */
function drawn({ cube }: Figures, code: string, figure: Figure): Drawn[] {
  const { value, facts } = figure;
  if (value === null || (facts.length > 1 && facts.some(({ at }) => cube.dimensions.some(({ name }) => at[name] === undefined)))) return [];
  return [{ code, value, incomplete: isIncomplete(figure), facts }];
}

/** The keys of the table itself: when it was collected is none. */
const keysOf = ({ cube }: Figures): string[] => cube.dimensions.flatMap(({ name }) => (name === COLLECTED.name ? [] : [name]));

function alike(figures: Figures, by: Dimension, bars: readonly Drawn[]): Where {
  const facts = bars.flatMap((one) => one.facts);
  return Object.fromEntries(keysOf(figures).flatMap((name) => {
    const [value, ...others] = new Set(facts.map(({ at }) => at[name]));
    return name === by.name || value === undefined || others.length > 0 ? [] : [[name, value] as const];
  }));
}

/** Of a large table facts are sums: the rows of its file have the same keys. */
function withRows(figures: Figures, large: Pick<LargeAnalysed, 'rows'> | null, { name }: Dimension, where: Where, drawnBars: readonly Drawn[]): Bar[] {
  const { cube } = figures;
  const keys = keysOf(figures);
  const placeOf = (at: Row): string => JSON.stringify(keys.map((key) => at[key] ?? null));
  const added = new Map(drawnBars.flatMap(({ facts }, index) => facts.map(({ at }) => [placeOf(at), index] as const)));
  const barOf = new Map(drawnBars.map(({ code }, index) => [code, index]));
  const found = drawnBars.map(() => ({ rows: [] as number[], without: [] as number[] }));
  const asked = Object.fromEntries(Object.entries(where).filter(([key]) => keys.includes(key)));
  for (const { row, at } of large ? large.rows.map((values, index) => ({ row: index, at: values })) : cube.facts) {
    const mine = added.get(placeOf(at));
    if (mine !== undefined) found[mine]?.rows.push(row);
    else if (isAt(at, asked)) {
      const code = at[name] ?? '';
      const within = [code, ...cube.places.around(name, code)].flatMap((one) => barOf.get(one) ?? [])[0];
      if (within !== undefined) found[within]?.without.push(row);
    }
  }
  return drawnBars.map(({ code, value, incomplete }, index) => ({ code, value, incomplete, rows: found[index]?.rows ?? [], without: found[index]?.without ?? [] }));
}
