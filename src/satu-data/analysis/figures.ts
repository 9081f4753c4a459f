import type { Big } from 'big.js';
import type { Language, Text } from 'tertib';
import type { MeasuredColumn } from './analyse.js';
import { unevenBetween, type Uneven } from './coverage.js';
import type { Cube, Fact, Where } from './cube.js';
import { decimal, isDecimal, ratio, sum } from './decimal.js';
import { addsOverTime, isAdditive } from '../datasets/additivity.js';
import type { Dimension } from './dimensions.js';
import { isOfSums } from './formula/degree.js';
import { otherColumn } from './formula/other-column.js';
import { formulaWords } from './formula-words.js';
import { indicatorOf, type ReadIndicator } from './indicators.js';
import { isIncomplete, made, type Figure, type Reason } from './figure.js';
import type { Query } from './query.js';
import { regionPart, type RegionPart } from './region-parts.js';
import { byPeriod, periodBefore } from '../tables/written-period.js';

/** The other data sets of the period whose columns formulas name. */
export interface OtherData {
  /** The figure of such a column at the same region and period. */
  figure(own: Figures, query: Query, name: string): Figure;
  /** What two figures of the same column, of two periods, do not cover both. */
  uneven(now: Figure, before: Figure): Uneven | null;
  /** Whether such a column adds up there. */
  addsUp(name: string): boolean;
  /** What people call the column, and its data set. */
  title(name: string): string;
}

/** What a figure is ranked among, and what of it is missing. */
type Peers = Pick<Figure, 'empty' | 'absent' | 'apart' | 'unranked'> & { readonly largestFirst: readonly Big[] };

/** Growth and share are told to two decimals. */
const DECIMALS = 2;

/** A page asks for the same figures again and again; who asks for each row of a large table does so once. */
const MOST_KNOWN = 10_000;

/** Answers queries about a cube. What is missing stays missing, and is told of whatever was made from it. */
export class Figures {
  readonly period: Dimension;
  /** Periods of the table itself, not of the earlier ones; the newest last. */
  readonly periods: readonly string[];
  private readonly known = new Map<string, Figure>();
  private readonly ranks = new Map<string, Peers>();
  /** Coordinates that the data list expects, and no row of the table has; of periods that it does not tell of, no row of the earlier ones either. */
  readonly gaps: readonly Where[];
  private readonly filled: ReadonlySet<string>;
  private readonly region: string | undefined;
  private readonly expectedRegions: readonly string[];
  private readonly told = new Map<string, ReadonlySet<string>>();

  constructor(
    readonly cube: Cube,
    private readonly measures: readonly MeasuredColumn[],
    private readonly indicators: readonly ReadIndicator[],
    expected: readonly Where[] = [],
    private readonly others?: OtherData,
  ) {
    this.period = cube.dimensions.find(({ role }) => role === 'period') as Dimension;
    this.region = cube.dimensions.find(({ role }) => role === 'region')?.name;
    this.expectedRegions = [...new Set(expected.flatMap((place) => place[this.region ?? ''] ?? []))];
    this.periods = [...new Set(cube.facts.flatMap(({ table, at }) => (table === 0 ? (at[this.period.name] ?? []) : [])))].toSorted(byPeriod);
    const names = Object.keys(expected[0] ?? {});
    const isOfOthers = ({ at }: Fact): boolean => names.includes(this.period.name) && !this.periods.includes(at[this.period.name] ?? '');
    const there = new Set(cube.facts.filter((fact) => fact.table === 0 || isOfOthers(fact)).map(({ at }) => JSON.stringify(names.map((name) => at[name]))));
    this.gaps = expected.filter((place) => !there.has(JSON.stringify(names.map((name) => place[name]))));
    this.filled = new Set(this.gaps.length > 0 ? cube.facts.map(({ at }) => this.placeIn(names, at)) : []);
  }

  /** Everything that can be asked for: measures, then indicators. */
  get columns(): readonly MeasuredColumn[] {
    return [...this.measures, ...this.indicators.map(({ name, title, unit }) => ({ name, title, unit, type: 'number' as const }))];
  }

  /** In words; null for a column that is not computed. */
  formulaOf(column: string, language: Language): string | null {
    const found = this.indicators.find(({ name }) => name === column);
    return found ? formulaWords(found, this.measures, language, (name) => this.others?.title(name) ?? name) : null;
  }

  addsUp(column: string): boolean {
    return this.measures.some((one) => one.name === column && isAdditive(one));
  }

  /** The dimension whose values are ranked among each other; none where it could be several. */
  rankedBy(where: Where): Dimension | null {
    const others = this.cube.dimensions.filter(({ name, role, isTime }) => role !== 'period' && !isTime && name in where);
    return others.find(({ role }) => role === 'region') ?? (others.length === 1 ? (others[0] ?? null) : null);
  }

  /** @param query one that {@link settled} has let through. */
  of(query: Query): Figure {
    const key = JSON.stringify(query);
    const known = this.known.get(key);
    if (known) return known;
    const figure = this[query.operation](query);
    if (this.known.size >= MOST_KNOWN) this.known.clear();
    this.known.set(key, figure);
    return figure;
  }

  private nilai(query: Query): Figure {
    const indicator = this.indicators.find(({ name }) => name === query.column);
    if (indicator) return this.computed(query, indicator);
    const facts = this.cube.select(query.where);
    const values = facts.map(({ values: row }) => row[query.column]);
    const empty = facts.filter((fact, index) => !isDecimal(values[index]) && !this.cube.isDoubled(fact));
    const hinders = this.hinders(query, facts);
    const value = hinders ? null : sum(values);
    const why = value === null ? (this.cube.changedIn(facts, query.column) ?? hinders ?? 'empty') : null;
    return { query, value, why, facts, empty, absent: this.absent(query.where), part: this.partOf(query.where, facts), from: [] };
  }

  private partOf(where: Where, facts: readonly Fact[]): RegionPart | null {
    return this.region === undefined ? null : regionPart(this.cube, { region: this.region, period: this.period.name }, where, facts, this.expectedRegions);
  }

  /** Why rows are not added up. A quarter stands for its months only in what adds up over times. */
  private hinders({ column, where }: Query, facts: readonly Fact[]): Reason | null {
    const isFlow = this.measures.some((one) => one.name === column && addsOverTime(one));
    const told = isFlow || !this.cube.hasTimesWithin ? facts : this.cube.selectTimes(where);
    if (!this.addsUp(column)) return told.length > 1 ? 'not-additive' : told.some((fact) => !this.isOfAll(fact, where)) ? 'of-part' : null;
    if (!isFlow && this.cube.isOverTime(told)) return 'over-time';
    return this.cube.overlap(facts, where) ? 'overlap' : null;
  }

  /** Whether a row is of all that was asked for: in what was not said it has the only value of the table, or the one that stands for all the others. */
  private isOfAll({ at }: Fact, where: Where): boolean {
    const { places } = this.cube;
    return this.cube.dimensions.every(({ name }) => {
      const [asked, own] = [where[name], at[name]];
      if (asked !== undefined || own === undefined) return asked === undefined || own === asked;
      return [...this.valuesTold(name)].every((value) => places.isWithin(name, value, own) || (value !== own && places.isLooseSubtotal(name, value)));
    });
  }

  private valuesTold(name: string): ReadonlySet<string> {
    const known = this.told.get(name) ?? new Set(this.cube.facts.flatMap(({ at }) => at[name] ?? []));
    this.told.set(name, known);
    return known;
  }

  /** Of sums, never a sum of what was computed; and not of sums of a part, which would mislead. */
  private computed(query: Query, indicator: ReadIndicator): Figure {
    const { others } = this;
    const from = indicator.columns.map((column) => (others && otherColumn(column) ? others.figure(this, query, column) : this.of({ ...query, column })));
    const said = together(from.flatMap(({ other }) => other?.said ?? []));
    if (said) return { ...made(query, from, null, 'other'), said };
    if (from.every(({ value }) => value !== null) && from.some(isIncomplete)) return made(query, from, null, 'incomplete');
    if (from.every(({ value }) => value !== null) && !this.isOfSums(indicator) && from.some((one) => !one.other && this.cube.areSums(one.facts))) return made(query, from, null, 'not-of-sums');
    const result = indicatorOf(indicator, (column) => from[indicator.columns.indexOf(column)]?.value ?? undefined);
    if ('value' in result) return made(query, from, result.value, null);
    // A column may be without a sum though all its values are there.
    const lacks = result.why === 'empty' && from[indicator.columns.indexOf(result.column)];
    return made(query, from, null, (lacks && lacks.why) || result.why);
  }

  private isOfSums({ read }: ReadIndicator): boolean {
    return isOfSums(read, (column) => (this.others && otherColumn(column) ? this.others.addsUp(column) : this.addsUp(column)));
  }

  private selisih(query: Query): Figure {
    return this.compared(query, (now, before) => decimal(now).minus(before).toFixed());
  }

  private pertumbuhan(query: Query): Figure {
    return this.compared(query, (now, before) => ratio(decimal(now).minus(before).toFixed(), decimal(before).abs().toFixed(), '100', DECIMALS));
  }

  /** With the period before; two sums of which one is of a part, or that cover different things, are not compared. */
  private compared(query: Query, work: (now: string, before: string) => string | null): Figure {
    const [now, before] = this.since(query);
    if (!before) return made(query, [now], null, now.why ?? 'no-period-before');
    const from = [now, before];
    if (now.value === null || before.value === null) return made(query, from, null, now.why ?? before.why);
    if (from.some(isIncomplete)) return made(query, from, null, 'incomplete');
    const uneven = this.unevenOf(now, before);
    if (uneven) return made(query, from, null, 'coverage', uneven);
    const value = work(now.value, before.value);
    return made(query, from, value, value === null ? 'zero-before' : null);
  }

  /** What a value and that of the period before it do not cover both; null where they can be compared, or one of them is not there. */
  uneven(query: Query): Uneven | null {
    const [now, before] = this.since(query);
    return before && now.value !== null && before.value !== null ? this.unevenOf(now, before) : null;
  }

  private unevenOf(now: Figure, before: Figure): Uneven | null {
    const found = unevenBetween(this.cube, now, before) ?? this.unevenOther(now, before);
    return found && { ...found, earlier: before.query.where[this.period.name] as string };
  }

  /** Of an indicator, also what the other data sets that it uses do not cover in both periods. */
  private unevenOther(now: Figure, before: Figure): Uneven | null {
    if (now.other) return this.others?.uneven(now, before) ?? null;
    return now.from.reduce<Uneven | null>((found, one, index) => { const then = before.from[index]; return found ?? (then ? this.unevenOther(one, then) : null); }, null);
  }

  private pangsa(query: Query): Figure {
    const part = this.of({ ...query, operation: 'nilai' });
    if (part.part) return made(query, [part], null, 'incomplete');
    const whole = this.of({ column: query.column, operation: 'nilai', where: this.whenOf(query.where) });
    const value = ratio(part.value ?? undefined, whole.value ?? undefined, '100', DECIMALS);
    return made(query, [part, whole], value, value !== null ? null : (part.why ?? whole.why ?? 'division'));
  }

  /** The period, and the month of it where one is asked for. */
  private whenOf(where: Where): Where {
    return Object.fromEntries(this.cube.dimensions.flatMap(({ name, role, isTime }) => { const value = where[name]; return value !== undefined && (role === 'period' || isTime) ? [[name, value] as const] : []; }));
  }

  /** Largest first; equals share a rank (1, 2, 2, 4). */
  private peringkat(query: Query): Figure {
    const own = this.of({ ...query, operation: 'nilai' });
    if (!isDecimal(own.value)) return made(query, [own], null, own.why ?? 'empty');
    if (own.part) return made(query, [own], null, 'incomplete');
    const mine = decimal(own.value);
    const { largestFirst, ...lacks } = this.peers(query);
    return { query, value: String(larger(largestFirst, mine) + 1), why: null, facts: own.facts, ...lacks, from: [own] };
  }

  /** Values of what it is ranked among: regions of the same level, or the other values of the dimension. */
  private peers({ column, where }: Query): Peers {
    const by = this.rankedBy(where) as Dimension;
    const { places } = this.cube;
    const level = places.level(by.name, where[by.name] ?? '');
    const rest = Object.fromEntries(Object.entries(where).filter(([name]) => name !== by.name));
    const key = JSON.stringify([column, by.name, level, rest]);
    const known = this.ranks.get(key);
    if (known) return known;
    const among = this.cube.valuesOf(by.name).filter((value) => places.level(by.name, value) === level);
    const figures = among.map((value) => this.of({ column, operation: 'nilai', where: inOrder(this.cube.dimensions, { ...rest, [by.name]: value }) }));
    const { empty, absent, apart = [] } = made({ column, operation: 'peringkat', where }, figures, null, null);
    const unranked = figures.filter(({ value, facts, empty: blank, part }) => part || (value === null && facts.length > blank.length)).length;
    const peers = { unranked, largestFirst: figures.flatMap(({ value }) => (value === null ? [] : [decimal(value)])).sort((a, b) => b.cmp(a)), empty, absent, apart };
    this.ranks.set(key, peers);
    return peers;
  }

  /** The period that one is compared with: the newest earlier one that there is, which may be years ago. */
  earlier(period: string): string | null {
    return periodBefore(period, this.cube.valuesOf(this.period.name));
  }

  private since(query: Query): [now: Figure, before: Figure | null] {
    const { name } = this.period;
    const now = this.of({ ...query, operation: 'nilai' });
    const earlier = this.earlier(query.where[name] as string);
    return [now, earlier === null ? null : this.of({ ...query, operation: 'nilai', where: { ...query.where, [name]: earlier } })];
  }

  /** A place that is expected whatever the period is looked for in those of the table; of such a period that it tells of in part, an earlier table may have it. */
  private absent(where: Where): Where[] {
    const { name: period } = this.period;
    const when = where[period] ?? this.periods[0] ?? '';
    const isOwn = this.periods.includes(when);
    return this.gaps.filter((place) => (isOwn || period in place) && Object.entries(where).every(([name, value]) => !(name in place) || this.cube.places.isWithin(name, place[name], value)) && !this.filled.has(this.placeIn(Object.keys(place), { [period]: when, ...place })));
  }

  /** Where it is in these dimensions, and when. */
  private placeIn(names: readonly string[], at: Where): string {
    return JSON.stringify([...names, this.period.name].map((name) => at[name]));
  }
}

/** How many are larger, by halving: a rank among many regions is asked for as often as there are regions. */
function larger(largestFirst: readonly Big[], mine: Big): number {
  let [from, to] = [0, largestFirst.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (largestFirst[middle]?.gt(mine)) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Each sentence once. */
function together(said: readonly Text[]): Text | null {
  const all = (language: Language): string => [...new Set(said.map((one) => one[language]))].join(' ');
  return said.length > 0 ? { id: all('id'), en: all('en') } : null;
}

/** Of the same coordinates there is one way to write them. */
export const inOrder = (dimensions: readonly Dimension[], where: Where): Where =>
  Object.fromEntries(dimensions.flatMap(({ name }) => { const value = where[name]; return value === undefined ? [] : [[name, value] as const]; }));
