/** A slice of a list, and its order; without an order the engine's pages may overlap. */
export interface Page {
  readonly firstResult?: number;
  /** Default: all. */
  readonly maxResults?: number;
}

/** By which field a query's answer is ordered. */
export interface Sorting<Field extends string> {
  readonly sortBy: Field;
  readonly sortOrder: 'asc' | 'desc';
}

export interface Sorted<Field extends string> {
  readonly sorting?: readonly Sorting<Field>[];
}

/**
 * Reads a long list page by page.
 *
 * @example for await (const instances of pages((page) => engine.history.processInstances({ sorting }, page))) …
 */
export async function* pages<T>(read: (page: Page) => Promise<T[]>, size = 500): AsyncGenerator<T[]> {
  for (let firstResult = 0; ; firstResult += size) {
    const items = await read({ firstResult, maxResults: size });
    if (items.length > 0) yield items;
    if (items.length < size) return;
  }
}

/** The page as the query string that the engine expects. */
export const pageQuery = (page: Page = {}): Record<string, number | undefined> => ({
  firstResult: page.firstResult,
  maxResults: page.maxResults,
});
