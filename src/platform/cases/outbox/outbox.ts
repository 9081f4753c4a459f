import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Clock, Transactions } from '../../../sdk/index.js';
import { requestContext } from '../../kernel/index.js';
import { CommandEntity, type CommandKind, type CommandPayloads } from '../entities/index.js';
import { Deliverer } from './deliverer.js';
import { keptVariables } from './kept-variables.js';

export interface NewCommand<K extends CommandKind> {
  /** The same key is one command, however often it is recorded. */
  readonly key: string;
  readonly caseId: string;
  readonly kind: K;
  readonly payload: CommandPayloads[K];
}

function kept<P extends CommandPayloads[CommandKind]>(payload: P): P {
  return 'variables' in payload ? { ...payload, variables: keptVariables(payload.variables) } : payload;
}

/** Records what the engine is to do, in the transaction that decides it. */
@Injectable()
export class Outbox {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly deliverer: Deliverer,
  ) {}

  /** Answers the command's id. Delivery begins when the outermost transaction has committed. */
  enqueue<K extends CommandKind>(command: NewCommand<K>): Promise<string> {
    return this.transactions.tx(async (db) => {
      const known = await db.findOneBy(CommandEntity, { key: command.key });
      if (known) return known.id;
      const now = this.clock.now();
      const row: CommandEntity = {
        ...command,
        payload: kept(command.payload),
        id: uuidv7(),
        state: 'pending',
        attempts: 0,
        refusals: 0,
        nextAt: now,
        leaseOwner: null,
        leaseUntil: null,
        error: null,
        createdAt: now,
        doneAt: null,
        correlationId: requestContext.current()?.correlationId ?? null,
      };
      await db.insert(CommandEntity, row);
      this.transactions.afterCommit(() => this.deliverer.nudge());
      return row.id;
    });
  }

  /** Lets a command that the engine refused be tried again. */
  async retry(id: string): Promise<void> {
    await this.transactions.tx(async (db) => {
      await db.update(CommandEntity, { id, state: 'failed' }, { state: 'pending', refusals: 0, nextAt: this.clock.now(), leaseOwner: null, leaseUntil: null });
      this.transactions.afterCommit(() => this.deliverer.nudge());
    });
  }
}
