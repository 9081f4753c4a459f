import { analysedTable } from '../../../test/support/analysed.js';
import { randomFrom } from '../../../test/support/random.js';
import type { Row } from '../analysis/analyse.js';
import type { Variable } from '../datasets/dataset.types.js';
import { protect } from './protect.js';

const key = (name: string, type: Variable['type']): Variable => ({ name, title: name, type, required: true, key: true });
const PATIENTS: Variable = { name: 'penderita', title: 'Penderita', type: 'integer', unit: 'orang', required: true, key: false, protection: {} };
const VARIABLES: Variable[] = [key('wilayah', 'region'), key('kelamin', 'string'), PATIENTS];
const PARTS: Readonly<Record<string, readonly string[]>> = {
  Jumlah: ['L', 'P'], 'Tahun 2024': ['Semester I 2024', 'Semester II 2024'], 'Semester I 2024': ['2024-Q1', 'Triwulan II 2024'],
  ...Object.fromEntries(['2023', '2024'].flatMap((year) => [[`${year} Tahun ${year}`, [`${year} Semester I`, `${year} 2${year.slice(1)}-S2`]], [`${year} Semester I`, [`${year} Triwulan I`, `${year} Triwulan II`]]])),
};
const REGIONS = ['15', '15.01', '15.02', '15.01.01', '15.01.02', '15.02.01', '15.02.02'];
const leavesOf = (code: string): string[] => PARTS[code]?.flatMap(leavesOf) ?? [code];

interface Kind {
  readonly name: string;
  readonly variables: readonly Variable[];
  readonly codes: readonly string[];
  /** What is of no other. */
  readonly outermost: readonly string[];
  readonly regions: readonly string[];
  /** A code, by its keys. */
  readonly at: (code: string) => Row;
  /** Whether some tables have nothing of some cells at the bottom, and no row for it. */
  readonly hasGaps: boolean;
  /** What the page's total is of. */
  readonly total: string;
  /** How many of the rows that make others up some tables lack. */
  readonly lacking: number;
}
const SEXES: Kind = { name: 'kelamin', variables: VARIABLES, codes: ['Jumlah', 'L', 'P'], outermost: ['Jumlah'], regions: REGIONS, at: (kelamin) => ({ kelamin }), hasGaps: false, total: 'Jumlah', lacking: 0.25 };
/** The second half is not told by quarters, and its total is of that half, the newest time. */
const TIMES: Kind = { name: 'periode', variables: [key('wilayah', 'region'), key('periode', 'string'), { ...PATIENTS, additivity: 'flow' }], codes: ['Tahun 2024', 'Semester I 2024', '2024-Q1', 'Triwulan II 2024', 'Semester II 2024'], outermost: ['Tahun 2024'], regions: REGIONS, at: (periode) => ({ periode }), hasGaps: false, total: 'Semester II 2024', lacking: 0.7 };
/** A column has the year, the other its parts, some of which tell the year once more. */
const YEARS: Kind = {
  name: 'tahun dan triwulan', variables: [key('wilayah', 'region'), key('tahun', 'integer'), key('triwulan', 'string'), { ...PATIENTS, additivity: 'flow' }],
  codes: ['2023', '2024'].flatMap((year) => [`Tahun ${year}`, 'Semester I', 'Triwulan I', 'Triwulan II', `${year}-S2`].map((one) => `${year} ${one}`)), outermost: ['2023 Tahun 2023', '2024 Tahun 2024'],
  regions: ['15', '15.01', '15.02', '15.03'], at: (code) => ({ tahun: code.slice(0, 4), triwulan: code.slice(5) }), hasGaps: true, total: '2024 Tahun 2024', lacking: 0.4,
};

describe('a table of regions and sexes, or times, with what they make up', () => {
  it('gives away what one of two breakdowns that stand beside each other says: sexes of the regency, and its districts', () => {
    const openOf = (...cells: readonly string[]): string[] => {
      const rows = cells.map((cell): Row => { const [wilayah = '', kelamin = '', penderita = ''] = cell.split(' '); return { wilayah, kelamin, penderita }; });
      return protect(analysedTable({ variables: VARIABLES }, rows)).open.map(({ row }) => cells[row] ?? 'total');
    };
    expect(openOf('15.06 Jumlah 100', '15.06 L 98', '15.06 P 2', '15.06.01 Jumlah 95', '15.06.02 Jumlah 3', '15.06.03 Jumlah 2')).toEqual(['15.06 P 2']);
    // The other way round: two sexes that are hidden together, and one district that is hidden alone.
    expect(openOf('15.06 Jumlah 6', '15.06 L 3', '15.06 P 3', '15.06.01 Jumlah 4', '15.06.02 Jumlah 2')).toContain('15.06.02 Jumlah 2');
    // Where neither shows next below all that it shows further down, those at the bottom are added up in each, and never over both.
    expect(openOf('15 Jumlah 40', '15.01 Jumlah 20', '15.02 L 18', '15.02 P 2', '15 X 3')).toContain('15.02 P 2');
  });

  it.each([SEXES, TIMES, YEARS])('gives away what follows from all that is shown, as solving for the cells at the bottom says: $name', ({ variables, codes, outermost, regions, at, hasGaps, total, lacking }) => {
    const bottoms = regions.filter((region) => !regions.some((one) => one.startsWith(`${region}.`)));
    const within = (region: string, code: string): string[] => bottoms.filter((one) => one === region || one.startsWith(`${region}.`)).flatMap((one) => leavesOf(code).map((other) => `${one} ${other}`));
    const leaves = outermost.flatMap((code) => within('15', code));
    const random = randomFrom(37);
    const seen = { open: 0, closed: 0, hidden: 0 };
    for (let turn = 0; turn < 300; turn++) {
      const few = random() < 0.5 ? 1 : random();
      const gaps = new Set(hasGaps && random() < 0.5 ? leaves.filter(() => random() < 0.3) : []);
      const bottom = new Map(leaves.map((leaf) => [leaf, gaps.has(leaf) ? 0 : random() < few ? 1 + Math.floor(random() * 3) : 4 + Math.floor(random() * 60)]));
      const value = (region: string, code: string): number => within(region, code).reduce((sum, leaf) => sum + (bottom.get(leaf) ?? 0), 0);
      // Some tables lack some of the rows that make others up.
      const lacks = random() < 0.5 ? 0 : lacking;
      const cells = regions.flatMap((region) => codes.flatMap((code) => { const parts = within(region, code); return parts.every((leaf) => gaps.has(leaf)) || (parts.length > 1 && random() < lacks) ? [] : [{ region, code, parts, value: value(region, code) }]; }));
      const rows = cells.map(({ region, code, value: penderita }): Row => ({ wilayah: region, ...at(code), penderita: String(penderita) }));
      const analysis = analysedTable({ variables: [...variables] }, rows);
      const { hidden, open } = protect(analysis);
      const isHidden = (row: number) => hidden.some((cell) => cell.row === row);
      const shown = [...cells.flatMap(({ parts }, index) => (isHidden(index) ? [] : [parts])), ...[...gaps].map((leaf) => [leaf])];
      // The page's total is of everything at that time, or is not there.
      const everything = analysis.totals['penderita'] === undefined || isHidden(rows.length) ? [] : [within('15', total)];
      expect({ turn, total: [undefined, String(value('15', total))].includes(analysis.totals['penderita']) }).toEqual({ turn, total: true });
      const asked = hidden.filter(({ row }) => row < rows.length).map(({ row }) => row);
      const follows = asked.filter((row) => dependent(leaves, [...shown, ...everything], cells[row]?.parts ?? []));
      const found = open.map(({ row }) => row).filter((row) => row < rows.length);
      // Whatever follows is found; what more is found, the rule itself gives away: such counts are from 1 to 3.
      expect({ turn, missed: follows.filter((row) => !found.includes(row)) }).toEqual({ turn, missed: [] });
      const only = found.filter((row) => !follows.includes(row));
      expect({ turn, only: only.filter((row) => !oneValue(leaves, [...cells.map((cell, index) => ({ ...cell, isHidden: isHidden(index) })), ...everything.map((parts) => ({ parts, value: value('15', total), isHidden: false }))], gaps, row)) }).toEqual({ turn, only: [] });
      seen.open += found.length;
      seen.hidden += asked.length;
      seen.closed += open.length === 0 && asked.length > 0 ? 1 : 0;
    }
    expect([seen.open > 1000, seen.hidden > seen.open, seen.closed > 2]).toEqual([true, true, true]);
  });
});

/** Whether a sum of cells at the bottom is a combination of known sums of them: by elimination, modulo a prime. */
function dependent(leaves: readonly string[], known: readonly (readonly string[])[], asked: readonly string[]): boolean {
  const vector = (cells: readonly string[]): bigint[] => leaves.map((leaf) => (cells.includes(leaf) ? 1n : 0n));
  const basis: { readonly pivot: number; readonly line: bigint[] }[] = [];
  const reduced = (line: bigint[]): bigint[] => basis.reduce((left, { pivot, line: other }) => { const times = left[pivot] ?? 0n; return left.map((one, index) => mod(one - times * (other[index] ?? 0n))); }, line);
  for (const cells of known) {
    const line = reduced(vector(cells));
    const pivot = line.findIndex((one) => one !== 0n);
    if (pivot >= 0) basis.push({ pivot, line: line.map((one) => mod(one * inverse(line[pivot] as bigint))) });
  }
  return reduced(vector(asked)).every((one) => one === 0n);
}

const PRIME = 1_000_000_007n;
const mod = (value: bigint): bigint => ((value % PRIME) + PRIME) % PRIME;
function inverse(value: bigint): bigint {
  let [result, base, power] = [1n, value, PRIME - 2n];
  for (; power > 0n; power >>= 1n, base = mod(base * base)) if (power & 1n) result = mod(result * base);
  return result;
}

/** Whether the hidden cell has one value in every table of counts from 1 up that shows the same and hides the same. */
function oneValue(leaves: readonly string[], cells: readonly { readonly parts: readonly string[]; readonly value: number; readonly isHidden: boolean }[], gaps: ReadonlySet<string>, row: number): boolean {
  const fixed = new Map([...cells.flatMap(({ parts, value, isHidden }) => (parts.length === 1 && !isHidden ? [[parts[0] as string, value] as const] : [])), ...[...gaps].map((leaf) => [leaf, 0] as const)]);
  const free = leaves.filter((leaf) => !fixed.has(leaf));
  const values = new Set<number>();
  const sums = cells.filter(({ parts }) => parts.length > 1);
  const fill = (filled: ReadonlyMap<string, number>): void => {
    if (values.size > 1) return;
    for (const { parts, value, isHidden } of sums) {
      const left = parts.filter((leaf) => !filled.has(leaf)).length;
      const sum = parts.reduce((total, leaf) => total + (filled.get(leaf) ?? 0), 0);
      if (sum + left > (isHidden ? 3 : value) || (!isHidden && sum + left * 3 < value) || (isHidden && left === 0 && sum < 1)) return;
    }
    const next = free[filled.size - fixed.size];
    if (next === undefined) values.add((cells[row]?.parts ?? []).reduce((total, leaf) => total + (filled.get(leaf) ?? 0), 0));
    else for (const value of [1, 2, 3]) fill(new Map([...filled, [next, value]]));
  };
  fill(fixed);
  return values.size === 1;
}
