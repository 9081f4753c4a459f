import { Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';

/** What the application looks for by itself, from its start on and again and again; what fails is in the log, and tried at the next look. */
export abstract class RepeatedLook implements OnApplicationBootstrap, OnModuleDestroy {
  protected readonly logger = new Logger(this.constructor.name);
  private timer: NodeJS.Timeout | undefined;

  /** @param every - milliseconds from one look to the next. */
  constructor(private readonly every: number) {}

  abstract look(): Promise<unknown>;

  onApplicationBootstrap(): void {
    const look = () => void this.look().catch((error: unknown) => this.logger.error(error));
    this.timer = setInterval(look, this.every).unref();
    look();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }
}
