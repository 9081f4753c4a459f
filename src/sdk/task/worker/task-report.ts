import { setTimeout as delay } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { ProcessVariables } from '../../contracts/index.js';
import { EngineRejected, EngineUnavailable, type ExternalTaskApi, type LockedExternalTask } from '../../engine/index.js';
import type { BusinessError } from '../failures.js';
import { doubling, type NextTry } from './back-off.js';

/** The engine's column for messages is this long. */
const LONGEST_MESSAGE = 600;
/** Two tokens that met in the engine get out of each other's way in a few tries; anything else that lasts is an incident. */
const TRIES = { conflict: 12, refused: 3, away: 6 } as const;

/** Tells the engine how a task went. Each method answers whether the instance moved. */
export class TaskReport {
  private readonly logger = new Logger(TaskReport.name);

  constructor(
    private readonly tasks: Pick<ExternalTaskApi, 'complete' | 'failure' | 'bpmnError'>,
    private readonly workerId: string,
  ) {}

  /** A completion that the engine refuses for a lasting reason becomes an incident; otherwise the task would run again for ever. */
  async complete(task: LockedExternalTask, variables: ProcessVariables, signal: AbortSignal): Promise<boolean> {
    try {
      return await this.insist(() => this.tasks.complete(task.id, this.workerId, variables), signal);
    } catch (error) {
      if (error instanceof EngineUnavailable || signal.aborted) throw error;
      const message = `The result could not be handed over: ${error instanceof Error ? error.message : String(error)}`;
      return this.failure(task, message, message, { retries: 0, retryTimeout: 0 });
    }
  }

  businessError(task: LockedExternalTask, error: BusinessError): Promise<boolean> {
    const variables = error.variables as ProcessVariables;
    return this.insist(() => this.tasks.bpmnError(task.id, { workerId: this.workerId, errorCode: error.code, errorMessage: clip(error.message), variables }));
  }

  failure(task: LockedExternalTask, message: string, details: string, next: NextTry): Promise<boolean> {
    return this.insist(() => this.tasks.failure(task.id, { workerId: this.workerId, errorMessage: clip(message), errorDetails: details, ...next }));
  }

  /** False where the task is done already or held by someone else: it is no longer ours to report on. */
  private async insist(call: () => Promise<void>, signal?: AbortSignal): Promise<boolean> {
    for (let attempt = 0; ; attempt++) {
      try {
        await call();
        return true;
      } catch (error) {
        if (isGone(error)) {
          this.logger.debug(`No longer ours: ${String(error)}`);
          return false;
        }
        const kind = kindOf(error);
        if (attempt + 1 >= TRIES[kind] || signal?.aborted) throw error;
        await delay(kind === 'conflict' ? 20 + Math.random() * 100 * (attempt + 1) : doubling(attempt, 8_000) / (kind === 'away' ? 1 : 4));
      }
    }
  }
}

/** 404: done already. 400 with the worker's name: the lock is someone else's. */
const isGone = (error: unknown): boolean =>
  error instanceof EngineRejected && (error.status === 404 || (error.status === 400 && /cannot be (completed|failed|extended)|by worker|bpmn error.*worker|locked/i.test(error.message)));

function kindOf(error: unknown): keyof typeof TRIES {
  if (error instanceof EngineUnavailable) return 'away';
  return error instanceof EngineRejected && /OptimisticLocking/i.test(`${error.type} ${error.message}`) ? 'conflict' : 'refused';
}

const clip = (message: string): string => (message.length > LONGEST_MESSAGE ? `${message.slice(0, LONGEST_MESSAGE - 1)}…` : message);
