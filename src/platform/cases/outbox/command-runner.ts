import { Injectable } from '@nestjs/common';
import { Clock, EngineClient, Transactions } from '../../../sdk/index.js';
import { ReleaseFacts } from '../feed/release-facts.js';
import { CaseEntity, type CommandEntity, type CommandKind, type CommandPayloads } from '../entities/index.js';
import { cancelCase } from './kinds/cancel.js';
import { completeTask } from './kinds/complete.js';
import { correlateMessage } from './kinds/correlate.js';
import { moveToken } from './kinds/move.js';
import { reschedule } from './kinds/reschedule.js';
import { startCase } from './kinds/start.js';
import type { CommandResult } from './command-result.js';

/** What a kind of command may use. */
export interface CommandTools {
  readonly engine: EngineClient;
  readonly facts: ReleaseFacts;
  readonly case: CaseEntity;
  readonly now: () => Date;
}

export type Kind<K extends CommandKind> = (command: CommandEntity & { readonly payload: CommandPayloads[K] }, tools: CommandTools) => Promise<CommandResult>;

const KINDS: { readonly [K in CommandKind]: Kind<K> } = {
  start: startCase,
  complete: completeTask,
  correlate: correlateMessage,
  reschedule,
  move: moveToken,
  cancel: cancelCase,
};

/** Delivers one command. Rejects when it must be tried again. */
@Injectable()
export class CommandRunner {
  constructor(
    private readonly engine: EngineClient,
    private readonly facts: ReleaseFacts,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async run(command: CommandEntity): Promise<CommandResult> {
    const row = await this.transactions.read.findOneByOrFail(CaseEntity, { id: command.caseId });
    const kind = KINDS[command.kind] as Kind<CommandKind>;
    return kind(command, { engine: this.engine, facts: this.facts, case: row, now: () => this.clock.now() });
  }
}
