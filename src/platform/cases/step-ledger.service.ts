import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock, StepLedger, Transactions } from '../../sdk/index.js';
import { StepEntity } from './entities/index.js';

/** Remembers steps in our database. */
@Injectable()
export class DatabaseStepLedger extends StepLedger {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {
    super();
  }

  async recall(taskId: string, name: string): Promise<{ result: unknown } | null> {
    const row = await this.transactions.read.findOneBy(StepEntity, { taskId, name });
    return row && { result: row.result };
  }

  async remember<T>(taskId: string, name: string, work: () => Promise<T>): Promise<T> {
    const known = await this.recall(taskId, name);
    if (known) return known.result as T;
    const result = await work();
    await this.transactions.tx((db) => this.write(db, taskId, name, result));
    return result;
  }

  /** Two that do the same step at once: the second one's insert fails, and with it all that it wrote. */
  rememberTx<T>(taskId: string, name: string, work: (db: EntityManager) => Promise<T>): Promise<T> {
    return this.transactions.tx(async (db) => {
      const known = await this.recall(taskId, name);
      if (known) return known.result as T;
      const result = await work(db);
      await this.write(db, taskId, name, result);
      return result;
    });
  }

  private async write(db: EntityManager, taskId: string, name: string, result: unknown): Promise<void> {
    await db.insert(StepEntity, { taskId, name, result: result as object, doneAt: this.clock.now() });
  }
}
