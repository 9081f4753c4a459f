import { Injectable } from '@nestjs/common';
import { Clock, Transactions, WorkingDays } from 'tertib';
import { DAYS } from './law.js';
import { RequestEntity } from './requests.entity.js';

/** The register's rows, and the days that the law counts. */
@Injectable()
export class Requests {
  constructor(
    private readonly database: Transactions,
    private readonly workingDays: WorkingDays,
    private readonly clock: Clock,
  ) {}

  get(caseId: string): Promise<RequestEntity> {
    return this.database.read.findOneByOrFail(RequestEntity, { caseId });
  }

  async change(caseId: string, changes: Partial<RequestEntity>): Promise<void> {
    await this.database.tx((db) => db.update(RequestEntity, { caseId }, changes));
  }

  /** The answer's time begins anew: with the request, when it has been completed, or when the superior has it answered again. */
  async answerFrom(at: Date, days: number = DAYS.answer): Promise<{ dueAt: Date; remindAt: Date }> {
    const dueAt = await this.workingDays.add(at, days);
    return { dueAt, remindAt: await this.workingDays.add(dueAt, -DAYS.reminder) };
  }

  after(at: Date, days: number): Promise<Date> {
    return this.workingDays.add(at, days);
  }

  daysBetween(from: Date, to: Date): Promise<number> {
    return this.workingDays.between(from, to);
  }

  now(): Date {
    return this.clock.now();
  }
}
