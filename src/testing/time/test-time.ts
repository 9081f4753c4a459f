import { SystemClock } from '../../platform/kernel/index.js';
import { WorkingDays } from '../../sdk/index.js';
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

interface Appointment extends Omit<Fired, 'caseId'> {
  readonly processInstanceId: string | null;
}

const SECOND = 1_000;

/** The time of one test. It stands in application and engine alike, and moves when it is told to. */
export class TestTime {
  private readonly clock: SystemClock;
  private readonly workingDays: WorkingDays;
  private readonly database: Database;

  constructor(
    application: INestApplicationContext,
    private readonly setEngine: (now: Date) => Promise<void>,
    private readonly quiet: Quiet,
    private current: Date,
  ) {
    this.clock = application.get(SystemClock, { strict: false });
    this.workingDays = application.get(WorkingDays, { strict: false });
    this.database = application.get(Database, { strict: false });
    quiet.engineNow = current;
  }

  now(): Date {
    return this.clock.now();
  }

  /** Lets a second pass, as it does when somebody does something: what follows is later. */
  async pass(): Promise<void> {
    await this.quiet.stillQuiet();
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
    for (let next = this.next(target); next; next = this.next(target)) {
      const { processInstanceId, ...what } = next;
      fired.push({ ...what, caseId: await this.caseOf(processInstanceId) });
      await this.moveTo(what.at);
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
  private next(target: Date): Appointment | undefined {
    const { nextTimer: timer, waitingForRetry } = this.quiet;
    const appointments: Appointment[] = waitingForRetry.map(({ at, activityId, processInstanceId }) => ({ kind: 'retry', at, elementId: activityId, processInstanceId }));
    if (timer) appointments.unshift({ kind: 'timer', at: new Date(timer.dueDate), elementId: timer.activityId ?? '', processInstanceId: timer.processInstanceId });
    return appointments.filter(({ at }) => at <= target).toSorted((a, b) => a.at.getTime() - b.at.getTime())[0];
  }

  private async caseOf(instanceId: string | null): Promise<string> {
    return (instanceId && (await this.database.read.findOneBy(InstanceEntity, { id: instanceId }))?.caseId) || '';
  }
}
