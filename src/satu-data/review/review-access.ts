import { Injectable } from '@nestjs/common';
import { Asker, Cases, Clock, OpenTasks, Problem, Transactions, type VisibleTask } from 'tertib';
import { DatasetAccess } from '../datasets/dataset-access.js';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import { PeriodEntity } from '../periods/period.entity.js';
import type { ReviewTask } from './review.schemas.js';

/** Whose review it is, and which of it is the asker's to do. */
@Injectable()
export class ReviewAccess {
  constructor(
    private readonly database: Transactions,
    private readonly access: DatasetAccess,
    private readonly tasks: OpenTasks,
    private readonly cases: Cases,
    private readonly asker: Asker,
    private readonly clock: Clock,
  ) {}

  /** @throws "not found" for a producer, who has no part in it, and for the statistics office before it was asked anything; that is audited. */
  async period(caseId: string): Promise<PeriodEntity> {
    const period = await this.database.read.findOneBy(PeriodEntity, { id: caseId });
    if (!period) throw Problem.notFound();
    return this.mayReview() && (await this.seen([period])).length > 0 ? period : this.access.refuse(caseId, caseId);
  }

  /** @throws forbidden for a producer, who has no part in judging. */
  assertOfficial(): void {
    if (!this.mayReview()) throw Problem.forbidden();
  }

  /** Those that the asker has a part in. */
  async seen(periods: readonly PeriodEntity[]): Promise<PeriodEntity[]> {
    const visible = await this.cases.visible(periods.map(({ id }) => id));
    return periods.filter(({ id }) => visible.has(id));
  }

  /** The statistics office: it sees what was sent to it, and its own words. */
  get reviewer(): boolean {
    return this.access.isReviewer();
  }

  /** The letters that may be seen: of the statistics office those that went to it. */
  letters(): { officeId?: string } {
    return this.reviewer ? { officeId: this.asker.required().officeId ?? '-' } : {};
  }

  private mayReview(): boolean {
    return this.reviewer || this.access.boundTo() === null;
  }

  /** Step 13, by data set. */
  async ofDatasets(datasets: readonly Pick<DatasetEntity, 'id' | 'periodId'>[]): Promise<Map<string, ReviewTask>> {
    const open = await this.tasks.ofForm('kelayakan', [...new Set(datasets.map(({ periodId }) => periodId))], { variable: { name: 'dataset', values: datasets.map(({ id }) => id) } });
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
