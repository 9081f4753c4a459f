import { Injectable } from '@nestjs/common';
import { In, LessThan } from 'typeorm';
import { Clock, Transactions } from '../../../sdk/index.js';
import { CommandEntity, type CommandKind } from '../entities/index.js';

/** So long what was accepted may take to reach the engine before somebody is told. */
const PATIENCE_MS = 5 * 60_000;
const MOST = 20;

/** What was accepted and has had no effect in the engine. */
export interface WaitingEffect {
  readonly caseId: string;
  readonly kind: CommandKind;
  readonly since: Date;
  /** `waits` for the engine; `refused` by it, until somebody tries again. */
  readonly state: 'waits' | 'refused';
  readonly error: string | null;
}

/** Finds submissions, starts and messages whose command has not been done; the oldest first. */
@Injectable()
export class WaitingEffects {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async find(): Promise<{ count: number; oldest: readonly WaitingEffect[] }> {
    const createdAt = LessThan(new Date(this.clock.now().getTime() - PATIENCE_MS));
    const [rows, count] = await this.transactions.read.findAndCount(CommandEntity, { where: { state: In(['pending', 'failed']), createdAt }, order: { id: 'ASC' }, take: MOST });
    return { count, oldest: rows.map((row) => ({ caseId: row.caseId, kind: row.kind, since: row.createdAt, state: row.state === 'failed' ? 'refused' : 'waits', error: row.error })) };
  }
}
