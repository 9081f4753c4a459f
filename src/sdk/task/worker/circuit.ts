import { EngineUnavailable } from '../../engine/index.js';

/** Between two requests to an engine that is away, in milliseconds. */
const PAUSE = 1_000;

const stopping = (): Error => new Error('The worker stops while the engine is away');

/** We ended the call ourselves: that says nothing of the engine. */
const isAbandoned = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError';

type Waiting = { readonly go: () => void; readonly fail: (reason: Error) => void };

/**
 * All that a worker asks of the engine goes through here. While the engine is away one request a second tries it, whose
 * turn it is; all others wait, and go at once when one has got through.
 */
export class Circuit {
  private readonly waiting: Waiting[] = [];
  private open = false;
  private trying = false;
  private stopped = false;
  private notBefore = 0;
  private timer: NodeJS.Timeout | undefined;

  /** @param onChange - told when the engine is found to be away, with the reason, and when it is back. */
  constructor(private readonly onChange: (away: Error | null) => void = () => undefined) {}

  /** Whether the engine is away, as far as is known. */
  get isOpen(): boolean {
    return this.open;
  }

  /** Rejects as `call` does; while the engine is away, only after a turn. A refusal shows that it is there. */
  async run<T>(call: () => Promise<T>): Promise<T> {
    const tries = this.open;
    if (tries) await this.turn();
    try {
      const answer = await call();
      this.reached();
      return answer;
    } catch (error) {
      if (error instanceof EngineUnavailable) this.missed(error, tries);
      else if (isAbandoned(error)) this.passed(tries);
      else this.reached();
      throw error;
    }
  }

  /** Lets nobody wait for the engine any longer. */
  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
    for (const { fail } of this.waiting.splice(0)) fail(stopping());
  }

  private turn(): Promise<void> {
    if (this.stopped) return Promise.reject(stopping());
    return new Promise((go, fail) => {
      this.waiting.push({ go, fail });
      this.plan();
    });
  }

  private plan(): void {
    if (this.timer || this.trying || this.stopped || this.waiting.length === 0) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.trying = true;
      this.waiting.shift()?.go();
    }, Math.max(0, this.notBefore - Date.now()));
  }

  private missed(error: Error, tried: boolean): void {
    if (!this.open) {
      this.open = true;
      this.notBefore = Date.now() + PAUSE;
      this.onChange(error);
    } else {
      this.passed(tried);
    }
  }

  /** The turn is over, and the engine is where it was. */
  private passed(tried: boolean): void {
    if (!tried || !this.open) return;
    this.trying = false;
    this.notBefore = Date.now() + PAUSE;
    this.plan();
  }

  private reached(): void {
    if (!this.open) return;
    this.open = false;
    this.trying = false;
    clearTimeout(this.timer);
    this.timer = undefined;
    for (const { go } of this.waiting.splice(0)) go();
    this.onChange(null);
  }
}
