import { setImmediate as turn } from 'node:timers/promises';

/** So many rows at once as no database refuses for their parameters. */
const CHUNK = 200;

/** One chunk after the other; between two of them others get their turn, or a long list would hold up everybody. */
export async function inChunks<T>(all: readonly T[], work: (chunk: T[]) => unknown): Promise<void> {
  for (let start = 0; start < all.length; start += CHUNK) {
    if (start > 0) await turn();
    await work(all.slice(start, start + CHUNK));
  }
}
