import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { EngineUnavailable } from '../../../sdk/index.js';
import { Loop } from '../../cases/index.js';
import { Events, requestContext } from '../../kernel/index.js';
import { CaseReader } from '../judgement/case-parts.js';
import { Judge } from '../judgement/judge.js';
import { Plans } from '../judgement/plans.js';
import { Refused } from '../judgement/sentences.js';
import type { Refusal, Verdict } from '../judgement/verdict.js';
import { CaseMover } from './case-mover.js';
import { OrderLedger } from './order-ledger.js';
import type { OrderedCaseEntity } from './ordered-case.entity.js';
import type { OrderEntity } from './order.entity.js';

/** Small, so that a kill repeats little and whoever watches sees it go on. */
const BATCH = 20;
/** People work meanwhile: they share the engine and the database with this. */
const AT_ONCE = 4;
const IDLE_MS = 1_000;

type PlanOf = ReturnType<Plans['to']>;

/** Works orders off in batches. What is written down of each case is all that it remembers, so it goes on after a kill. */
@Injectable()
export class OrderWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(OrderWorker.name);
  private readonly loop = new Loop(() => this.round(), IDLE_MS);
  private unsubscribe: () => void = () => undefined;
  private plans: { readonly orderId: string; readonly of: PlanOf } | undefined;

  constructor(
    private readonly ledger: OrderLedger,
    private readonly reader: CaseReader,
    private readonly planner: Plans,
    private readonly judge: Judge,
    private readonly mover: CaseMover,
    private readonly events: Events,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.ledger.forgetLeases();
    this.unsubscribe = this.events.on('migration.changed', () => this.loop.nudge());
    this.loop.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.unsubscribe();
    await this.loop.stop();
  }

  private async round(): Promise<number> {
    const order = await this.ledger.lease();
    if (!order) return IDLE_MS;
    const rows = await this.ledger.next(order.id, BATCH);
    try {
      await requestContext.run({ correlationId: order.id, language: 'id', principal: null }, () => this.batch(order, rows));
    } catch (error) {
      // The engine starts beside us, or is being restarted: the order waits for it.
      if (!(error instanceof EngineUnavailable)) throw error;
      return IDLE_MS;
    }
    if (rows.length > 0 || (await this.ledger.end(order.id))) this.events.emit('migration.changed', { orderId: order.id });
    return rows.length > 0 ? 0 : IDLE_MS;
  }

  private async batch(order: OrderEntity, rows: readonly OrderedCaseEntity[]): Promise<void> {
    const verdicts = new Map((await this.judged(order, rows)).map((verdict) => [verdict.caseId, verdict]));
    const waiting = [...rows];
    const work = async (): Promise<void> => {
      for (let row = waiting.shift(); row; row = waiting.shift()) {
        if (!(await this.ledger.waits(order.id, row.caseId))) continue;
        const refusals = await this.one(order, row, verdicts.get(row.caseId));
        if (refusals.length > 0) await this.ledger.refused(order, row, refusals);
      }
    };
    const ended = await Promise.allSettled(Array.from({ length: AT_ONCE }, work));
    const failed = ended.find((one) => one.status === 'rejected');
    if (failed) throw failed.reason;
  }

  private async judged(order: OrderEntity, rows: readonly OrderedCaseEntity[]): Promise<Verdict[]> {
    if (this.plans?.orderId !== order.id) this.plans = { orderId: order.id, of: this.planner.to(order.toReleaseId, order.instructions) };
    return this.judge.judge(await this.reader.read(rows.map(({ caseId }) => caseId)), order.toReleaseId, this.plans.of);
  }

  private async one(order: OrderEntity, row: OrderedCaseEntity, verdict: Verdict | undefined): Promise<Refusal[]> {
    if (!verdict) return [Refused.over()];
    if (row.prepared && verdict.releaseId === order.toReleaseId && verdict.moves.length === 0) {
      // An earlier try was cut short after the engine had migrated all of it; it may even have ended since.
      await this.mover.finish(order, row.caseId, [], row.prepared);
      return [];
    }
    if (verdict.releaseId !== order.fromReleaseId && verdict.releaseId !== order.toReleaseId) return [Refused.elsewhere()];
    if (verdict.refusals.length > 0) return [...verdict.refusals];
    const more = verdict.losses.find(({ key }) => !row.consented.includes(key));
    if (more) return [Refused.notAgreed(more)];
    try {
      return await this.mover.move(order, row, verdict);
    } catch (error) {
      if (error instanceof EngineUnavailable) throw error;
      this.logger.error(error);
      return [Refused.busy()];
    }
  }
}
