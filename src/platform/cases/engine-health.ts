import { Injectable } from '@nestjs/common';
import { Clock, Transactions } from '../../sdk/index.js';
import { Events } from '../kernel/index.js';
import { CommandEntity } from './entities/index.js';

/** How the engine is, as seen by those who talk to it anyway. */
export interface EngineState {
  /** Null before anybody has asked it. */
  readonly reachable: boolean | null;
  /** Since when it is so. */
  readonly since: string | null;
  /** Commands that wait for it. */
  readonly backlog: number;
}

/** Knows whether the engine answers, without asking it. */
@Injectable()
export class EngineHealth {
  private reachable: boolean | null = null;
  private since: Date | null = null;

  constructor(
    private readonly events: Events,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  report(reachable: boolean): void {
    if (this.reachable === reachable) return;
    const first = this.reachable === null;
    this.reachable = reachable;
    this.since = this.clock.now();
    if (!first || !reachable) this.events.emit(reachable ? 'engine.back' : 'engine.away', {});
  }

  async state(): Promise<EngineState> {
    const backlog = await this.transactions.read.countBy(CommandEntity, { state: 'pending' });
    return { reachable: this.reachable, since: this.since?.toISOString() ?? null, backlog };
  }
}
