import { Injectable, Logger } from '@nestjs/common';
import type { StandardSchemaV1 } from '@standard-schema/spec';
import type { ProcessVariables } from '../contracts/index.js';
import { fromEngineVariables, type LockedExternalTask } from '../engine/index.js';
import { FatalError } from './failures.js';
import { HandlerRegistry } from './handler-registry.js';
import { outcomeOf, type Outcome } from './outcome.js';
import { StepLedger, type Step, type TaskContext } from './task-context.js';

/** Runs one handler for one task and says what the engine should be told. Never throws. */
@Injectable()
export class TaskExecutor {
  private readonly logger = new Logger('Worker');

  constructor(
    private readonly registry: HandlerRegistry,
    private readonly ledger: StepLedger,
  ) {}

  async execute(task: LockedExternalTask, signal: AbortSignal): Promise<Outcome> {
    const handler = this.registry.handler(task.topicName);
    try {
      if (!handler) throw new FatalError(`No handler does the topic "${task.topicName}"`);
      const input = await checked(handler.input, fromEngineVariables(task.variables), `the input of ${handler.where}`);
      const result = await handler.run(input as never, this.context(task, signal));
      const output = await checked(handler.output, result ?? {}, `the output of ${handler.where}`);
      return { kind: 'complete', variables: output as ProcessVariables };
    } catch (error) {
      const outcome = outcomeOf(error, task.retries, handler?.retries);
      if (outcome.kind === 'failure') this.logger.warn({ topic: task.topicName, task: task.id, case: task.businessKey, retriesLeft: outcome.retries, error: outcome.details });
      return outcome;
    }
  }

  private context(task: LockedExternalTask, signal: AbortSignal): TaskContext {
    const run = <T>(name: string, work: () => Promise<T>) => this.ledger.remember(task.id, name, work);
    const tx: Step['tx'] = (name, work) => this.ledger.rememberTx(task.id, name, work);
    return {
      id: task.id,
      topic: task.topicName,
      caseId: task.businessKey ?? '',
      processInstanceId: task.processInstanceId,
      elementId: task.activityId,
      signal,
      step: Object.assign(run, { tx }),
      idempotencyKey: (name) => `${task.id}:${name}`,
    };
  }
}

/** A misfit between diagram and code is not mended by trying again. */
async function checked(schema: StandardSchemaV1 | undefined, value: unknown, what: string): Promise<unknown> {
  if (!schema) return value;
  const result = await schema['~standard'].validate(value);
  if (!result.issues) return result.value;
  const problems = result.issues.map((issue) => `${issue.path?.map((part) => String(typeof part === 'object' ? part.key : part)).join('.') ?? ''}: ${issue.message}`);
  throw new FatalError(`${what[0]?.toUpperCase()}${what.slice(1)} does not fit. ${problems.join('; ')}`);
}
