import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan, LessThanOrEqual, type EntityManager } from 'typeorm';
import { AuditLog, Clock, Transactions, type Text } from '../../../sdk/index.js';
import { Database } from '../../kernel/index.js';
import type { Prepared, Refusal } from '../judgement/verdict.js';
import { OrderedCaseEntity } from './ordered-case.entity.js';
import { OrderEntity } from './order.entity.js';

/** Longer than a batch takes; a node that was killed is replaced after this. */
const LEASE_MS = 60_000;
/** What cannot go just now is tried again so often, and then stays. */
const TRIES = 15;
const PAUSE_MS = 2_000;

/** Whose turn it is, and how each case fared. All times are texts of one form, so that they sort. */
@Injectable()
export class OrderLedger {
  private readonly owner = randomUUID();

  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  /** The order that is to be worked off, leased to this node; null where there is none, or another node has it. */
  async lease(): Promise<OrderEntity | null> {
    const now = this.clock.now();
    const order = await this.transactions.read.findOne(OrderEntity, { where: { state: 'running' }, order: { id: 'ASC' } });
    if (!order) return null;
    const free = [{ leaseOwner: this.owner }, { leaseUntil: IsNull() }, { leaseUntil: LessThan(now) }].map((where) => ({ id: order.id, state: 'running' as const, ...where }));
    const leaseUntil = new Date(now.getTime() + LEASE_MS);
    const { affected } = await this.transactions.tx((db) => db.createQueryBuilder().update(OrderEntity).set({ leaseOwner: this.owner, leaseUntil }).where(free).execute());
    return affected === 1 ? order : null;
  }

  /** SQLite has one node: what is leased when it starts was leased by one that was killed. */
  async forgetLeases(): Promise<void> {
    if (this.database.writer.options.type === 'postgres') return;
    await this.transactions.tx((db) => db.update(OrderEntity, { state: 'running' }, { leaseOwner: null, leaseUntil: null }));
  }

  /** The next cases of an order. */
  next(orderId: string, take: number): Promise<OrderedCaseEntity[]> {
    return this.transactions.read.find(OrderedCaseEntity, { where: { orderId, state: 'waiting', nextAt: LessThanOrEqual(this.clock.now()) }, order: { nextAt: 'ASC', caseId: 'ASC' }, take });
  }

  /** Whether a case is still to go: its order may have been stopped since it was read. */
  waits(orderId: string, caseId: string): Promise<boolean> {
    return this.transactions.read.existsBy(OrderedCaseEntity, { orderId, caseId, state: 'waiting' });
  }

  /** Ends an order of which no case waits any more; answers whether it did. */
  async end(orderId: string): Promise<boolean> {
    return this.transactions.tx(async (db) => {
      if (await db.existsBy(OrderedCaseEntity, { orderId, state: 'waiting' })) return false;
      const { affected } = await db.update(OrderEntity, { id: orderId, state: 'running' }, { state: 'done', endedAt: this.clock.now(), leaseOwner: null, leaseUntil: null });
      if (affected !== 1) return false;
      const count = (state: OrderedCaseEntity['state']) => db.countBy(OrderedCaseEntity, { orderId, state });
      await this.audit.write({ action: 'migration.done', subject: orderId, detail: { moved: await count('moved'), refused: await count('refused') } });
      return true;
    });
  }

  /** Before the engine is asked. What an earlier try had written stays: a part of the case may be migrated since. */
  async prepare(orderId: string, { caseId, prepared }: OrderedCaseEntity, now: Prepared): Promise<Prepared> {
    const tasks = new Set(now.leftovers.map(({ taskId }) => taskId));
    const leftovers = [...(prepared?.leftovers ?? []).filter(({ taskId }) => !tasks.has(taskId)), ...now.leftovers];
    const losses = [...new Map([...(prepared?.losses ?? []), ...now.losses].map((text) => [text.en, text])).values()];
    if (leftovers.length + losses.length > 0) await this.transactions.tx((db) => db.update(OrderedCaseEntity, { orderId, caseId }, { prepared: { losses, leftovers } as object }));
    return { losses, leftovers };
  }

  /** In the transaction that brings the read model after it. Also of an order that was stopped meanwhile: it is so. */
  async moved(db: EntityManager, { id, fromVersion, toVersion, orderedByName }: OrderEntity, caseId: string, losses: readonly Text[]): Promise<void> {
    const { affected } = await db.update(OrderedCaseEntity, { orderId: id, caseId, state: In(['waiting', 'cancelled']) }, { state: 'moved', reasons: [], losses: losses as Text[], at: this.clock.now() });
    if (affected === 1) await this.audit.write({ action: 'case.migrated', caseId, subject: id, detail: { from: fromVersion, to: toVersion, orderedBy: orderedByName, losses: losses.map(({ id: text }) => text) } });
  }

  /** It stays where it is; where all reasons pass, it is tried again for a while. */
  async refused({ id, fromVersion, toVersion }: OrderEntity, row: OrderedCaseEntity, refusals: readonly Refusal[]): Promise<void> {
    const now = this.clock.now();
    const reasons = refusals.map(({ text }) => text);
    const attempts = row.attempts + 1;
    const again = attempts < TRIES && refusals.every(({ passing }) => passing);
    const waiting = { orderId: id, caseId: row.caseId, state: 'waiting' as const };
    await this.transactions.tx(async (db) => {
      if (again) return void (await db.update(OrderedCaseEntity, waiting, { attempts, reasons, nextAt: new Date(now.getTime() + PAUSE_MS) }));
      const { affected } = await db.update(OrderedCaseEntity, waiting, { state: 'refused', attempts, reasons, at: now });
      if (affected === 1) await this.audit.write({ action: 'case.migration-refused', caseId: row.caseId, subject: id, detail: { from: fromVersion, to: toVersion, reasons: reasons.map(({ id: text }) => text) } });
    });
  }
}
