import { setTimeout as delay } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { EngineRejected, EngineUnavailable, type LockedExternalTask } from '../../engine/index.js';
import { doubling } from './back-off.js';
import type { EngineTasks } from './engine-tasks.js';
import type { Outcome } from './outcome.js';

/** The engine's column for messages is this long. */
const LONGEST_MESSAGE = 600;
/** Two tokens that met in the engine get out of each other's way in a few tries; anything else that lasts is an incident. */
const TRIES = { conflict: 12, refused: 3 } as const;

/** Tells the engine how a task went, and answers whether the instance moved. */
export class TaskReport {
  private readonly logger = new Logger(TaskReport.name);

  constructor(
    private readonly tasks: Pick<EngineTasks, 'complete' | 'failure' | 'bpmnError'>,
    private readonly workerId: string,
  ) {}

  /** A completion that the engine refuses for a lasting reason becomes an incident; otherwise the task would run again for ever. */
  async tell(task: LockedExternalTask, outcome: Outcome): Promise<boolean> {
    try {
      return await this.insist(() => this.call(task.id, outcome));
    } catch (error) {
      // A RangeError says which variable the engine cannot hold; it was not even asked.
      if (!(error instanceof EngineRejected || error instanceof RangeError) || outcome.kind === 'failure') throw error;
      const message = `The engine refused the result: ${error.message}`;
      return this.insist(() => this.call(task.id, { kind: 'failure', message, details: error.stack ?? message, retries: 0, delay: 0 }));
    }
  }

  private call(id: string, outcome: Outcome): Promise<void> {
    const { workerId } = this;
    switch (outcome.kind) {
      case 'complete':
        return this.tasks.complete(id, workerId, outcome.variables);
      case 'business-error':
        return this.tasks.bpmnError(id, { workerId, errorCode: outcome.code, errorMessage: clip(outcome.message), variables: outcome.variables });
      case 'failure':
        return this.tasks.failure(id, { workerId, errorMessage: clip(outcome.message), errorDetails: outcome.details, retries: outcome.retries, retryTimeout: outcome.delay });
    }
  }

  /** An engine that is away is told when it is back; the circuit says when to try. False where the task is done already or held by someone else: it is no longer ours to report on. */
  private async insist(call: () => Promise<void>): Promise<boolean> {
    for (let attempt = 0; ; ) {
      try {
        await call();
        return true;
      } catch (error) {
        if (isGone(error)) {
          this.logger.debug(`No longer ours: ${String(error)}`);
          return false;
        }
        if (error instanceof EngineUnavailable) continue;
        if (!(error instanceof EngineRejected)) throw error;
        const kind = isConflict(error) ? 'conflict' : 'refused';
        if (++attempt >= TRIES[kind]) throw error;
        await delay(kind === 'conflict' ? 20 + Math.random() * 100 * attempt : doubling(attempt - 1, 8_000) / 4);
      }
    }
  }
}

/** 404: done already. 400 with the worker's name: the lock is someone else's. */
const isGone = (error: unknown): boolean =>
  error instanceof EngineRejected && (error.status === 404 || (error.status === 400 && /cannot be (completed|failed|extended)|by worker|bpmn error.*worker|locked/i.test(error.message)));

const isConflict = (error: unknown): boolean => error instanceof EngineRejected && /OptimisticLocking/i.test(`${error.type} ${error.message}`);

const clip = (message: string): string => (message.length > LONGEST_MESSAGE ? `${message.slice(0, LONGEST_MESSAGE - 1)}…` : message);
