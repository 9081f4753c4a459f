const WAIT = 15_000;
const PAUSE = 50;

const COMPARED = {
  toBe: (now: unknown, expected: unknown) => expect(now).toBe(expected),
  toEqual: (now: unknown, expected: unknown) => expect(now).toEqual(expected),
  toMatch: (now: unknown, expected: RegExp) => expect(now).toMatch(expected),
  toContain: (now: unknown, expected: unknown) => expect(now).toContain(expected),
  toBeGreaterThan: (now: unknown, expected: number) => expect(now).toBeGreaterThan(expected),
  toBeGreaterThanOrEqual: (now: unknown, expected: number) => expect(now).toBeGreaterThanOrEqual(expected),
  toBeLessThan: (now: unknown, expected: number) => expect(now).toBeLessThan(expected),
};
type Comparisons = { readonly [name in keyof typeof COMPARED]: (expected: Parameters<(typeof COMPARED)[name]>[1]) => Promise<void> };

/**
 * What a page shows, read again until it is as expected: a page draws when it can, and what is read at once is sometimes what stood there before.
 *
 * @example
 * await shown(() => page.getByRole('row').count()).toBe(3);
 */
export function shown(read: () => Promise<unknown>): Comparisons {
  const compared = (compare: (now: unknown, expected: never) => void) => async (expected: unknown): Promise<void> => {
    for (const end = Date.now() + WAIT; ; await new Promise((resolve) => setTimeout(resolve, PAUSE))) {
      const now = await read();
      try {
        return compare(now, expected as never);
      } catch (error) {
        if (Date.now() > end) throw error;
      }
    }
  };
  return Object.fromEntries(Object.entries(COMPARED).map(([name, compare]) => [name, compared(compare)])) as unknown as Comparisons;
}
