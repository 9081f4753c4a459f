/** A slice of a list, and its order; without an order the engine's pages may overlap. @beta */
export interface Page {
  /** How many to leave out. Default 0. */
  readonly firstResult?: number;
  /** Default: all. */
  readonly maxResults?: number;
}

/** By which field a query's answer is ordered. @beta */
export interface Sorting<Field extends string> {
  /** Field of the engine's. */
  readonly sortBy: Field;
  /** Smallest first, or largest. */
  readonly sortOrder: 'asc' | 'desc';
}

/** A query whose answer can be ordered. @beta */
export interface Sorted<Field extends string> {
  /** By what, the first counting most. Default: no order. */
  readonly sorting?: readonly Sorting<Field>[];
}

/**
 * Reads a long list page by page. Give the query an order: without one the engine's pages may overlap.
 *
 * @beta
 * @param read - asks for one page
 * @param size - of a page. Default 500.
 * @example
 * const query: HistoricTaskQuery = { sorting: [{ sortBy: 'taskId', sortOrder: 'asc' }] };
 * for await (const tasks of pages((page) => engine.history.tasks(query, page))) console.log(tasks.length);
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
