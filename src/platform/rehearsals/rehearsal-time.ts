import { setTimeout as sleep } from 'node:timers/promises';
import { pages, type Job } from '../../sdk/index.js';
import { Feed } from '../cases/index.js';
import { RehearsalProblem } from './rehearsals.problems.js';
import { placeOf, type Place } from './place.js';
import type { OpenRehearsal } from './rehearsal.js';

/** Milliseconds for a timer to fire once it is due, and between two looks. */
const PATIENCE = 30_000;
const LOOK = 100;
/** What is due has its time behind it. */
const AFTER = 1;

/** A rehearsal's timers; time goes on only forwards, to the timer that somebody lets fire. */
export class RehearsalTime {
  /** @param ahead - milliseconds by which the stage is ahead of the machine already. */
  constructor(
    private readonly rehearsal: OpenRehearsal,
    private ahead = 0,
  ) {}

  /** Those that wait, the next first. */
  async timers(): Promise<(Job & { readonly dueDate: string })[]> {
    const { jobs } = this.rehearsal.stage.engine;
    const found: Job[] = [];
    for await (const page of pages((slice) => jobs.jobs({ timers: true, active: true, withRetriesLeft: true, sorting: [{ sortBy: 'jobDueDate', sortOrder: 'asc' }] }, slice))) found.push(...page);
    return found.filter((job): job is Job & { dueDate: string } => job.dueDate !== null && job.processInstanceId !== null);
  }

  /** Where a timer waits. @throws where it is gone. */
  async placeOf(id: string): Promise<Place> {
    const timer = (await this.timers()).find((waiting) => waiting.id === id);
    if (!timer) throw RehearsalProblem.noTimer();
    return this.place(timer);
  }

  async place({ jobDefinitionId, processDefinitionId, processInstanceId }: Job): Promise<Place> {
    const elementId = jobDefinitionId === null ? '' : (await this.rehearsal.stage.engine.jobs.definition(jobDefinitionId)).activityId;
    return placeOf(this.rehearsal, { elementId, definitionId: processDefinitionId, instanceId: processInstanceId });
  }

  /** Moves time to each timer until this one, in their order, and waits until it has fired. @throws where it is gone. */
  async fire(id: string): Promise<void> {
    for (let fired = ''; fired !== id; ) {
      const waiting = await this.timers();
      const next = waiting[0];
      if (!next || !waiting.some((timer) => timer.id === id)) throw RehearsalProblem.noTimer();
      await this.reach(new Date(next.dueDate));
      await this.gone(next);
      fired = next.id;
    }
    await this.rehearsal.part(Feed).sync();
  }

  private async reach(due: Date): Promise<void> {
    const needed = due.getTime() - Date.now() + AFTER;
    if (needed <= this.ahead) return;
    this.ahead = needed;
    await this.rehearsal.stage.setAhead(needed);
    this.rehearsal.timeHasMoved();
  }

  /** A timer that repeats keeps its id, with a later date. */
  private async gone({ id, dueDate }: { readonly id: string; readonly dueDate: string }): Promise<void> {
    for (const deadline = Date.now() + PATIENCE; Date.now() < deadline; await sleep(LOOK)) {
      if (!(await this.timers()).some((timer) => timer.id === id && timer.dueDate === dueDate)) return;
    }
    throw RehearsalProblem.slow();
  }
}
