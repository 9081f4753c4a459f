/** So many rows at once as no database refuses for their parameters. */
const CHUNK = 200;

export async function inChunks<T>(all: readonly T[], work: (chunk: T[]) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < all.length; start += CHUNK) await work(all.slice(start, start + CHUNK));
}
