import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { EngineUnavailable } from '../../../sdk/index.js';
import { requestContext } from '../../kernel/index.js';
import { EngineHealth } from '../engine-health.js';
import type { CommandEntity } from '../entities/index.js';
import { Loop } from '../loop.js';
import { CommandLedger } from './command-ledger.js';
import { CommandQueue } from './command-queue.js';
import { CommandRunner } from './command-runner.js';

const IDLE_MS = 1_000;
/** At most one request a second while the engine is away. */
const AWAY_MS = 1_000;

/** Takes recorded commands to the engine, right after they were recorded, or when it is back. */
@Injectable()
export class Deliverer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(Deliverer.name);
  private readonly owner = randomUUID();
  private readonly settledIds = new EventEmitter().setMaxListeners(0);
  private readonly loop = new Loop(() => this.round(), IDLE_MS);

  constructor(
    private readonly queue: CommandQueue,
    private readonly runner: CommandRunner,
    private readonly ledger: CommandLedger,
    private readonly health: EngineHealth,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.queue.forgetLeases();
    this.loop.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.loop.stop();
  }

  nudge(): void {
    this.loop.nudge();
  }

  /** Resolves when the command has been delivered or refused, or when the time is over. */
  settled(commandId: string, milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        this.settledIds.off(commandId, end);
        resolve();
      };
      const timer = setTimeout(end, milliseconds);
      this.settledIds.on(commandId, end);
    });
  }

  /** Answers how long the loop may rest. */
  private async round(): Promise<number> {
    const batches = await this.queue.lease(this.owner);
    if (batches.length === 0) return IDLE_MS;
    const reached = await Promise.all(batches.map((batch) => this.deliverInOrder(batch)));
    return reached.includes(false) ? AWAY_MS : 0;
  }

  private async deliver(command: CommandEntity): Promise<void> {
    await this.ledger.begin(command);
    const result = await this.runner.run(command);
    this.health.report(true);
    await this.ledger.finish(command, result);
  }

  /** False when the engine could not be reached. A command that must be tried again holds back the ones behind it. */
  private async deliverInOrder(batch: readonly CommandEntity[]): Promise<boolean> {
    for (const [index, command] of batch.entries()) {
      try {
        await this.queue.renew(batch.slice(index));
        await requestContext.run({ correlationId: command.correlationId ?? command.caseId, language: 'id', principal: null }, () => this.deliver(command));
        this.settledIds.emit(command.id);
      } catch (error) {
        const away = error instanceof EngineUnavailable;
        if (away) this.health.report(false);
        else this.logger.warn(`${command.kind} ${command.id} of case ${command.caseId}: ${String(error)}`);
        const goesOn = await this.ledger.refuse(command, error, batch.slice(index + 1));
        this.settledIds.emit(command.id);
        if (!goesOn) return !away;
      }
    }
    return true;
  }
}
