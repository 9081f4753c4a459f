import { Logger } from '@nestjs/common';

/** Work that repeats: at once when nudged, after a rest otherwise, never twice at the same time. */
export class Loop {
  private readonly logger = new Logger(Loop.name);
  private wake: (() => void) | undefined;
  private nudged = false;
  private stopping = false;
  private running: Promise<void> | undefined;

  /**
   * @param round - one round; answers the milliseconds to rest afterwards.
   * @param afterError - the rest after a round that threw.
   */
  constructor(
    private readonly round: () => Promise<number>,
    private readonly afterError: number,
  ) {}

  start(): void {
    this.running ??= this.run();
  }

  nudge(): void {
    this.nudged = true;
    this.wake?.();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.wake?.();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      this.nudged = false;
      let rest = this.afterError;
      try {
        rest = await this.round();
      } catch (error) {
        this.logger.error(error);
      }
      if (rest > 0 && !this.nudged && !this.stopping) await this.sleep(rest);
    }
  }

  private sleep(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        this.wake = undefined;
        resolve();
      };
      const timer = setTimeout(end, milliseconds);
      this.wake = end;
    });
  }
}
