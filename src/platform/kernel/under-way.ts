/** Requests that have come whole and are not through yet, in this process: each by `performance.now()` at its arrival. */
export class UnderWay {
  private readonly waiting = new Set<{ readonly received: number }>();

  /** Counts one until the answered function is called; that may happen twice. */
  begin(received: number): () => void {
    const one = { received };
    this.waiting.add(one);
    return () => void this.waiting.delete(one);
  }

  /** As {@link begin}, for as long as `work` runs; `undefined` came by no request and counts for nothing. */
  async during<T>(received: number | undefined, work: () => Promise<T>): Promise<T> {
    const end = received === undefined ? () => undefined : this.begin(received);
    return work().finally(end);
  }

  /** When the one that waits longest came; null where nothing waits. */
  oldest(): number | null {
    return this.waiting.size === 0 ? null : [...this.waiting].reduce((least, { received }) => Math.min(least, received), Infinity);
  }
}

/** Of this process: its requests come in at one place, whichever application of it answers them. */
export const underWay = new UnderWay();
