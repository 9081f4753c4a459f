import { solve, type Equation } from './recompute.js';

/** Cells are letters; the value of a margin does not matter here. */
function sumsOf(...equations: Equation<string>[]): string[] {
  const hidden = new Map(equations.flatMap(({ right }) => right).map((cell) => [cell, { least: 0, most: Number.POSITIVE_INFINITY }]));
  return solve(equations, hidden, () => '9').known().map(({ cells }) => cells.toSorted().join('')).toSorted();
}
const equation = (cells: string): Equation<string> => ({ left: ['total'], right: [...cells] });

describe('sums of hidden cells that are known', () => {
  it('are what an equation says', () => expect(sumsOf(equation('ab'))).toEqual(['ab']));

  it('are what two of them leave', () => expect(sumsOf(equation('abcd'), equation('ab'))).toEqual(['ab', 'abcd', 'cd']));

  it('are every two that three margins of four cells give, however they are solved', () => expect(sumsOf(equation('ab'), equation('ac'), equation('bd'))).toEqual(['ab', 'ac', 'bd', 'cd']));

  it('are two that stand in no equation together', () => {
    // a + x + y, b − x − y: the sum of both is a + b.
    const sums = sumsOf(equation('axy'), { left: ['total', 'x', 'y'], right: ['b'] }, equation('pq'));
    expect(sums).toContain('ab');
  });

  it('are no differences', () => expect(sumsOf({ left: ['total', 'a'], right: ['b'] })).toEqual([]));
});
