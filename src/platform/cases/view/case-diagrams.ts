import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { z } from 'zod';
import { Transactions } from '../../../sdk/index.js';
import { Releases } from '../../releases/index.js';
import type { VisibleCase } from '../access/case-access.js';
import type { Sight } from '../access/sight.js';
import { ActivityEntity, IncidentEntity, InstanceEntity, type CaseEntity } from '../entities/index.js';
import { ReleaseFacts } from '../feed/release-facts.js';
import type { Diagrams, Tokens } from './case.schemas.js';

type Token = z.infer<typeof Tokens>[number];

/** Where a case stands, on its own release's diagrams. */
@Injectable()
export class CaseDiagrams {
  constructor(
    private readonly transactions: Transactions,
    private readonly releases: Releases,
    private readonly facts: ReleaseFacts,
  ) {}

  /** The procedure's diagram, then those that it calls; for a producer those that it takes part in; a guest is not shown how the office works. */
  async diagrams({ row, sight }: VisibleCase): Promise<z.infer<typeof Diagrams>> {
    const parts = await this.instances(row, sight);
    const own = sight.whole ? await this.keys(row) : [];
    const keys = [...new Set([...own, ...parts.map(({ processKey }) => processKey)])];
    return Promise.all(
      keys.map(async (processKey) => {
        const releaseId = (await this.releaseOf(parts.filter((part) => part.processKey === processKey))) ?? row.releaseId;
        return { processKey, name: (await this.releases.summary(releaseId, processKey)).name, xml: await this.releases.diagram(releaseId, processKey) };
      }),
    );
  }

  /** A called part may have stayed on the version before when the case was migrated: the newest that still runs says it. */
  private async releaseOf(parts: readonly InstanceEntity[]): Promise<string | null> {
    const [first] = parts.toSorted((a, b) => Number(b.state === 'active') - Number(a.state === 'active') || b.startedAt.getTime() - a.startedAt.getTime());
    return first ? ((await this.facts.ofDefinition(first.definitionId))?.releaseId ?? null) : null;
  }

  async tokens({ row, sight }: VisibleCase): Promise<z.infer<typeof Tokens>> {
    const instances = await this.instances(row, sight);
    const keyOf = new Map(instances.map((instance) => [instance.id, instance.processKey]));
    const counts = new Map<string, Token>();
    const count = (instanceId: string, elementId: string, state: Token['state']): void => {
      const processKey = keyOf.get(instanceId);
      if (processKey === undefined) return;
      const token = counts.get(`${processKey} ${elementId} ${state}`) ?? { processKey, elementId, state, count: 0 };
      counts.set(`${processKey} ${elementId} ${state}`, { ...token, count: token.count + 1 });
    };
    for (const { instanceId, elementId, endedAt, canceled } of await this.activities([...keyOf.keys()])) {
      if (!elementId.includes('#') && !canceled) count(instanceId, elementId, endedAt === null ? 'active' : 'done');
    }
    const incidents = sight.whole ? await this.transactions.read.findBy(IncidentEntity, { caseId: row.id, endedAt: IsNull() }) : [];
    for (const { instanceId, elementId } of incidents) if (instanceId && elementId) count(instanceId, elementId, 'incident');
    return [...counts.values()];
  }

  private async keys(row: CaseEntity): Promise<string[]> {
    const keys = [row.procedureKey];
    for (const key of keys) {
      const { calls } = await this.releases.summary(row.releaseId, key);
      keys.push(...calls.filter((call) => !keys.includes(call)));
    }
    return keys;
  }

  private async instances(row: CaseEntity, { passages, instance }: Sight): Promise<InstanceEntity[]> {
    return passages ? this.transactions.read.findBy(InstanceEntity, { caseId: row.id, ...instance }) : [];
  }

  private async activities(instanceIds: readonly string[]): Promise<ActivityEntity[]> {
    const found: ActivityEntity[] = [];
    for (let start = 0; start < instanceIds.length; start += 500) {
      found.push(...(await this.transactions.read.findBy(ActivityEntity, { instanceId: In(instanceIds.slice(start, start + 500)) })));
    }
    return found;
  }
}
