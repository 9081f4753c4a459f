import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock, Transactions } from '../../sdk/index.js';
import { requestContext } from '../kernel/index.js';
import { LeftoverEntity } from './leftover.entity.js';

export type Leftover = Pick<LeftoverEntity, 'field' | 'label' | 'words' | 'value'>;

/** What people had typed into fields that the task's form no longer has. */
@Injectable()
export class Leftovers {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @param version - whose form had the fields. */
  async keep(db: EntityManager, taskId: string, version: number, leftovers: readonly Leftover[]): Promise<void> {
    const at = this.clock.now();
    for (const { field, label, words, value } of leftovers) {
      const row = { taskId, field: field.slice(0, 200), version, label, words, value, at };
      await db.upsert(LeftoverEntity, row as object, ['taskId', 'field', 'version']);
    }
  }

  /** In the asker's language. */
  async of(taskId: string): Promise<{ label: string; value: string; version: number }[]> {
    const rows = await this.transactions.read.find(LeftoverEntity, { where: { taskId }, order: { version: 'ASC', field: 'ASC' } });
    const language = requestContext.language();
    return rows.map(({ label, words, version }) => ({ label: label[language], value: words[language], version }));
  }
}
