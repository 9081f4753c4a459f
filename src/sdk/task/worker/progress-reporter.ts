import type { Text } from '../../contracts/index.js';
import type { TaskProgress } from '../task-context.js';

/** With the way to the browser, what a handler says is seen within a second. */
const EVERY_MS = 600;

/** Passes on what a handler says of its progress: the first at once, then the latest now and then. */
export class ProgressReporter {
  private latest: TaskProgress | undefined;
  private timer: NodeJS.Timeout | undefined;
  private told = false;
  private ended = false;

  /** @param tell - null when the run is over. */
  constructor(private readonly tell: (progress: TaskProgress | null) => void) {}

  report(fraction: number, text: string | Text = ''): void {
    if (this.ended) return;
    const both = typeof text === 'string' ? { id: text, en: text } : text;
    // Of an empty table 0 of 0 rows are done.
    this.latest = { fraction: Math.min(1, Math.max(0, Number.isNaN(fraction) ? 0 : fraction)), text: both };
    if (!this.timer) this.pass();
  }

  end(): void {
    this.ended = true;
    clearTimeout(this.timer);
    if (this.told) this.tell(null);
  }

  private pass(): void {
    this.timer = undefined;
    if (!this.latest) return;
    this.told = true;
    this.tell(this.latest);
    this.latest = undefined;
    this.timer = setTimeout(() => this.pass(), EVERY_MS);
    this.timer.unref();
  }
}
