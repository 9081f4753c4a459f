import { randomFrom } from '../../../test/support/random.js';
import { solve, type Bounds, type Equation } from './recompute.js';

const SMALL: Bounds = { least: 1, most: 3 };
const ANY: Bounds = { least: 0, most: Number.POSITIVE_INFINITY };

/** A table with its margins; a cell is named by row and column, the margins by "+". */
function tableOf(values: readonly (readonly number[])[]) {
  const cells = new Map<string, number>();
  const columns = values[0]?.map((_, column) => column) ?? [];
  const set = (cell: string, value: number) => cells.set(cell, value);
  values.forEach((row, index) => row.forEach((value, column) => set(`${index},${column}`, value)));
  const equations: Equation<string>[] = [];
  const margin = (total: string, parts: string[]) => {
    equations.push({ left: [total], right: parts });
    set(total, parts.reduce((sum, part) => sum + (cells.get(part) ?? 0), 0));
  };
  values.forEach((_, row) => margin(`${row},+`, columns.map((column) => `${row},${column}`)));
  for (const column of columns) margin(`+,${column}`, values.map((_, row) => `${row},${column}`));
  return { cells, equations };
}
const open = ({ cells, equations }: ReturnType<typeof tableOf>, hidden: readonly string[], bounds: Bounds) =>
  [...solve(equations, new Map(hidden.map((cell) => [cell, bounds])), (cell) => cells.get(cell)?.toString()).back].toSorted();

describe('what can be computed back', () => {
  const table = tableOf([[2, 40, 50], [60, 3, 70], [80, 90, 2]]);

  it('is a cell that is hidden alone in its row', () => expect(open(table, ['0,0'], ANY)).toEqual(['0,0']));

  it('is not one of four that stand in a rectangle', () => expect(open(table, ['0,0', '0,1', '1,0', '1,1'], ANY)).toEqual([]));

  it('is what two equations together leave one value to', () => {
    const chain = { cells: new Map([['s', 9], ['t', 5]]), equations: [{ left: ['s'], right: ['a', 'b', 'c'] }, { left: ['t'], right: ['a', 'b'] }] };
    expect(open(chain, ['a', 'b', 'c'], ANY)).toEqual(['c']);
  });

  it('is what the rule itself gives away: two small counts that make up two are one each', () => {
    const pair = { cells: new Map([['s', 2]]), equations: [{ left: ['s'], right: ['a', 'b'] }] };
    expect([open(pair, ['a', 'b'], SMALL), open({ ...pair, cells: new Map([['s', 4]]) }, ['a', 'b'], SMALL)]).toEqual([['a', 'b'], []]);
  });

  it('is what stands on both sides, or several times on one, or beside a number', () => {
    const both = { cells: new Map([['s', 9], ['t', 4]]), equations: [{ left: ['a', 'a', 't'], right: ['s', 'b'], more: '1' }, { left: ['b', 'c'], right: ['c', 't'] }] };
    expect(open(both, ['a', 'b', 'c'], ANY)).toEqual(['a', 'b']);
    // 2a = b: of values from 1 to 2 it leaves one each.
    expect(open({ cells: new Map(), equations: [{ left: ['a', 'a'], right: ['b'] }] }, ['a', 'b'], { least: 1, most: 2 })).toEqual(['a', 'b']);
  });

  it('is nothing where a value is missing', () => expect(open({ ...table, cells: new Map([...table.cells].filter(([cell]) => cell !== '0,+' && cell !== '+,0')) }, ['0,0'], ANY)).toEqual([]));

  it('is what a search over all possible values finds', () => {
    const random = randomFrom(2026);
    const upTo = (most: number): number => 1 + Math.floor(random() * most);
    for (let turn = 0; turn < 500; turn++) {
      const rows = 1 + upTo(2);
      const made = tableOf(Array.from({ length: rows }, () => Array.from({ length: 3 }, () => upTo(5))));
      const hidden = [...made.cells].flatMap(([cell, value]) => (!cell.includes('+') && value <= 3 ? [cell] : []));
      expect({ turn, open: open(made, hidden, SMALL) }).toEqual({ turn, open: bySearch(made, hidden) });
    }
  });
});

/** Hidden counts that have the same value in every way to fill them that fits the margins. */
function bySearch({ cells, equations }: ReturnType<typeof tableOf>, hidden: readonly string[]): string[] {
  const seen = new Map(hidden.map((cell) => [cell, new Set<number>()]));
  const fits = (filled: ReadonlyMap<string, number>) =>
    equations.every(({ left: [total = ''], right: parts }) => {
      const unknown = parts.filter((part) => hidden.includes(part) && !filled.has(part)).length;
      const rest = (cells.get(total) ?? 0) - parts.reduce((sum, part) => sum + (filled.get(part) ?? (hidden.includes(part) ? 0 : (cells.get(part) ?? 0))), 0);
      return rest >= unknown && rest <= unknown * 3;
    });
  const fill = (filled: ReadonlyMap<string, number>) => {
    if (!fits(filled)) return;
    const next = hidden[filled.size];
    if (next === undefined) for (const [cell, value] of filled) seen.get(cell)?.add(value);
    else for (const value of [1, 2, 3]) fill(new Map([...filled, [next, value]]));
  };
  fill(new Map());
  return [...seen].flatMap(([cell, values]) => (values.size === 1 ? [cell] : [])).toSorted();
}
