import { COMPARISONS, type CompareRule, type Rule, type Variable } from '../../../src/satu-data/datasets/dataset.types.js';
import { ADJUSTABLE, ADJUSTABLE_RULES, USUAL, type AdjustableRule, type RuleSetting, type RuleSettings } from '../../../src/satu-data/datasets/rule-settings.js';
import { EMPTY_SIGNS } from '../../../src/satu-data/tables/sign-list.js';
import { parseNumber } from '../../../src/satu-data/tables/written-number.js';
import { randomFrom } from '../../support/random.js';

function randomOf(seed: number): Random {
  const next = randomFrom(seed);
  return { next, below: (limit) => Math.floor(next() * limit), one: (list) => list[Math.floor(next() * list.length)] as (typeof list)[number] };
}

interface Random {
  next(): number;
  below(limit: number): number;
  one<T>(list: readonly T[]): T;
}

/** A province and what lies in it. */
export const REGIONS = { '15': 'Jambi', '15.01': 'Kerinci', '15.02': 'Merangin', '15.03': 'Sarolangun', "15.0'4": 'Batang "Hari"' };
const ALL = Object.keys(REGIONS);
const WITHIN = ALL.slice(1);
const SEXES = ['L', 'P', 'Jumlah'];

/** As people and programs write them: right, nearly right, wrong, dangerous. */
const ODD = ['', '', ' ', '\u00A0', '0', '-0', '-0,00', '007', '+5', '1.234', '1,234', '1.234,50', '1,234.50', '…', '...', 'n.a.', 'NA', 'na', '–', ' … ', '\u22125', '\u22121.234,5', '1\u00A0234', '12\u202F345\u2009678,5', '1\u00A0234.5', '0\u00A0234', '1 234', 'Rp 1.000', '1.000,-', '0.125', '0,125', '10.500', '10,500', '+1.234', '012.345', '1.234.567', '12.34.5', '1.5', '1,5', '1,0', '1.0', '10,000', 'seratus', 'nan', 'inf', '0x1F', '1e5', '-', "x'); DROP TABLE cells; --", '"dikutip"', 'a;b', 'baris\nbaru', '٣', '12345678901234567890123', '0,00000000000001', '99999999999999999999,999999999999', '31/12/2025', '1-2-2024', '29/02/2023', '29/02/2024', '2024-02-30', '2024-12-31', '0000-02-29', '3 Maret 2024', '03-Mar-2024', '3 march 2024', '1.2.2024', '31.02.2024', '3 Mar. 2024', '29 Feb 2023', '3/4/24', '3 Mart 2024', '7\u00A0Agt\u00A02024', '3 constructor 2024', '31/12/2024 00:00', '2024-12-31 00:00:00.000', '2024-12-31T0.00', '31 Desember 2024\u00A00:00:00', '31/12/2024 00:01', '31/02/2024 00:00', '2020 00:00', '12,5%', '12.5 %', '7\u00A0%', '1.234%', '1,234%', '-0%', '\u22121.234,5%', '%', '5%%', '15.01', '15.99', 'A12', 'a12', 'AB', 'é1', '😀', '#N/A', '#REF!', '#DIV/0!', '#BELUM DIHITUNG', '#1', '05-Sep', '9-Mei', 'Jan-24', 'Okt-14', '0-4', '15-19', '1,50601E+17', '1.5E+10', '3E+2'];
/** What only the other mark reads makes a table doubtful: half of the tables have none of it. */
const spares = (odd: readonly string[], mark: ',' | '.'): string[] => odd.filter((text) => parseNumber(text, mark) !== null || parseNumber(text, mark === ',' ? '.' : ',') === null);
const PATTERNS = ['\\d{4}', '[A-Z]\\d+', '.+', '[^0-9]{1,3}', '\\w*', '[\\s\\d]+', 'A.?', '[a\\-z]+', '😀', null];

const DAYS = ['2024-02-29', '2024-12-31', '2025-06-01', '1999-01-01', '2024-12-30'];
const BOUNDS = ['0', '1', '-5', '100', '1234.5', '0.5', '12345678901234567890123'];

/** What a column may have been before it became what it is; a region has always been one. */
const OTHER_TYPES: Readonly<Record<Variable['type'], readonly Variable['type'][]>> = { integer: ['string', 'string', 'number'], number: ['string', 'string', 'integer'], string: ['integer', 'number', 'date'], date: ['string', 'string', 'integer'], region: ['region'] };

export interface Sample {
  readonly dataset: { readonly id: string; readonly variables: Variable[]; readonly rules: Rule[]; readonly decimalMark: ',' | '.' };
  readonly csv: string;
  readonly lastCsv: string | null;
  readonly beforeCsv: string | null;
  /** The columns as last year's list had them: some of another type. */
  readonly earlier: Variable[];
  /** How the office weighs the rules; a data set may say otherwise among its own. */
  readonly settings: RuleSettings;
  /** What means no value. */
  readonly signs: readonly string[];
}

export function sampleOf(seed: number): Sample {
  const random = randomOf(seed);
  const bound = () => (random.next() < 0.3 ? random.one(BOUNDS) : null);
  const boundFor = (type: Variable['type']) => (type === 'date' && random.next() < 0.7 ? random.one([...DAYS, null]) : bound());
  const some = (name: string, type: Variable['type']): Variable => ({
    name, title: `Kolom ${name}`, type, required: random.next() < 0.4, key: false, additivity: random.one(['sum', 'sum', 'sum', 'none']), unit: random.one([null, null, '%', 'Persen']), min: boundFor(type), max: boundFor(type),
    pattern: type === 'string' && random.next() < 0.6 ? random.one(PATTERNS) : null, codes: type === 'string' && random.next() < 0.3 ? ['A12', 'AB', "x'); DROP TABLE cells; --"] : null,
  });
  const variables: Variable[] = [
    { name: 'wilayah', title: 'Wilayah', type: 'region', required: true, key: true },
    { name: 'tahun', title: 'Tahun', type: random.one(['integer', 'string']), required: random.next() < 0.5, key: random.next() < 0.7 },
    { name: 'jenis', title: 'Jenis', type: 'string', required: random.next() < 0.5, key: random.next() < 0.6, codes: SEXES, meanings: random.one([null, { L: 'Laki-laki', P: 'Perempuan', Jumlah: 'Laki-laki + Perempuan' }]) },
    some('a', 'integer'), some('b', random.one(['integer', 'number'])), some('c', random.one(['number', 'string'])), some('t', 'date'), some('s', 'string'), some('u', random.one(['string', 'number'])),
  ];
  const decimalMark = random.one([',', '.'] as const);
  const rules: Rule[] = [
    ...(random.next() < 0.7 ? [{ kind: 'sum' as const, parts: random.one([['a', 'b'], ['a'], ['a', 'b', 'u'], ['a', 'a']]), total: 'c' }] : []),
    ...(random.next() < 0.3 ? [{ kind: 'sum' as const, parts: ['a', 'u'], total: random.one(['c', 'b']) }] : []),
    ...(random.next() < 0.7 ? [{ kind: 'grid' as const, region: 'wilayah', regions: random.one([ALL, ALL, ALL, WITHIN, ['15', ...WITHIN.slice(2)], ['15', '15.01'], WITHIN.slice(1), ['15']]), ...random.one([{}, { period: 'tahun' }, { period: 'tahun', periods: ['2024', '2025'] }, { period: 'tahun', periods: ['Oktober 2024', '2025-10'] }]) }] : []),
    ...Array.from({ length: random.below(3) }, () => compareOf(random)),
    ...['a', 'b', 'c'].flatMap((column) => (random.next() < 0.6 ? [{ kind: 'outlier' as const, column, region: 'wilayah', period: 'tahun' }] : [])),
  ];
  const shown = variables.filter(() => random.next() > 0.03);
  const noise = random.next() ** 2 * 0.4;
  const odd = random.next() < 0.5 ? ODD : spares(ODD, decimalMark);
  const written = (row: Row, share: number) => shown.map(({ name }) => (random.next() < share ? random.one(odd) : String(row[name] ?? '').replace('.', typeof row[name] === 'number' ? decimalMark : '.')));
  const years = random.next() < 0.6 ? wholeTables(random) : [Array.from({ length: random.below(25) }, () => rowOf(random)), Array.from({ length: 8 }, () => rowOf(random))];
  const period = (): string => (variables.some(({ name, type }) => name === 'tahun' && type === 'string') ? random.one(PERIODS) : '');
  const usual = period();
  const [now = [], before = []] = years.map((rows) => called(rows, random.next() < 0.85 ? usual : period()));
  const listed = random.next() < 0.3 ? now.map((row) => String(row['tahun'])) : [];
  const columns = variables.map((one) => (one.name === 'tahun' && one.type === 'string' && listed.length > 0 ? { ...one, codes: [...new Set(listed)] } : one));
  const earlier = columns.map((one) => (random.next() < 0.15 ? { ...one, type: random.one(OTHER_TYPES[one.type]) } : one));
  const body = now.filter(() => random.next() > 0.02).map((row) => (random.next() < 0.03 ? shown.map(() => '') : written(row, noise)));
  const csvOf = (rows: readonly string[][]) => [[...shown.map(({ title }) => title), 'Catatan'], ...rows.map((row) => [...row, 'x'])].map((row) => row.map(quoted).join(';')).join('\r\n').concat('\r\n');
  const changed = () => shuffled(random, body).filter(() => random.next() > 0.1).map((row) => row.map((cell) => (random.next() < 0.1 ? random.one(odd) : cell)));
  const tables = { csv: csvOf(body), lastCsv: random.next() < 0.7 ? csvOf(before.map((row) => written(row, 0.02))) : null, beforeCsv: random.next() < 0.5 ? csvOf(changed()) : null };
  const settings = Object.fromEntries(ADJUSTABLE_RULES.map((rule) => [rule, random.next() < 0.5 ? USUAL[rule] : settingOf(random, rule)])) as RuleSettings;
  const own = ADJUSTABLE_RULES.filter(() => random.next() < 0.1).map((rule) => ({ kind: 'built-in' as const, rule, ...settingOf(random, rule) }));
  return { dataset: { id: 'd1', variables: columns, rules: [...rules, ...own], decimalMark }, ...tables, earlier, settings, signs: random.next() < 0.3 ? [] : EMPTY_SIGNS.filter(() => random.next() < 0.6) };
}

function settingOf(random: Random, rule: AdjustableRule): RuleSetting {
  const { levels, units } = ADJUSTABLE[rule];
  if (units.includes('score')) return { level: random.one(levels), tolerance: { by: random.one(['0.5', '1', '2.75', '10']), in: 'score' } };
  return { level: random.one(levels), tolerance: units.length === 0 || random.next() < 0.3 ? null : { by: random.one(['0', '0.5', '1', '2', '10', '33.3', '100']), in: random.one(units) } };
}

/** A rule of the office's own. */
function compareOf(random: Random): CompareRule {
  const columns = () => random.one([['a'], ['b'], ['c'], ['a', 'b'], ['u'], ['b', 'b']]);
  const tolerance = random.one([null, { by: '0.5', in: 'unit' as const }, { by: '10', in: 'percent' as const }, { by: '0', in: 'percent' as const }]);
  return { kind: 'compare', left: columns(), comparison: random.one(COMPARISONS), right: random.next() < 0.3 ? { number: random.one(['0', '100', '-5.5']) } : columns(), tolerance, severity: random.one(['ERROR', 'WARNING', 'INFO']) };
}

type Row = Readonly<Record<string, string | number>>;

/** How a table calls the times of its rows. */
const PERIODS = ['', '', '', '', 'Oktober ', 'November ', 'Triwulan IV '];
const called = (rows: readonly Row[], before: string): Row[] => rows.map((row) => ({ ...row, tahun: `${before}${row['tahun']}` }));

/** Each row by itself. */
const rowOf = (random: Random): Row => valued(random, { wilayah: random.one(Object.keys(REGIONS)), tahun: random.one(['2023', '2024', '2025']), jenis: random.one(SEXES) }, random.below(9), random.below(2_000) / random.one([1, 2]));

/** Years of last year's table by those of this one: of the others, those before and the same. In one, a few rows have a year that is a slip of the pen. */
const LAST: Readonly<Record<string, readonly string[]>> = { '2025': ['2024', '2024', '2024', '2024', '2023'], '2025,2099': ['2024'] };

/** A row for each region, year and sex, in which most wholes are what their parts make; and last year's, most of which have moved alike. */
function wholeTables(random: Random): [Row[], Row[]] {
  const years = random.one([['2025'], ['2025'], ['2024', '2025'], ['2025', '2099']]);
  const [now, before]: [Row[], Row[]] = [[], []];
  const growth = random.one([1, 1.01, 1.5]);
  for (const year of years) {
    const keys = [...WITHIN, '15'].flatMap((region) => SEXES.map((sex) => [region, sex] as const)).filter(() => year !== '2099' || random.next() < 0.1);
    const sums = new Map<string, readonly [number, number]>();
    const add = (key: readonly string[], [a, b]: readonly [number, number]) => { const [c, d] = sums.get(key.join()) ?? [0, 0]; sums.set(key.join(), [a + c, b + d]); };
    for (const region of WITHIN) for (const sex of ['L', 'P']) {
      const [a, b] = [random.below(90), random.below(4_000) / 2];
      for (const place of [region, '15']) for (const whom of [sex, 'Jumlah']) add([place, whom], [a, b]);
    }
    for (const [region, sex] of keys) {
      const [a, b] = sums.get([region, sex].join()) ?? [0, 0];
      const off = random.next() < 0.1 ? random.below(5) - 2 : 0;
      now.push(valued(random, { wilayah: region, tahun: year, jenis: sex }, a, b + off));
      const odd = random.next() < 0.1 ? random.one([0, 0.5, 3]) : 1 + random.below(3) / 100;
      before.push(valued(random, { wilayah: region, tahun: random.one(LAST[years.join()] ?? ['2023', year]), jenis: sex }, Math.round(a * odd), Math.round(b * odd * growth)));
    }
  }
  return [random.next() < 0.5 ? now : shuffled(random, now), shuffled(random, before)];
}

const valued = (random: Random, keys: Row, a: number, b: number): Row => ({ ...keys, a, b, c: a + b, t: random.one(['31/12/2024', '31/12/2024', '31 Desember 2024', '2024-12-31', '31.12.2024', '31-Dec-2024']), s: random.one(['A12', 'AB', '2024']), u: b });

const shuffled = <T>(random: Random, rows: readonly T[]): T[] => rows.map((row) => [random.next(), row] as const).toSorted(([a], [b]) => a - b).map(([, row]) => row);

const quoted = (text: string): string => (/["\r\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
