import { Injectable } from '@nestjs/common';
import { Clock, OpenTasks, Problem, Transactions, type VisibleTask } from 'tertib';
import { DatasetAccess } from '../datasets/dataset-access.js';
import { PeriodEntity } from '../periods/period.entity.js';
import type { ReviewTask } from './review.schemas.js';

/** Whose review it is, and which of it is the asker's to do. */
@Injectable()
export class ReviewAccess {
  constructor(
    private readonly database: Transactions,
    private readonly access: DatasetAccess,
    private readonly tasks: OpenTasks,
    private readonly clock: Clock,
  ) {}

  /** @throws "not found" for a producer, who has no part in it; that is audited. */
  async period(caseId: string): Promise<PeriodEntity> {
    const period = await this.database.read.findOneBy(PeriodEntity, { id: caseId });
    if (!period) throw Problem.notFound();
    return this.access.boundTo() === null ? period : this.access.refuse(caseId, caseId);
  }

  assertOfficial(): void {
    if (this.access.boundTo() !== null) throw Problem.forbidden();
  }

  /** Step 13, by data set. */
  async ofDatasets(caseIds: readonly string[]): Promise<Map<string, ReviewTask>> {
    const open = await this.tasks.ofForm('kelayakan', caseIds);
    return new Map(open.flatMap((task) => (typeof task.variables['dataset'] === 'string' ? [[task.variables['dataset'], this.shown(task)] as const] : [])));
  }

  /** Step 6, by period. */
  async ofRequests(caseIds: readonly string[]): Promise<Map<string, ReviewTask>> {
    return new Map((await this.tasks.ofForm('pemeriksaan-permintaan', caseIds)).map((task) => [task.caseId, this.shown(task)]));
  }

  private shown({ taskId: id, createdAt, dueAt, assigneeName: takenBy, canComplete }: VisibleTask): ReviewTask {
    return { id, since: createdAt.toISOString(), dueAt: dueAt?.toISOString() ?? null, overdue: dueAt !== null && dueAt < this.clock.now(), takenBy, canComplete };
  }
}
