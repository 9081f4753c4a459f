import { Injectable } from '@nestjs/common';
import { Settings, type Text } from '../../../sdk/index.js';
import { ReleaseFacts, type InstanceEntity, type TaskEntity } from '../../cases/index.js';
import { AutomaticSteps } from './automatic-steps.js';
import type { CaseParts } from './case-parts.js';
import { DraftFit } from './draft-fit.js';
import { nameOf, type Plan } from './plan.js';
import { Lost, Refused, stays } from './sentences.js';
import { Timers, type RunningTimer } from './timers.js';
import type { InstanceMove, Loss, Refusal, TaskLeftovers, TokenMove, Verdict } from './verdict.js';

type PlanOf = (definitionId: string) => Promise<Plan | null>;

/** Scopes around the steps; a token of theirs goes where what is inside goes. */
const SCOPE = /subprocess|multiInstanceBody|transaction/i;

/** Says of each case what becomes of it: before anybody decides, and once more before it is done. */
@Injectable()
export class Judge {
  constructor(
    private readonly facts: ReleaseFacts,
    private readonly drafts: DraftFit,
    private readonly timers: Timers,
    private readonly steps: AutomaticSteps,
    private readonly settings: Settings,
  ) {}

  async judge(cases: readonly CaseParts[], toReleaseId: string, planOf: PlanOf): Promise<Verdict[]> {
    const timers = await this.timers.of(cases.flatMap(({ instances }) => instances.map(({ id }) => id)));
    const byInstance = new Map<string, RunningTimer[]>();
    for (const timer of timers) byInstance.set(timer.instanceId, [...(byInstance.get(timer.instanceId) ?? []), timer]);
    return Promise.all(cases.map((parts) => this.one(parts, toReleaseId, planOf, byInstance)));
  }

  private async one(parts: CaseParts, toReleaseId: string, planOf: PlanOf, timers: ReadonlyMap<string, readonly RunningTimer[]>): Promise<Verdict> {
    const { row, tasks } = parts;
    const zone = await this.settings.get('timezone', 'Asia/Jakarta');
    const refusals: Refusal[] = [];
    if (row.state === 'ended' || row.state === 'cancelled') refusals.push(Refused.over());
    else if (row.cancelReason !== null) refusals.push(Refused.cancelled());
    else if (row.state === 'starting' || parts.instances.length === 0) refusals.push(Refused.notStarted());
    else if (tasks.some(({ state }) => state === 'completing')) refusals.push(Refused.saving());
    const found: { tokens: TokenMove[]; losses: Loss[]; moves: InstanceMove[]; staying: Text[]; leftovers: TaskLeftovers[] } = { tokens: [], losses: [], moves: [], staying: [], leftovers: [] };
    // Parts begin after what calls them, so the innermost comes first and the case itself last.
    for (const instance of parts.instances.toSorted((a, b) => Number(a.parentId === null) - Number(b.parentId === null) || b.startedAt.getTime() - a.startedAt.getTime())) {
      if ((await this.facts.ofDefinition(instance.definitionId))?.releaseId === toReleaseId) continue;
      const plan = await planOf(instance.definitionId);
      if (!plan) {
        const name = (await this.facts.ofDefinition(instance.definitionId))?.summary.name ?? instance.processKey;
        if (instance.parentId === null) refusals.push(Refused.noProcedure(name));
        else found.staying.push(stays(name));
        continue;
      }
      found.moves.push({ instanceId: instance.id, root: instance.parentId === null, plan });
      const { tokens, refused, losses } = await this.tokens(instance, plan, parts);
      found.tokens.push(...tokens);
      refusals.push(...refused);
      found.losses.push(...losses, ...lostTimers(timers.get(instance.id) ?? [], plan, parts).map((timer) => Lost.timer(timer, nameOf(plan.from, timer.elementId), zone)));
      for (const task of tasks.filter(({ instanceId }) => instanceId === instance.id)) {
        const left = await this.leftoversOf(task, plan, parts);
        if (!left) continue;
        found.leftovers.push(left);
        found.losses.push(...left.leftovers.map((misfit) => Lost.field(task, misfit)));
      }
    }
    return { caseId: row.id, title: row.title, releaseId: row.releaseId, refusals: unique(refusals), ...found };
  }

  /** What was typed into a task and would have no place; null: all of it has one, or nothing was typed. */
  async leftoversOf(task: TaskEntity, { from, to, targets }: Plan, { drafts }: Pick<CaseParts, 'drafts'>): Promise<TaskLeftovers | null> {
    const draft = drafts.get(task.id);
    const target = to.summary.elements.get(targets.get(task.elementId) ?? '');
    if (!draft || !target) return null;
    const leftovers = await this.drafts.leftovers({ releaseId: from.releaseId, formKey: task.formKey }, { releaseId: to.releaseId, formKey: target.formKey }, draft.data);
    return leftovers.length === 0 ? null : { taskId: task.id, draftVersion: draft.version, leftovers };
  }

  private async tokens(instance: InstanceEntity, plan: Plan, parts: CaseParts): Promise<{ tokens: TokenMove[]; refused: Refusal[]; losses: Loss[] }> {
    const tokens: TokenMove[] = [];
    const refused: Refusal[] = [];
    const losses: Loss[] = [];
    for (const { elementId, type } of parts.tokens.filter(({ instanceId }) => instanceId === instance.id)) {
      const to = plan.targets.get(elementId) ?? null;
      const name = nameOf(plan.from, elementId);
      if (SCOPE.test(type)) {
        if (to === null && !elementId.includes('#')) losses.push(Lost.part(instance.id, elementId, name));
        continue;
      }
      tokens.push({ processKey: instance.processKey, from: elementId, to });
      const objection = plan.objections.get(elementId);
      if (to === null) refused.push(objection ? { text: objection, passing: false } : Refused.noStep(name));
      else if (!(await this.steps.goesOn(plan, elementId, to))) refused.push(Refused.underWay(name));
    }
    return { tokens, refused, losses };
  }
}

/** A timer that is itself where the case waits is a step like others. */
function lostTimers(timers: readonly RunningTimer[], plan: Plan, { tokens }: CaseParts): RunningTimer[] {
  return timers.filter(({ instanceId, elementId }) => !plan.targets.has(elementId) && !tokens.some((token) => token.instanceId === instanceId && token.elementId === elementId));
}

const unique = (refusals: readonly Refusal[]): Refusal[] => [...new Map(refusals.map((one) => [one.text.en, one])).values()];
