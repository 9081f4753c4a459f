import { Injectable, Optional } from '@nestjs/common';
import { StandIn, WorkerHooks, type Outcome, type TaskContext, type TaskProgress } from '../../sdk/index.js';
import { Events, requestContext } from '../kernel/index.js';
import { ContractPins } from '../releases/index.js';
import { Correlations } from './correlations.service.js';
import { ProgressRecord } from './progress.service.js';

/** Each external task runs in a context of its own, under the id of what caused it; moves and progress are announced. */
@Injectable()
export class PlatformHooks extends WorkerHooks {
  constructor(
    private readonly events: Events,
    private readonly pins: ContractPins,
    private readonly correlations: Correlations,
    private readonly progress: ProgressRecord,
    @Optional() private readonly standIn?: StandIn,
  ) {
    super();
  }

  correlationId(caseId: string): Promise<string> {
    return this.correlations.ofCase(caseId);
  }

  around<T>({ correlationId }: TaskContext, work: () => Promise<T>): Promise<T> {
    return requestContext.run({ correlationId, language: 'id', principal: null }, work);
  }

  onMoved(caseId: string): void {
    this.events.emit('engine.moved', { caseId });
  }

  pinnedContract({ processDefinitionId, topic }: { readonly processDefinitionId: string; readonly topic: string }): Promise<string | null> {
    return this.pins.hashOf(processDefinitionId, topic);
  }

  onProgress(task: TaskContext, progress: TaskProgress | null): void {
    void this.progress.put(task, progress);
  }

  override instead(task: TaskContext): Promise<Outcome | null> | null {
    return this.standIn ? this.standIn.instead(task) : null;
  }
}
