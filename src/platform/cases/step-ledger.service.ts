import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock, StepLedger, Transactions, type RecordedStep, type StepKey } from '../../sdk/index.js';
import { rawRows } from '../kernel/index.js';
import { StepEntity } from './entities/index.js';

const RECORDED = 'SELECT "name", "position", "result" FROM "step_ledger" WHERE "taskId" = ? ORDER BY "position"';

/** Remembers steps in our database. */
@Injectable()
export class DatabaseStepLedger extends StepLedger {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {
    super();
  }

  async recorded(taskId: string): Promise<RecordedStep[]> {
    const rows = await rawRows<{ name: string; position: number; result: string | null }>(this.transactions.read, RECORDED, taskId);
    return rows.map((row) => ({ ...row, result: row.result === null ? null : (JSON.parse(row.result) as unknown) }));
  }

  async remember<T>(step: StepKey, work: () => Promise<T>): Promise<T> {
    const result = await work();
    await this.transactions.tx((db) => this.write(db, step, result));
    return result;
  }

  rememberTx<T>(step: StepKey, work: (db: EntityManager) => Promise<T>): Promise<T> {
    return this.transactions.tx(async (db) => {
      const result = await work(db);
      await this.write(db, step, result);
      return result;
    });
  }

  private async write(db: EntityManager, { taskId, name, position }: StepKey, result: unknown): Promise<void> {
    await db.insert(StepEntity, { taskId, name, position, result: result as object, doneAt: this.clock.now() });
  }
}
