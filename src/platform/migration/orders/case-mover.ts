import { Injectable, Logger } from '@nestjs/common';
import { EngineClient, EngineRejected, Transactions, type ProcessVariables } from '../../../sdk/index.js';
import { MigratedInstances } from '../../cases/index.js';
import { DraftEntity, Leftovers } from '../../tasks/index.js';
import { CaseReader, type CaseParts } from '../judgement/case-parts.js';
import { failuresIn, inWords } from '../judgement/engine-words.js';
import { Judge } from '../judgement/judge.js';
import { nameOf } from '../judgement/plan.js';
import { Refused } from '../judgement/sentences.js';
import type { InstanceMove, Prepared, Refusal, TaskLeftovers, Verdict } from '../judgement/verdict.js';
import { OrderLedger } from './order-ledger.js';
import type { OrderedCaseEntity } from './ordered-case.entity.js';
import type { OrderEntity } from './order.entity.js';

/**
 * Migrates one case, part by part, and writes it down. Whatever dies between the two systems, the next try finds by its
 * definition which part the engine has migrated already.
 */
@Injectable()
export class CaseMover {
  private readonly logger = new Logger(CaseMover.name);

  constructor(
    private readonly engine: EngineClient,
    private readonly transactions: Transactions,
    private readonly migrated: MigratedInstances,
    private readonly reader: CaseReader,
    private readonly judge: Judge,
    private readonly leftovers: Leftovers,
    private readonly ledger: OrderLedger,
  ) {}

  /** Answers why it could not go; nothing: it is there. Rejects when the engine is away. */
  async move(order: OrderEntity, row: OrderedCaseEntity, verdict: Verdict): Promise<Refusal[]> {
    const [parts] = await this.reader.read([verdict.caseId]);
    const losses = verdict.losses.map(({ text }) => text);
    const prepared = await this.ledger.prepare(order.id, row, { losses, leftovers: verdict.leftovers });
    const done: string[] = [];
    for (const move of verdict.moves) {
      const refusals = await this.one(move);
      if (refusals.length > 0) {
        // Called parts that are there stay there: each part is by itself, and the next order takes up the rest.
        if (done.length > 0) await this.migrated.follow(done);
        return refusals;
      }
      done.push(move.instanceId);
    }
    // Also those that an earlier try, cut short, had migrated.
    const instances = new Set([...(parts?.instances ?? []).map(({ id }) => id), ...done]);
    await this.finish(order, verdict.caseId, [...instances], { losses: prepared.losses, leftovers: await this.latest(prepared.leftovers, verdict.moves, parts) });
    return [];
  }

  /** Writes down that a case is there. */
  async finish(order: OrderEntity, caseId: string, instanceIds: readonly string[], { losses, leftovers }: Prepared): Promise<void> {
    await this.migrated.follow(instanceIds, async (db) => {
      for (const one of leftovers) await this.leftovers.keep(db, one.taskId, order.fromVersion, one.leftovers);
      await this.ledger.moved(db, order, caseId, losses);
    });
  }

  private async one(move: InstanceMove): Promise<Refusal[]> {
    const { instanceId, plan } = move;
    try {
      const { definitionId } = await this.engine.runtime.processInstance(instanceId);
      if (definitionId === plan.to.definitionId) return [];
      await this.engine.migration.execute(plan.forEngine, [instanceId], await this.missing(move));
      return [];
    } catch (error) {
      if (!(error instanceof EngineRejected)) throw error;
      return this.refusals(error, move);
    }
  }

  /** Variables that the new diagram reads and the old one did not: a missing one in a condition stops the engine, where null is simply false. */
  private async missing({ instanceId, plan: { from, to } }: InstanceMove): Promise<ProcessVariables> {
    const fresh = to.summary.variables.filter((name) => !from.summary.variables.includes(name));
    if (fresh.length === 0) return {};
    const there = new Set(Object.keys(await this.engine.runtime.variables(instanceId)));
    return Object.fromEntries(fresh.filter((name) => !there.has(name)).map((name) => [name, null]));
  }

  private refusals(error: EngineRejected, { instanceId, root, plan }: InstanceMove): Refusal[] {
    // A part that has ended meanwhile has nothing left to migrate.
    if (error.status === 404) return root ? [Refused.over()] : [];
    this.logger.warn(`Instance ${instanceId} was not migrated: ${error.type} ${error.message}`);
    const failures = failuresIn(error.message);
    // Whatever else the engine says is of the moment: it is gone, it moved meanwhile, somebody else was faster.
    if (failures.length === 0) return [Refused.busy()];
    return failures.map(({ elementId, failure, passing }) => ({ text: inWords(failure, nameOf(plan.from, elementId), nameOf(plan.to, plan.targets.get(elementId) ?? elementId)), passing }));
  }

  /** A draft that was saved since the verdict is looked at once more: what was typed last is what is kept. */
  private async latest(leftovers: readonly TaskLeftovers[], moves: readonly InstanceMove[], parts: CaseParts | undefined): Promise<TaskLeftovers[]> {
    const byTask = new Map(leftovers.map((one) => [one.taskId, one]));
    for (const task of parts?.tasks ?? []) {
      const plan = moves.find(({ instanceId }) => instanceId === task.instanceId)?.plan;
      const draft = plan && (await this.transactions.read.findOneBy(DraftEntity, { taskId: task.id }));
      if (!draft || draft.version === parts?.drafts.get(task.id)?.version) continue;
      const now = await this.judge.leftoversOf(task, plan, { drafts: new Map([[task.id, draft]]) });
      if (now) byTask.set(task.id, now);
      else byTask.delete(task.id);
    }
    return [...byTask.values()];
  }
}
