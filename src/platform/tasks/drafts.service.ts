import { Injectable } from '@nestjs/common';
import { Asker, Clock, Transactions } from '../../sdk/index.js';
import { canonicalJson } from './canonical.js';
import { DraftEntity } from './draft.entity.js';
import { TaskAccess } from './task-access.js';
import { draftChanged } from './tasks.problems.js';

/** Half-filled forms. A save that does not know the last one is refused, so nobody's typing is lost without a word. */
@Injectable()
export class TaskDrafts {
  constructor(
    private readonly access: TaskAccess,
    private readonly transactions: Transactions,
    private readonly asker: Asker,
    private readonly clock: Clock,
  ) {}

  async save(taskId: string, data: Readonly<Record<string, unknown>>, version: number): Promise<{ version: number; savedAt: string }> {
    await this.access.workable(taskId);
    const savedAt = this.clock.now();
    const userId = this.asker.required().id;
    await this.transactions.tx(async (db) => {
      const changes = { data: data as object, userId, savedAt, version: version + 1 };
      if (version > 0) {
        const { affected } = await db.update(DraftEntity, { taskId, version }, changes);
        if (affected === 1) return;
      } else {
        await db.createQueryBuilder().insert().into(DraftEntity).values({ taskId, ...changes }).orIgnore().execute();
      }
      const row = await db.findOneBy(DraftEntity, { taskId });
      // Also the same save once more, whose answer was lost on the way.
      const ours = row?.version === version + 1 && row.userId === userId && canonicalJson(row.data) === canonicalJson(data);
      if (!ours) throw draftChanged(row?.version ?? 0);
    });
    return { version: version + 1, savedAt: savedAt.toISOString() };
  }
}
