import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { In, IsNull, type FindOptionsWhere } from 'typeorm';
import { EngineClient, fromEngineTime, Transactions, WorkingDays, type Job, type ProcessVariables } from '../../../sdk/index.js';
import type { DiagramElement } from '../../releases/index.js';
import { Events } from '../../kernel/index.js';
import { InstanceEntity } from '../entities/index.js';
import { Loop } from '../loop.js';
import { grouped } from '../past/grouped.js';
import { ReleaseFacts } from './release-facts.js';

/** All are looked at again so often: holidays may have been added, or the engine was away. */
const REST_MS = 180_000;
const AFTER_ERROR_MS = 5_000;

/** Instances whose timers the engine is asked for in one request. */
const ASKED_AT_ONCE = 200;

type Waiting = Pick<InstanceEntity, 'id' | 'definitionId'>;
type Counted = DiagramElement & { readonly workingDays: NonNullable<DiagramElement['workingDays']> };

/**
 * The engine knows no holidays. Its timers wait for the date itself, or for as many plain days; here they are set to what
 * the office's calendar says. Seven working days never end before seven plain ones, and a date never before the days ahead of it.
 * So a timer that is set a moment late is late by that moment only, except where its time has passed already.
 */
@Injectable()
export class WorkingDayTimers implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly loop = new Loop(() => this.round(), AFTER_ERROR_MS);
  private moved = new Set<string>();
  private everything = true;
  private unsubscribe: (() => void)[] = [];

  constructor(
    private readonly engine: EngineClient,
    private readonly facts: ReleaseFacts,
    private readonly workingDays: WorkingDays,
    private readonly transactions: Transactions,
    private readonly events: Events,
  ) {}

  onApplicationBootstrap(): void {
    const look = ({ caseId }: { caseId: string }): void => {
      this.moved.add(caseId);
      this.loop.nudge();
    };
    this.unsubscribe = [this.events.on('engine.moved', look), this.events.on('case.changed', look)];
    this.loop.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    for (const end of this.unsubscribe) end();
    await this.loop.stop();
  }

  private async round(): Promise<number> {
    const moved = [...this.moved];
    const where = this.everything || moved.length === 0 ? {} : { caseId: In(moved) };
    // Forgotten only when it is done: what fails is all looked at in the next round.
    this.moved = new Set();
    this.everything = true;
    await this.set(await this.waiting(where));
    this.everything = false;
    return REST_MS;
  }

  /** Those whose diagram counts in working days: of the others, a case may have thousands that move all the time. */
  private async waiting(where: FindOptionsWhere<InstanceEntity>): Promise<Waiting[]> {
    const { read } = this.transactions;
    const open = { ...where, endedAt: IsNull() };
    const used = await read.createQueryBuilder(InstanceEntity, 'i').select('i.definitionId', 'id').distinct().where(open).getRawMany<{ id: string }>();
    const counted = await Promise.all(used.map(async ({ id }) => ((await this.counted(id)).length > 0 ? [id] : [])));
    const definitionIds = counted.flat();
    return definitionIds.length === 0 ? [] : read.find(InstanceEntity, { where: { ...open, definitionId: In(definitionIds) }, select: { id: true, definitionId: true } });
  }

  /** Idempotent: a timer that is set already stays. */
  async set(instances: readonly Waiting[]): Promise<void> {
    for (const [definitionId, some] of grouped(instances, (one) => one.definitionId)) {
      const elements = await this.counted(definitionId);
      for (let from = 0; from < some.length; from += ASKED_AT_ONCE) {
        const processInstanceIds = some.slice(from, from + ASKED_AT_ONCE).map(({ id }) => id);
        for (const element of elements) await this.timersOf(processInstanceIds, element);
      }
    }
  }

  private async counted(definitionId: string): Promise<Counted[]> {
    const elements = (await this.facts.ofDefinition(definitionId))?.summary.elements.values() ?? [];
    return [...elements].filter((element): element is Counted => element.workingDays !== null);
  }

  private async timersOf(processInstanceIds: readonly string[], { id, workingDays }: Counted): Promise<void> {
    for (const job of await this.engine.jobs.jobs({ processInstanceIds, activityId: id, timers: true })) {
      const variables = workingDays.before === null || job.processInstanceId === null ? {} : await this.engine.runtime.variables(job.processInstanceId);
      const due = await this.dueOf(job, workingDays, variables);
      if (due && (job.dueDate === null || fromEngineTime(job.dueDate).getTime() !== due.getTime())) await this.engine.jobs.setDueDate(job.id, due);
    }
  }

  /** Null where there is no date to count from: then the timer stays at what the engine made of it. */
  private async dueOf(job: Job, { days, before }: Counted['workingDays'], variables: Readonly<Record<string, unknown>>): Promise<Date | null> {
    if (before === null) return this.workingDays.add(fromEngineTime(job.createTime), days);
    const date = dateIn((variables as ProcessVariables)[before]);
    return date && this.workingDays.add(date, -days);
  }
}

function dateIn(value: unknown): Date | null {
  const date = value instanceof Date ? value : new Date(typeof value === 'string' ? value : Number.NaN);
  return Number.isNaN(date.getTime()) ? null : date;
}
