import type { Life } from './scope.js';

interface Entry {
  readonly at: string;
  readonly order: number;
  readonly life: Life;
  readonly run: () => void;
}

/** What is still to happen on paper, in the order in which it happened: what runs side by side may read what the other has written. */
export class Agenda {
  private readonly entries: Entry[] = [];
  private count = 0;
  /** The moment that the walk has come to. */
  now = '';

  add(at: string, life: Life, run: () => void): void {
    this.entries.push({ at: at > this.now ? at : this.now, order: (this.count += 1), life, run });
  }

  /** False when nothing is left. */
  step(): boolean {
    let first = -1;
    for (const [index, entry] of this.entries.entries()) {
      const best = this.entries[first];
      if (!best || entry.at < best.at || (entry.at === best.at && entry.order < best.order)) first = index;
    }
    const [entry] = first < 0 ? [] : this.entries.splice(first, 1);
    if (!entry) return false;
    if (entry.life.gone) return true;
    this.now = entry.at;
    entry.run();
    return true;
  }
}
