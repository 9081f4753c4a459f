import { Injectable } from '@nestjs/common';
import { EngineClient, fromEngineTime } from '../../../sdk/index.js';

/** A timer that runs. */
export interface RunningTimer {
  readonly instanceId: string;
  readonly elementId: string;
  readonly due: Date | null;
}

const CHUNK = 200;

/** Timers of instances, by the element that made them. */
@Injectable()
export class Timers {
  /** Which element a job definition is of; that never changes. */
  private readonly elements = new Map<string, Promise<string>>();

  constructor(private readonly engine: EngineClient) {}

  async of(instanceIds: readonly string[]): Promise<RunningTimer[]> {
    const found: RunningTimer[] = [];
    for (let start = 0; start < instanceIds.length; start += CHUNK) {
      const jobs = await this.engine.jobs.jobs({ processInstanceIds: instanceIds.slice(start, start + CHUNK), timers: true });
      for (const { processInstanceId, jobDefinitionId, dueDate } of jobs) {
        if (processInstanceId === null || jobDefinitionId === null) continue;
        found.push({ instanceId: processInstanceId, elementId: await this.element(jobDefinitionId), due: dueDate === null ? null : fromEngineTime(dueDate) });
      }
    }
    return found;
  }

  private element(jobDefinitionId: string): Promise<string> {
    const known = this.elements.get(jobDefinitionId) ?? this.engine.jobs.definition(jobDefinitionId).then(({ activityId }) => activityId);
    this.elements.set(jobDefinitionId, known);
    known.catch(() => this.elements.delete(jobDefinitionId));
    return known;
  }
}
