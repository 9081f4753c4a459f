import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { z } from 'zod';
import { Transactions } from '../../../sdk/index.js';
import { requestContext } from '../../kernel/index.js';
import type { VisibleCase } from '../access/case-access.js';
import { InstanceEntity, ProgressEntity } from '../entities/index.js';
import { ReleaseFacts } from '../feed/release-facts.js';
import type { RunningStep } from './case.schemas.js';

/** The automatic steps of a case that say how far they are. */
@Injectable()
export class RunningSteps {
  constructor(
    private readonly transactions: Transactions,
    private readonly facts: ReleaseFacts,
  ) {}

  /** What a killed app left behind of an instance that is over is not shown. */
  async of({ row, sight }: VisibleCase): Promise<z.infer<typeof RunningStep>[]> {
    if (!sight.passages) return [];
    const { read } = this.transactions;
    const said = await read.find(ProgressEntity, { where: { caseId: row.id }, order: { at: 'ASC', taskId: 'ASC' } });
    if (said.length === 0) return [];
    const where = { ...sight.instance, id: In(said.map(({ instanceId }) => instanceId)), state: 'active' as const };
    const instances = new Map((await read.findBy(InstanceEntity, where)).map((instance) => [instance.id, instance]));
    const language = requestContext.language();
    const steps = said.map(async ({ taskId, instanceId, elementId, text, permille }) => {
      const instance = instances.get(instanceId);
      if (!instance) return [];
      const element = await this.facts.element(instance.definitionId, elementId);
      return [{ taskId, name: element?.name || elementId, step: element?.step ?? null, instanceLabel: instance.label, fraction: permille / 1_000, text: text[language] }];
    });
    return (await Promise.all(steps)).flat();
  }
}
