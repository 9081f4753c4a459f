import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { EngineUnavailable, Problem, Transactions, type Text } from '../../sdk/index.js';
import { CaseEntity } from '../cases/index.js';
import { Releases, type ReleaseEntity } from '../releases/index.js';
import { CaseReader } from './judgement/case-parts.js';
import { Judge } from './judgement/judge.js';
import { alike, nameOf, type Plan } from './judgement/plan.js';
import { Plans } from './judgement/plans.js';
import type { Verdict } from './judgement/verdict.js';
import { MigrationProblem } from './migration.problems.js';
import type { Instruction } from './orders/order.entity.js';

/** Which cases, where to, and what becomes of steps that have no namesake. */
export interface Wanted {
  readonly to: string;
  /** Null: all that run on the version. */
  readonly caseIds: readonly string[] | null;
  readonly instructions: readonly Instruction[];
}

/** Tokens of many cases that go the same way. */
export interface StepMove {
  readonly processKey: string;
  readonly processName: string;
  readonly elementId: string;
  readonly name: string;
  readonly to: { readonly elementId: string; readonly name: string } | null;
  readonly count: number;
  /** What may be chosen where `to` is null, or was chosen. */
  readonly choices: readonly { readonly elementId: string; readonly name: string }[];
  readonly chosen: boolean;
  readonly problem: Text | null;
}

export interface Judged {
  readonly from: ReleaseEntity;
  readonly to: ReleaseEntity;
  readonly verdicts: readonly Verdict[];
  readonly steps: readonly StepMove[];
  /** What whoever agrees to the losses agrees to; null: there are none. */
  readonly lossHash: string | null;
}

/** What would happen, case by case. Changes nothing. */
@Injectable()
export class Previews {
  constructor(
    private readonly transactions: Transactions,
    private readonly releases: Releases,
    private readonly reader: CaseReader,
    private readonly plans: Plans,
    private readonly judge: Judge,
  ) {}

  async of(fromId: string, { to: toId, caseIds, instructions }: Wanted): Promise<Judged> {
    const from = await this.releases.byId(fromId);
    const to = await this.releases.byId(toId);
    if (!from || !to) throw Problem.notFound();
    if (from.id === to.id) throw MigrationProblem.sameVersion();
    if (to.state !== 'live' && to.state !== 'retired') throw MigrationProblem.notInForce(to.version);
    const ids = await this.running(from.id, caseIds);
    if (ids.length === 0) throw MigrationProblem.nothing();
    try {
      const planOf = this.plans.to(to.id, instructions);
      const verdicts = await this.judge.judge(await this.reader.read(ids), to.id, planOf);
      return { from, to, verdicts, steps: stepsOf(verdicts, instructions), lossHash: lossHash(verdicts) };
    } catch (error) {
      if (error instanceof EngineUnavailable) throw MigrationProblem.engineAway();
      throw error;
    }
  }

  /** Of those chosen, the ones that run on this version. */
  private async running(releaseId: string, chosen: readonly string[] | null): Promise<string[]> {
    const rows = await this.transactions.read.find(CaseEntity, { select: { id: true }, where: { releaseId, state: In(['starting', 'running']) }, order: { id: 'ASC' } });
    const wanted = chosen && new Set(chosen);
    return rows.map(({ id }) => id).filter((id) => !wanted || wanted.has(id));
  }
}

function stepsOf(verdicts: readonly Verdict[], instructions: readonly Instruction[]): StepMove[] {
  const plans = new Map<string, Plan>(verdicts.flatMap(({ moves }) => moves.map(({ plan }) => [plan.from.summary.key, plan] as const)));
  const steps = new Map<string, StepMove>();
  for (const { processKey, from, to } of verdicts.flatMap(({ tokens }) => tokens)) {
    const id = `${processKey} ${from} ${to ?? ''}`;
    const plan = plans.get(processKey);
    const known = steps.get(id);
    if (known) steps.set(id, { ...known, count: known.count + 1 });
    else if (plan) steps.set(id, stepOf(plan, from, to, instructions));
  }
  return [...steps.values()];
}

function stepOf(plan: Plan, from: string, to: string | null, instructions: readonly Instruction[]): StepMove {
  const { summary } = plan.from;
  const chosen = instructions.some((one) => one.processKey === summary.key && one.from === from);
  const choices = to !== null && !chosen ? [] : alike(summary.elements.get(from), plan.to.summary).map(({ id }) => ({ elementId: id, name: nameOf(plan.to, id) }));
  return {
    processKey: summary.key, processName: summary.name, elementId: from, name: nameOf(plan.from, from), to: to === null ? null : { elementId: to, name: nameOf(plan.to, to) },
    count: 1, choices, chosen, problem: plan.objections.get(from) ?? null,
  };
}

/** The same for the same losses, whatever their order. Those of cases that cannot go are not lost. */
function lossHash(verdicts: readonly Verdict[]): string | null {
  const keys = verdicts.filter(goes).flatMap(({ losses }) => losses.map(({ key }) => key)).toSorted();
  return keys.length === 0 ? null : createHash('sha256').update(keys.join('\n')).digest('hex');
}

/** Whether it can go, now or in a moment. */
export const goes = ({ refusals }: Verdict): boolean => refusals.every(({ passing }) => passing);
