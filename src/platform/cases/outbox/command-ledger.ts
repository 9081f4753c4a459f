import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Clock, EngineUnavailable, Transactions } from '../../../sdk/index.js';
import { Events } from '../../kernel/index.js';
import { CommandEntity, IncidentEntity } from '../entities/index.js';
import type { CommandResult } from './command-result.js';

/** Seconds to wait after each refusal; after the last, the command is an incident. */
const RETRIES = [0.1, 0.3, 1, 2, 5];

/** Writes down how deliveries went. */
@Injectable()
export class CommandLedger {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly events: Events,
  ) {}

  /** Before the engine is asked, so that a delivery cut short is known to have been begun. */
  async begin(command: CommandEntity): Promise<void> {
    command.attempts += 1;
    // A first delivery of anything but a start needs no trace: repeating it is harmless.
    if (command.kind !== 'start' && command.attempts === 1) return;
    await this.transactions.tx((db) => db.update(CommandEntity, { id: command.id }, { attempts: command.attempts }));
  }

  async finish(command: CommandEntity, result: CommandResult): Promise<void> {
    await this.transactions.tx(async (db) => {
      const error = result.state === 'conflict' ? result.reason : null;
      await db.update(CommandEntity, { id: command.id }, { state: result.state, attempts: command.attempts, doneAt: this.clock.now(), error, leaseOwner: null, leaseUntil: null });
      await result.apply?.(db);
      await this.closeIncident(command);
    });
    this.events.emit('engine.moved', { caseId: command.caseId });
    this.events.emit('case.changed', { caseId: command.caseId });
  }

  /** Answers whether the commands behind this one may go on. */
  async refuse(command: CommandEntity, error: unknown, behind: readonly CommandEntity[]): Promise<boolean> {
    const away = error instanceof EngineUnavailable;
    const refusals = command.refusals + (away ? 0 : 1);
    const wait = away ? 1 : RETRIES[refusals - 1];
    const message = error instanceof Error ? error.message : String(error);
    const failed = wait === undefined;
    const nextAt = new Date(this.clock.now().getTime() + (wait ?? 0) * 1_000);
    await this.transactions.tx(async (db) => {
      const state = failed ? 'failed' : 'pending';
      await db.update(CommandEntity, { id: command.id }, { state, attempts: command.attempts, refusals, nextAt, error: message, leaseOwner: null, leaseUntil: null });
      if (failed) await this.openIncident(command, message);
      else if (behind.length > 0) await db.update(CommandEntity, { id: In(behind.map((one) => one.id)) }, { leaseOwner: null, leaseUntil: null });
    });
    if (failed) this.events.emit('incident.changed', { caseId: command.caseId });
    return failed;
  }

  private async openIncident(command: CommandEntity, message: string): Promise<void> {
    const now = this.clock.now();
    const text = `The engine refuses a command (${command.kind}): ${message}`;
    const incident: IncidentEntity = { id: command.id, caseId: command.caseId, instanceId: null, elementId: null, type: 'command', message: text, configuration: command.id, createdAt: now, endedAt: null };
    await this.transactions.tx((db) => db.upsert(IncidentEntity, incident, ['id']));
  }

  private async closeIncident(command: CommandEntity): Promise<void> {
    if (command.error === null) return;
    await this.transactions.tx((db) => db.update(IncidentEntity, { id: command.id }, { endedAt: this.clock.now() }));
  }
}
