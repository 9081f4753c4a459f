import { Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';

/**
 * What an application looks for by itself, from its start on and again and again; what fails is in the log, and tried at the next look. Several nodes
 * may look at once: write down what was done in the transaction that does it.
 *
 * @beta
 * @example
 * export class ExpiryReminder extends RepeatedLook {
 *   constructor() {
 *     super(3_600_000);
 *   }
 *   look(): Promise<void> {
 *     return permits.remindOfExpiry();
 *   }
 * }
 */
export abstract class RepeatedLook implements OnApplicationBootstrap, OnModuleDestroy {
  /** Named after the class. */
  protected readonly logger = new Logger(this.constructor.name);
  private timer: NodeJS.Timeout | undefined;

  /** @param every - milliseconds from one look to the next. */
  constructor(private readonly every: number) {}

  /** One look; whoever awaits it gets what it throws. */
  abstract look(): Promise<unknown>;

  /** Begins to look. */
  onApplicationBootstrap(): void {
    const look = () => void this.look().catch((error: unknown) => this.logger.error(error));
    this.timer = setInterval(look, this.every).unref();
    look();
  }

  /** Ends it. */
  onModuleDestroy(): void {
    clearInterval(this.timer);
  }
}
