import type { Finding } from '../../../src/satu-data/verification/finding.js';
import type { Level, Rule, Variable } from '../../../src/satu-data/datasets/dataset.types.js';

/*
 * What some rules find, worked out once more in the plainest way: loops over rows, numbers as fractions of BigInt, nothing of the product. A mistake that both of its
 * checks share shows here. Which cells are wrong by themselves is taken from what was found; it is what these rules begin with.
 */

type Row = Readonly<Record<string, string | null>>;
type Tolerance = { readonly by: string; readonly in: 'unit' | 'percent' | 'score' } | null;

export interface Given {
  readonly variables: readonly Variable[];
  readonly rules: readonly Rule[];
  readonly settings: Readonly<Record<string, { readonly level: Level; readonly tolerance: Tolerance }>>;
  readonly rows: readonly Row[];
  /** Columns that the table has, and numbers of its rows in the source. */
  readonly columns: readonly string[];
  readonly rowNumbers: readonly number[];
  readonly last: readonly Row[] | undefined;
  readonly before: readonly Row[] | undefined;
  readonly regions: readonly string[];
  readonly found: readonly Finding[];
}

/** A finding without its sentence; of the difference from the delivery before, with what it counts. */
export interface Place {
  readonly rule: string;
  readonly row: number | null;
  readonly column: string | null;
  readonly counts?: readonly number[];
}

export const REWORKED = ['sum', 'grid', 'whole', 'outlier', 'change'];

/** What was found by these rules, in the same shape. */
export const placesOf = (findings: readonly Finding[]): Place[] =>
  findings.filter(({ rule }) => REWORKED.includes(rule)).map(({ rule, row, column, message }) => ({ rule, row, column, ...(rule === 'change' && { counts: ['sel berbeda', 'baris baru', 'baris tidak ada lagi'].map((what) => Number(new RegExp(`(\\d+) ${what}`).exec(message.id)?.[1] ?? 0)) }) }));

export function reworked(given: Given): Place[] {
  const places: Place[] = [];
  const faulty = new Set<string>();
  const faultsOf = (rules: readonly string[]): void => {
    for (const { rule, severity, row, column } of given.found) if (rules.includes(rule) && severity === 'ERROR') faulty.add(`${row}:${column}`);
  };
  faultsOf(['type', 'required', 'code', 'range', 'pattern', 'key']);
  const cell = (row: number, column: string): string | null => (faulty.has(`${given.rowNumbers[row]}:${column}`) ? null : (given.rows[row]?.[column] ?? null));
  const report = (rule: string, level: Level, row: number, column: string): void => {
    if (level === 'OFF') return;
    places.push({ rule, row: given.rowNumbers[row] ?? null, column });
    if (level === 'ERROR') faulty.add(`${given.rowNumbers[row]}:${column}`);
  };
  const weight = (rule: string): { level: Level; tolerance: Tolerance } => {
    let answer = given.settings[rule] ?? { level: 'OFF', tolerance: null };
    for (const one of given.rules) if (one.kind === 'built-in' && one.rule === rule) answer = one;
    return answer;
  };

  for (const rule of given.rules) {
    if (rule.kind === 'sum') {
      const { level, tolerance } = weight('sum');
      for (let row = 0; row < given.rows.length; row++) if (differs(cell(row, rule.total), rule.parts.map((part) => cell(row, part)), tolerance)) report('sum', level, row, rule.total);
    }
    if (rule.kind === 'grid' && given.columns.includes(rule.region)) {
      for (const period of gridPeriods(given, rule, cell)) {
        for (const region of rule.regions) {
          let there = false;
          for (let row = 0; row < given.rows.length; row++) {
            const anyPeriod = !rule.period || period === null || faulty.has(`${given.rowNumbers[row]}:${rule.period}`) || alikeTimes(cell(row, rule.period), period);
            if (cell(row, rule.region) === region && anyPeriod) there = true;
            if (faulty.has(`${given.rowNumbers[row]}:${rule.region}`) && standsFor(given.rows, row, rule.region, rule.regions) === region) there = true;
          }
          if (!there) places.push({ rule: 'grid', row: null, column: rule.region });
        }
      }
    }
  }
  faultsOf(['compare']);

  const periods = given.rules.flatMap((rule) => ((rule.kind === 'grid' || rule.kind === 'outlier') && rule.period ? [rule.period] : []));
  const measures = given.variables.filter(({ name, key, type, codes }) => !key && !codes && (type === 'integer' || type === 'number') && !periods.includes(name)).filter(({ additivity }) => additivity === 'sum').map(({ name }) => name);
  for (const layer of ['wilayah', 'jenis'].filter((name) => given.columns.includes(name) && given.variables.some((one) => one.name === name && one.key))) {
    const others = given.variables.filter(({ name, key }) => name !== layer && given.columns.includes(name) && (key || periods.includes(name))).map(({ name }) => name);
    for (const measure of measures) {
      const wrong: number[] = [];
      for (let whole = 0; whole < given.rows.length; whole++) {
        const parts = expectedParts(given, layer, cell(whole, layer));
        if (parts.length === 0 || others.some((name) => cell(whole, name) === null)) continue;
        const values = parts.map((part) => {
          for (let row = 0; row < given.rows.length; row++) if (cell(row, layer) === part && others.every((name) => cell(row, name) === cell(whole, name))) return cell(row, measure);
          return null;
        });
        if (differs(cell(whole, measure), values, weight('whole').tolerance)) wrong.push(whole);
      }
      for (const row of wrong) report('whole', weight('whole').level, row, measure);
    }
  }

  places.push(...outliers(given, cell, weight('outlier')), ...differences(given, weight('change').level));
  return places;
}

const PLACES = 40;
const ONE = 10n ** BigInt(PLACES);

/** A decimal as so many 10⁻⁴⁰; null for what is none. */
function fraction(text: string | null): bigint | null {
  const [, sign, whole = '', after = ''] = /^(-?)([0-9]+)(?:\.([0-9]+))?$/.exec(text ?? '') ?? [];
  if (whole === '') return null;
  const size = BigInt(whole + after.padEnd(PLACES, '0'));
  return sign ? -size : size;
}
const size = (value: bigint): bigint => (value < 0n ? -value : value);

/** Whether numbers add up to something else than is stated; not where one of them is missing. */
function differs(stated: string | null, parts: readonly (string | null)[], tolerance: Tolerance): boolean {
  const [total, values] = [fraction(stated), parts.map(fraction)];
  if (total === null || values.length === 0) return false;
  let made = 0n;
  for (const value of values) {
    if (value === null) return false;
    made += value;
  }
  const by = fraction(tolerance?.by ?? '0') ?? 0n;
  return tolerance?.in === 'percent' ? size(made - total) * 100n * ONE > size(total) * by : size(made - total) > by;
}

/** Those that are expected, unless most rows that say a time say one of another length. */
function gridPeriods({ rows }: Given, { period, periods }: Rule & { kind: 'grid' }, cell: (row: number, column: string) => string | null): (string | null)[] {
  if (!period) return [null];
  let most: { period: string | null; rows: number } | null = null;
  let said: { period: string; rows: number } | null = null;
  for (let first = 0; first < rows.length; first++) {
    const is = cell(first, period);
    let alike = 0;
    for (let row = 0; row < rows.length; row++) if (cell(row, period) === is) alike++;
    if (!most || alike > most.rows) most = { period: is, rows: alike };
    if (is !== null && (!said || alike > said.rows)) said = { period: is, rows: alike };
  }
  if (periods && periods.length > 0 && (!said || standing(said.period)?.long === standing(periods[0] ?? '')?.long)) return [...periods];
  return most ? [most.period] : [];
}

/** The same text, or the same time. */
function alikeTimes(a: string | null, b: string): boolean {
  const [one, other] = [standing(a ?? ''), standing(b)];
  return a === b || (one !== null && other !== null && one.long === other.long && one.first === other.first);
}

/** The region that a row with a wrong one takes the place of: the next one after that of the row above, or the one before that of the row below. */
function standsFor(rows: readonly Row[], row: number, column: string, regions: readonly string[]): string | undefined {
  if (row === 0) return regions[0];
  const above = regions.indexOf(rows[row - 1]?.[column] ?? '');
  return above >= 0 ? regions[above + 1] : regions[regions.indexOf(rows[row + 1]?.[column] ?? '') - 1];
}

/** Of the sample's codes: regions that begin with the province's, and the sexes of the total. */
function partsOf(layer: string, code: string | null, regions: readonly string[]): string[] {
  if (layer === 'jenis') return code === 'Jumlah' ? ['L', 'P'] : [];
  return code === null ? [] : regions.filter((one) => one.startsWith(`${code}.`));
}

/** Those that the data set asks for, where it asks for any; none where it asks for the whole and not for all of them. */
function expectedParts({ rules, regions }: Given, layer: string, code: string | null): string[] {
  const parts = partsOf(layer, code, regions);
  const asked: string[] = [];
  for (const rule of rules) if (rule.kind === 'grid' && rule.region === layer) asked.push(...rule.regions);
  const some = parts.filter((part) => asked.includes(part));
  if (some.length === 0) return parts;
  return some.length < parts.length && asked.includes(String(code)) ? [] : some;
}

/** Of a row with one measure: what it is now, and what it was. */
interface Moved {
  readonly row: number;
  readonly change: number;
}

function outliers(given: Given, cell: (row: number, column: string) => string | null, { level, tolerance }: { level: Level; tolerance: Tolerance }): Place[] {
  if (level === 'OFF' || !given.last) return [];
  const last = given.last;
  const odd = new Map<string, number[]>();
  for (const rule of given.rules) {
    if (rule.kind !== 'outlier') continue;
    const key = given.variables.filter((one) => (one.key || one.name === rule.region) && one.name !== rule.period).map(({ name }) => name);
    const changes: Moved[] = [];
    const begun: { row: number; is: number }[] = [];
    const sizes: number[] = [];
    const choice = choose(given, last, rule.period, cell);
    for (let row = 0; row < given.rows.length; row++) {
      const now = cell(row, rule.period);
      if (choice === 'none' || (choice !== 'any' && (now === null || (choice !== 'same' && now !== choice.now)))) continue;
      const alike = last.filter((old) => key.every((name) => cell(row, name) !== null && old[name] === cell(row, name)) && (choice === 'any' || old[rule.period] === (choice === 'same' ? now : choice.past)));
      const [is, was] = [double(cell(row, rule.column)), double(alike[0]?.[rule.column] ?? null)];
      if (alike.length === 1 && was !== 0 && Number.isFinite(is / was)) changes.push({ row, change: is / was - 1 });
      if (alike.length !== 1 || !Number.isFinite(is) || !Number.isFinite(was) || is === 0) continue;
      sizes.push(Math.abs(is));
      if (was === 0) begun.push({ row, is: Math.abs(is) });
    }
    const middle = halfway(changes.map(({ change }) => change));
    const usual = halfway(changes.map(({ change }) => Math.abs(change - middle)));
    const far = changes.filter(({ change }) => Math.abs(change - middle) >= 1e-9 && (usual === 0 || (0.6745 * Math.abs(change - middle)) / usual > Number(tolerance?.by)));
    odd.set(rule.column, [...(changes.length < 5 ? [] : far.map(({ row }) => row)), ...begun.filter(({ is }) => is >= halfway(sizes)).map(({ row }) => row)]);
  }
  const places: Place[] = [];
  for (const [column, rows] of odd) {
    for (const row of rows) {
      const saidByTotal = given.rules.some((rule) => rule.kind === 'sum' && rule.total !== column && rule.parts.includes(column) && odd.get(rule.total)?.includes(row));
      if (!saidByTotal) places.push({ rule: 'outlier', row: given.rowNumbers[row] ?? null, column });
    }
  }
  return places;
}

/** Which periods are held against each other. */
function choose({ rows, columns }: Given, last: readonly Row[], column: string, cell: (row: number, column: string) => string | null): 'any' | 'same' | 'none' | { now: string; past: string } {
  const old = last.flatMap((row) => row[column] ?? []);
  if (!columns.includes(column) || old.length === 0) return 'any';
  const now = rows.flatMap((_, row) => cell(row, column) ?? []);
  if (now.length === 0) return 'none';
  if (now.every((period) => old.includes(period))) return 'same';
  const latest = now.filter((period) => now.filter((one) => one === period).length >= 5).sort(earlierFirst).pop();
  const past = latest === undefined ? undefined : old.filter((period) => alikeLong(period, latest) && earlierFirst(period, latest) < 0).sort(earlierFirst).pop();
  return latest === undefined || past === undefined ? 'none' : { now: latest, past };
}

/** What is no time comes first, then all times by their first day. */
function earlierFirst(a: string, b: string): number {
  const [one, other] = [standing(a), standing(b)];
  if (one === null && other === null) return WORDS.compare(a, b);
  if (one === null || other === null) return one === null ? -1 : 1;
  return one.first - other.first || WORDS.compare(a, b);
}
const WORDS = new Intl.Collator('id', { numeric: true });
const alikeLong = (a: string, b: string): boolean => standing(a)?.long === standing(b)?.long;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'mei', 'jun', 'jul', 'agt', 'sep', 'okt', 'nov', 'des'];
/** Where a period begins and how long it is, of those that the random tables have. */
function standing(text: string): { long: number; first: number } | null {
  const parts = text.trim().split(/[\s./-]+/u);
  if (/^\d{4}$/.test(text.trim())) return { long: 365, first: Number(text) * 10_000 + 101 };
  if (/^(Oktober|November) \d{4}$/.test(text)) return { long: 30, first: Number(parts[1]) * 10_000 + (parts[0] === 'Oktober' ? 1_001 : 1_101) };
  if (/^\d{4}-10$/.test(text)) return { long: 30, first: Number(parts[0]) * 10_000 + 1_001 };
  if (/^Triwulan IV \d{4}$/.test(text)) return { long: 90, first: Number(parts[2]) * 10_000 + 1_001 };
  if (parts.length !== 3 || !/^(\d{4}-\d\d-\d\d|\d{1,2}([/.-])\d{1,2}\2\d{4}|\d{1,2}[\s-]([a-z]+)\.?[\s-]\d{4})$/iu.test(text.trim().replaceAll('. ', ' '))) return null;
  const [day, named, year] = (/^\d{4}-/.test(text.trim()) ? parts.toReversed() : parts) as [string, string, string];
  const month = /^\d/.test(named) ? Number(named) : named.toLowerCase() === 'maret' || named.toLowerCase() === 'march' ? 3 : MONTHS.indexOf(named.toLowerCase()) + 1;
  const there = month >= 1 && month <= 12 && Number(day) >= 1 && Number(day) <= (month === 2 ? (Number(year) % 4 === 0 ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31);
  return there ? { long: 1, first: Number(year) * 10_000 + month * 100 + Number(day) } : null;
}

const double = (text: string | null): number => (fraction(text) === null ? Number.NaN : Number(text));

function halfway(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1] ?? 0, sorted[Math.floor(sorted.length / 2)] ?? 0];
  return low === high ? low : (low + high) / 2;
}

function differences({ variables, rows, before }: Given, level: Level): Place[] {
  if (level === 'OFF' || !before || rows.length === 0) return [];
  const keys = variables.some(({ key }) => key) ? variables.filter(({ key }) => key) : variables;
  const alike = (a: Row, b: Row): boolean => keys.every(({ name }) => (a[name] ?? null) === (b[name] ?? null));
  let [cells, added, gone] = [0, 0, 0];
  for (const row of rows) {
    const old = before.filter((one) => alike(one, row)).pop();
    if (!old) added++;
    else for (const { name } of variables) if ((old[name] ?? null) !== (row[name] ?? null)) cells++;
  }
  before.forEach((old, index) => { if (!rows.some((row) => alike(old, row)) && !before.slice(0, index).some((one) => alike(old, one))) gone++; });
  return cells + added + gone > 0 ? [{ rule: 'change', row: null, column: null, counts: [cells, added, gone] }] : [];
}
