import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Clock, Transactions } from '../../../sdk/index.js';
import { ActivityEntity, InstanceEntity, TaskEntity } from '../entities/index.js';
import { EngineReader } from './engine-reader.js';
import { FeedWriter } from './feed-writer.js';
import { LostHolders } from './lost-holders.js';

/** Compares all that is open in the engine with all that is open here, whatever the times in the history say. */
@Injectable()
export class Reconciler {
  constructor(
    private readonly reader: EngineReader,
    private readonly writer: FeedWriter,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly holders: LostHolders,
  ) {}

  async run(): Promise<void> {
    const ours = await this.transactions.read.find(InstanceEntity, { where: { endedAt: IsNull() }, select: { id: true } });
    const passages = await this.transactions.read.find(ActivityEntity, { where: { endedAt: IsNull() }, select: { id: true, instanceId: true } });
    const open = await this.reader.open();
    await this.writer.write(open);
    const openInstances = new Set(open.instances.map((instance) => instance.id));
    const openActivities = new Set(open.activities.map((activity) => activity.id));
    const gone = ours.map((row) => row.id).filter((id) => !openInstances.has(id));
    const stale = new Set(passages.filter((passage) => !openActivities.has(passage.id)).map((passage) => passage.instanceId));
    for (const id of stale) await this.writer.write({ activities: await this.reader.activitiesOf(id), instances: [] }, { known: false });
    await this.holders.run();
    if (gone.length === 0) return;
    const ended = await this.reader.instances(gone);
    await this.writer.write({ activities: [], instances: ended.filter((instance) => instance.endTime !== null) }, { known: false });
    await this.forget(gone.filter((id) => !ended.some((instance) => instance.id === id)));
  }

  /** The engine's history of them is gone: it was cleaned up or restored from an older copy. */
  private async forget(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      await this.transactions.tx(async (db) => {
        const endedAt = this.clock.now();
        await db.update(InstanceEntity, { id }, { state: 'terminated', endedAt });
        await db.update(ActivityEntity, { instanceId: id, endedAt: IsNull() }, { canceled: true, endedAt });
        await db.update(TaskEntity, { instanceId: id, state: In(['open', 'completing']) }, { state: 'cancelled', completedAt: endedAt });
      });
    }
  }
}
