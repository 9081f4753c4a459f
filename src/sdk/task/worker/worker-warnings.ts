import type { Logger } from '@nestjs/common';
import { EngineRejected } from '../../engine/index.js';

/** Longer than an engine takes to start beside us. */
const LONG_AWAY = 60_000;

/** Says what keeps tasks from being fetched: a refusal at once, an engine that is away only when that lasts; each of them once. */
export class WorkerWarnings {
  private refusal: string | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly logger: Pick<Logger, 'warn'>) {}

  refused(error: Error): void {
    if (this.refusal === error.message) return;
    this.refusal = error.message;
    this.logger.warn(`No tasks can be fetched: ${error instanceof EngineRejected ? `the engine answered ${error.status}, ${error.message}` : String(error)}`);
  }

  accepted(): void {
    this.refusal = undefined;
  }

  /** @param reason - null when the engine is back. */
  away(reason: Error | null): void {
    this.stop();
    if (reason) this.timer = setTimeout(() => this.logger.warn(`The engine has not answered for a minute: ${reason.message}`), LONG_AWAY).unref();
  }

  stop(): void {
    clearTimeout(this.timer);
  }
}
