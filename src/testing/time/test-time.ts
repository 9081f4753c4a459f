import { SystemClock } from '../../platform/kernel/index.js';
import { EngineClient, fromEngineTime, WorkingDays } from '../../sdk/index.js';
import { InstanceEntity } from '../../platform/cases/index.js';
import { Database } from '../../platform/kernel/index.js';
import type { INestApplicationContext } from '@nestjs/common';
import { millisecondsOf, workingDaysIn, type Stretch } from './duration.js';
import type { Quiet } from './quiet.js';

/** Something that time did. @beta */
export interface Fired {
  /** `timer`: of a diagram. `retry`: a task was given out again after its handler had failed. */
  readonly kind: 'timer' | 'retry';
  /** Id of the timer, or of the service task, in the diagram. */
  readonly elementId: string;
  /** The case in which it happened. */
  readonly caseId: string;
  /** The time of the test at which it happened. */
  readonly at: Date;
}

interface Appointment extends Omit<Fired, 'caseId' | 'elementId'> {
  readonly processInstanceId: string | null;
  readonly element: () => Promise<string>;
}

const SECOND = 1_000;

/** The time of one test. It stands in application and engine alike, and moves when it is told to. */
export class TestTime {
  private readonly clock: SystemClock;
  private readonly engine: EngineClient;
  private readonly workingDays: WorkingDays;
  private readonly database: Database;

  constructor(
    application: INestApplicationContext,
    private readonly setEngine: (now: Date) => Promise<void>,
    private readonly quiet: Quiet,
    private current: Date,
  ) {
    this.clock = application.get(SystemClock, { strict: false });
    this.engine = application.get(EngineClient, { strict: false });
    this.workingDays = application.get(WorkingDays, { strict: false });
    this.database = application.get(Database, { strict: false });
    quiet.engineNow = current;
  }

  now(): Date {
    return this.clock.now();
  }

  /** Lets a second pass, as it does when somebody does something: what follows is later. */
  async pass(): Promise<void> {
    await this.advanceTo(new Date(this.now().getTime() + SECOND));
  }

  async advance(stretch: Stretch): Promise<Fired[]> {
    await this.quiet.settle();
    const fired = await this.advanceTo(await this.target(stretch));
    await this.quiet.settle();
    return fired;
  }

  private async target(stretch: Stretch): Promise<Date> {
    const now = this.now();
    const days = workingDaysIn(stretch);
    if (days !== null) return this.workingDays.add(now, days);
    const target = stretch instanceof Date ? stretch : new Date(now.getTime() + millisecondsOf(stretch));
    if (!(target >= now)) throw new RangeError(`Time only goes forward: it is ${now.toISOString()}, and was to become ${Number.isNaN(target.getTime()) ? 'no date' : target.toISOString()}.`);
    return target;
  }

  /** One appointment after the other, so that what the first brings about may still fall due. */
  private async advanceTo(target: Date): Promise<Fired[]> {
    const fired: Fired[] = [];
    for (let next = await this.next(target); next; next = await this.next(target)) {
      const { kind, at, processInstanceId, element } = next;
      fired.push({ kind, at, elementId: await element(), caseId: await this.caseOf(processInstanceId) });
      await this.moveTo(at);
      await this.quiet.settle();
    }
    await this.moveTo(target);
    return fired;
  }

  private async moveTo(at: Date): Promise<void> {
    if (at < this.current) return;
    this.current = at;
    this.quiet.engineNow = at;
    this.clock.standAt(at);
    await this.setEngine(at);
  }

  /** The earliest appointment that is still to come. */
  private async next(target: Date): Promise<Appointment | undefined> {
    const [timer, retry] = await Promise.all([this.nextTimer(target), this.nextRetry(target)]);
    return timer && retry ? (timer.at <= retry.at ? timer : retry) : (timer ?? retry);
  }

  private async nextTimer(target: Date): Promise<Appointment | undefined> {
    const after = (date: Date) => new Date(date.getTime() + 1);
    const query = { timers: true, active: true, withRetriesLeft: true, dueDates: [{ operator: 'lt', value: after(target) }], sorting: [{ sortBy: 'jobDueDate', sortOrder: 'asc' }] } as const;
    const [job] = await this.engine.jobs.jobs(query, { firstResult: 0, maxResults: 1 });
    if (!job?.dueDate) return undefined;
    const element = async () => (job.jobDefinitionId === null ? '' : (await this.engine.jobs.definition(job.jobDefinitionId)).activityId);
    return { kind: 'timer', at: fromEngineTime(job.dueDate), processInstanceId: job.processInstanceId, element };
  }

  private async nextRetry(target: Date): Promise<Appointment | undefined> {
    const [first] = (await this.quiet.waitingForRetry()).filter(({ at }) => at <= target).sort((a, b) => a.at.getTime() - b.at.getTime());
    return first && { kind: 'retry', at: first.at, processInstanceId: first.processInstanceId, element: () => Promise.resolve(first.activityId) };
  }

  private async caseOf(instanceId: string | null): Promise<string> {
    return (instanceId && (await this.database.read.findOneBy(InstanceEntity, { id: instanceId }))?.caseId) || '';
  }
}
