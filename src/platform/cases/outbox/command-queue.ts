import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Clock, Transactions } from '../../../sdk/index.js';
import { Database } from '../../kernel/index.js';
import { CommandEntity } from '../entities/index.js';

const CASES_AT_ONCE = 8;
const PER_CASE = 10;
/** Longer than one call to the engine, which ends after 30 seconds; renewed between calls. */
const LEASE_MS = 45_000;
const SHORTEST_LEASE_MS = 35_000;

/** Which commands are due, and whose turn it is: in order within a case, cases side by side, one app node per case. */
@Injectable()
export class CommandQueue {
  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Leases the next commands, grouped by case and in order. */
  async lease(owner: string): Promise<CommandEntity[][]> {
    if (!(await this.anyDue())) return [];
    const now = this.clock.now();
    return this.transactions.tx(async (db) => {
      const heads = (await db.query(this.headsQuery(), [now.toISOString(), now.toISOString()])) as { caseId: string }[];
      const caseIds = heads.map((head) => head.caseId);
      if (caseIds.length === 0) return [];
      const pending = await db.find(CommandEntity, { where: { caseId: In(caseIds), state: 'pending' }, order: { id: 'ASC' }, take: 500 });
      const batches = caseIds.map((caseId) => pending.filter((command) => command.caseId === caseId && command.nextAt <= now).slice(0, PER_CASE));
      const ids = batches.flat().map((command) => command.id);
      const leaseUntil = new Date(now.getTime() + LEASE_MS);
      await db.update(CommandEntity, { id: In(ids) }, { leaseOwner: owner, leaseUntil });
      for (const command of batches.flat()) command.leaseUntil = leaseUntil;
      return batches;
    });
  }

  /** Before each delivery: so that no other node takes over while one of ours waits for the engine. */
  async renew(batch: readonly CommandEntity[]): Promise<void> {
    const now = this.clock.now().getTime();
    const [next] = batch;
    if (!next?.leaseUntil || next.leaseUntil.getTime() - now > SHORTEST_LEASE_MS) return;
    const leaseUntil = new Date(now + LEASE_MS);
    await this.transactions.tx((db) => db.update(CommandEntity, { id: In(batch.map((command) => command.id)) }, { leaseUntil }));
    for (const command of batch) command.leaseUntil = leaseUntil;
  }

  /** SQLite has one node: what is leased when it starts was leased by one that was killed. */
  async forgetLeases(): Promise<void> {
    if (this.database.writer.options.type === 'postgres') return;
    await this.transactions.tx((db) => db.update(CommandEntity, { state: 'pending' }, { leaseOwner: null, leaseUntil: null }));
  }

  private async anyDue(): Promise<boolean> {
    const now = this.clock.now().toISOString();
    const query = this.database.read.createQueryBuilder(CommandEntity, 'c').where('c.state = :state AND c.nextAt <= :now', { state: 'pending', now });
    return query.getExists();
  }

  /** The first pending command of each case; its row lock is the case's. */
  private headsQuery(): string {
    const postgres = this.database.writer.options.type === 'postgres';
    const [due, free] = postgres ? ['$1', '$2'] : ['?', '?'];
    return `SELECT "caseId" FROM "engine_commands" c
      WHERE c."state" = 'pending' AND c."nextAt" <= ${due} AND (c."leaseUntil" IS NULL OR c."leaseUntil" < ${free})
        AND NOT EXISTS (SELECT 1 FROM "engine_commands" e WHERE e."caseId" = c."caseId" AND e."state" = 'pending' AND e."id" < c."id")
      ORDER BY c."id" LIMIT ${CASES_AT_ONCE} ${postgres ? 'FOR UPDATE OF c SKIP LOCKED' : ''}`;
  }
}
