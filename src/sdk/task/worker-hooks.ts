import { Injectable } from '@nestjs/common';

/** Which task is being worked on. */
export interface WorkedTask {
  readonly id: string;
  readonly topic: string;
  readonly caseId: string;
}

/** What the surroundings of the worker want to know. The default does nothing; the platform provides its own. */
@Injectable()
export class WorkerHooks {
  /** Runs `work` inside a context of its own, such as a correlation id. */
  around<T>(_task: WorkedTask, work: () => Promise<T>): Promise<T> {
    return work();
  }

  /** The engine took an outcome: the case has moved. */
  moved(_task: WorkedTask): void {}

  /** The engine stopped answering, or answers again. */
  engine(_state: 'away' | 'back'): void {}
}
