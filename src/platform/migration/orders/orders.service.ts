import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Asker, AuditLog, Clock, Problem, Transactions } from '../../../sdk/index.js';
import { Events, takeTurn } from '../../kernel/index.js';
import { MigrationProblem } from '../migration.problems.js';
import { Previews, type Wanted } from '../preview.service.js';
import { OrderedCaseEntity } from './ordered-case.entity.js';
import { OrderEntity } from './order.entity.js';

/** What an administrator decides after the preview. */
export interface Ordered extends Wanted {
  readonly reason: string;
  /** The preview's `lossHash`, by which its losses are agreed to; null: to none. */
  readonly consent: string | null;
}

const CHUNK = 200;

/** Orders to migrate cases: given, and stopped. The worker does them. */
@Injectable()
export class Orders {
  constructor(
    private readonly transactions: Transactions,
    private readonly previews: Previews,
    private readonly clock: Clock,
    private readonly asker: Asker,
    private readonly audit: AuditLog,
    private readonly events: Events,
  ) {}

  /** Judges once more, so that nothing is lost that was not in the preview. @throws 409. */
  async give(fromId: string, { reason, consent, ...wanted }: Ordered): Promise<OrderEntity> {
    const { from, to, verdicts, lossHash } = await this.previews.of(fromId, wanted);
    if (lossHash !== null && consent === null) throw MigrationProblem.consent();
    if (lossHash !== null && consent !== lossHash) throw MigrationProblem.outdated();
    const now = this.clock.now();
    const person = this.asker.required();
    return this.transactions.tx(async (db) => {
      await takeTurn(db, 'migrations-of-cases');
      if (await db.existsBy(OrderEntity, { state: 'running' })) throw MigrationProblem.underWay();
      const order = db.create(OrderEntity, {
        id: uuidv7(), fromReleaseId: from.id, fromVersion: from.version, toReleaseId: to.id, toVersion: to.version, instructions: wanted.instructions, reason,
        state: 'running', orderedBy: person.id, orderedByName: person.name, createdAt: now, endedAt: null, leaseOwner: null, leaseUntil: null,
      });
      await db.insert(OrderEntity, order);
      const rows = verdicts.map(({ caseId, losses }): OrderedCaseEntity => ({ orderId: order.id, caseId, state: 'waiting', reasons: [], consented: losses.map(({ key }) => key), losses: [], prepared: null, attempts: 0, nextAt: now, at: null }));
      for (let start = 0; start < rows.length; start += CHUNK) await db.insert(OrderedCaseEntity, rows.slice(start, start + CHUNK) as object[]);
      await this.audit.write({ action: 'migration.ordered', subject: order.id, detail: { from: from.version, to: to.version, cases: rows.length, reason, instructions: wanted.instructions, agreedToLosses: lossHash !== null } });
      this.transactions.afterCommit(() => this.events.emit('migration.changed', { orderId: order.id }));
      return order;
    });
  }

  /** What is migrated stays so; the others stay on their version. @throws 409 when it is over. */
  async cancel(id: string): Promise<void> {
    const endedAt = this.clock.now();
    await this.transactions.tx(async (db) => {
      const { affected } = await db.update(OrderEntity, { id, state: 'running' }, { state: 'cancelled', endedAt });
      if (affected !== 1) throw (await db.existsBy(OrderEntity, { id })) ? MigrationProblem.over() : Problem.notFound();
      await db.update(OrderedCaseEntity, { orderId: id, state: 'waiting' }, { state: 'cancelled', at: endedAt });
      await this.audit.write({ action: 'migration.cancelled', subject: id });
      this.transactions.afterCommit(() => this.events.emit('migration.changed', { orderId: id }));
    });
  }
}
