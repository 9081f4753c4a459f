import { Injectable } from '@nestjs/common';
import { ContractPins } from '../../releases/index.js';
import type { Plan } from './plan.js';

/**
 * An automatic step under way keeps the topic and the inputs that it was begun with, wherever its token goes. It may only go
 * where the other version does the same by the same contract.
 */
@Injectable()
export class AutomaticSteps {
  constructor(private readonly pins: ContractPins) {}

  async goesOn({ from, to }: Plan, elementId: string, targetId: string): Promise<boolean> {
    const topic = from.summary.elements.get(elementId)?.topic ?? null;
    if (topic === null) return true;
    if (to.summary.elements.get(targetId)?.topic !== topic) return false;
    const [before, after] = await Promise.all([this.pins.hashOf(from.definitionId, topic), this.pins.hashOf(to.definitionId, topic)]);
    return before === after;
  }
}
