import { Injectable, Logger } from '@nestjs/common';
import { Clock, Transactions, type TaskContext, type TaskProgress } from '../../sdk/index.js';
import { Events } from '../kernel/index.js';
import { ProgressEntity } from './entities/index.js';

const LONGEST_TEXT = 300;

/** Keeps what running handlers say of their progress where every node can show it. */
@Injectable()
export class ProgressRecord {
  private readonly logger = new Logger(ProgressRecord.name);
  /** Of one task, what is said last is written last. */
  private readonly writing = new Map<string, Promise<void>>();

  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly events: Events,
  ) {}

  /** Null when the run is over. Never rejects: work does not depend on what is said about it. */
  put(task: TaskContext, progress: TaskProgress | null): Promise<void> {
    const before = this.writing.get(task.id) ?? Promise.resolve();
    const turn = before.then(() => this.write(task, progress)).catch((error: unknown) => this.logger.warn(`Progress of ${task.topic} ${task.id} was not kept: ${String(error)}`));
    this.writing.set(task.id, turn);
    return turn.finally(() => this.writing.get(task.id) === turn && this.writing.delete(task.id));
  }

  private async write(task: TaskContext, progress: TaskProgress | null): Promise<void> {
    await this.transactions.tx(async (db) => {
      if (progress) await db.upsert(ProgressEntity, this.row(task, progress), ['taskId']);
      else await db.delete(ProgressEntity, { taskId: task.id });
    });
    this.events.emit('progress.changed', { caseId: task.caseId, instanceId: task.processInstanceId });
  }

  private row(task: TaskContext, { fraction, text }: TaskProgress): ProgressEntity {
    const said = { id: text.id.slice(0, LONGEST_TEXT), en: text.en.slice(0, LONGEST_TEXT) };
    return { taskId: task.id, caseId: task.caseId, instanceId: task.processInstanceId, elementId: task.elementId, text: said, permille: Math.round(fraction * 1_000), at: this.clock.now() };
  }
}
