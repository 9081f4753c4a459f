import { Injectable } from '@nestjs/common';
import { EngineClient, type MigrationInstruction, type MigrationPlan, type Text } from '../../../sdk/index.js';
import { ReleaseFacts } from '../../cases/index.js';
import { Releases } from '../../releases/index.js';
import type { Instruction } from '../orders/order.entity.js';
import { inWords } from './engine-words.js';
import { nameOf, type Plan, type Side } from './plan.js';

const BODY = '#multiInstanceBody';
const oneToOne = (from: string, to: string): MigrationInstruction => ({ sourceActivityIds: [from], targetActivityIds: [to], updateEventTrigger: false });
const sourceOf = ({ sourceActivityIds }: MigrationInstruction): string => sourceActivityIds[0] ?? '';

/** Plans that the engine takes: elements go to their namesakes, or to what somebody chose. */
@Injectable()
export class Plans {
  constructor(
    private readonly engine: EngineClient,
    private readonly facts: ReleaseFacts,
    private readonly releases: Releases,
  ) {}

  /** Plans from any definition to this release, each made once. */
  to(releaseId: string, instructions: readonly Instruction[]): (definitionId: string) => Promise<Plan | null> {
    const known = new Map<string, Promise<Plan | null>>();
    return (definitionId) => {
      const plan = known.get(definitionId) ?? this.plan(definitionId, releaseId, instructions);
      known.set(definitionId, plan);
      return plan;
    };
  }

  /** Null where the release has no such diagram. */
  private async plan(definitionId: string, releaseId: string, instructions: readonly Instruction[]): Promise<Plan | null> {
    const facts = await this.facts.ofDefinition(definitionId);
    const key = facts?.processKey;
    if (!facts || key === undefined || !(await this.releases.keys(releaseId, 'diagram')).includes(key)) return null;
    const from = { releaseId: facts.releaseId, definitionId, summary: facts.summary };
    const to = { releaseId, definitionId: await this.releases.definitionId(releaseId, key), summary: await this.releases.summary(releaseId, key) };
    const chosen = instructions.filter((one) => one.processKey === key && from.summary.elements.has(one.from) && to.summary.elements.has(one.to));
    const generated = await this.engine.migration.generate(from.definitionId, to.definitionId);
    return this.taken(from, to, withChosen(generated, chosen, from));
  }

  /** What the engine does not take is left out, so that it holds up only the cases that stand there. */
  private async taken(from: Side, to: Side, plan: MigrationPlan, objections: ReadonlyMap<string, Text> = new Map()): Promise<Plan> {
    const reports = await this.engine.migration.validate(plan);
    if (reports.length === 0) {
      const targets = new Map(plan.instructions.map((one) => [sourceOf(one), one.targetActivityIds[0] ?? '']));
      return { from, to, forEngine: plan, targets, objections };
    }
    const found = reports.map(({ instruction, failures }): [string, Text] => {
      const source = sourceOf(instruction);
      return [source.replace(BODY, ''), inWords(failures.join('\n'), nameOf(from, source), nameOf(to, instruction.targetActivityIds[0] ?? ''))];
    });
    const refused = new Set(reports.map(({ instruction }) => sourceOf(instruction)));
    return this.taken(from, to, { ...plan, instructions: plan.instructions.filter((one) => !refused.has(sourceOf(one))) }, new Map([...found, ...objections]));
  }
}

function withChosen(generated: MigrationPlan, chosen: readonly Instruction[], { summary }: Side): MigrationPlan {
  const ours = chosen.flatMap(({ from, to }) => [oneToOne(from, to), ...(summary.elements.get(from)?.repeated ? [oneToOne(from + BODY, to + BODY)] : [])]);
  const replaced = new Set(ours.map(sourceOf));
  return { ...generated, variables: null, instructions: [...generated.instructions.filter((one) => !replaced.has(sourceOf(one))), ...ours] };
}
