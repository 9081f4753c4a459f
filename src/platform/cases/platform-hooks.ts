import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { WorkerHooks, type TaskContext } from '../../sdk/index.js';
import { ContractPins } from '../releases/index.js';
import { Events, requestContext } from '../kernel/index.js';

/** Each external task runs in a context of its own, and each move is announced. */
@Injectable()
export class PlatformHooks extends WorkerHooks {
  constructor(
    private readonly events: Events,
    private readonly pins: ContractPins,
  ) {
    super();
  }

  around<T>(_task: TaskContext, work: () => Promise<T>): Promise<T> {
    return requestContext.run({ correlationId: uuidv7(), language: 'id', principal: null }, work);
  }

  onMoved(caseId: string): void {
    this.events.emit('engine.moved', { caseId });
  }

  override pinnedContract({ processDefinitionId, topic }: { readonly processDefinitionId: string; readonly topic: string }): Promise<string | null> {
    return this.pins.hashOf(processDefinitionId, topic);
  }
}
