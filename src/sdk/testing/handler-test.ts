import { Module, type DynamicModule, type ModuleMetadata, type Provider, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { ProcessVariables } from '../contracts/index.js';
import { toEngineVariables, type ExternalTaskApi, type LockedExternalTask } from '../engine/index.js';
import { HandlerRegistry, TertibTaskModule, type RecordedStep, type RegisteredHandler, type TaskProgress } from '../task/index.js';
import { Circuit } from '../task/worker/circuit.js';
import { EngineTasks } from '../task/worker/engine-tasks.js';
import type { Outcome } from '../task/worker/outcome.js';
import { TaskExecutor } from '../task/worker/task-executor.js';
import { MemoryLedger, type Transact } from './memory-ledger.js';
import { ToldEngine, ToldPlatform } from './told.js';

/** What stands around the class. @public */
export interface HandlerTestOptions extends Pick<ModuleMetadata, 'imports'> {
  /** What the class asks for by injection, or stand-ins for it. */
  readonly providers?: Provider[];
  /** Where `step.tx` writes: for instance `(work) => dataSource.transaction(work)`. Default: a handler that asks for it fails. */
  readonly transaction?: Transact;
}

/** One try of one task. @public */
export interface HandlerRunOptions {
  /** The same id again is the same task: it goes on behind the steps that it has done. Default: a new task. */
  readonly id?: string;
  /** The case; default `case-1`. */
  readonly caseId?: string;
  /** The service task's id; default: the topic. */
  readonly elementId?: string;
  /** Tries that the engine has left for it, this one included; default: it has not failed yet. */
  readonly triesLeft?: number;
  /** Aborted as it is in life when the lock is lost or the application stops. */
  readonly signal?: AbortSignal;
}

/** How a try ended: what the engine was told (delays in milliseconds), or that it was told nothing because the task was aborted. @public */
export type HandlerOutcome = Outcome | { readonly kind: 'given-back' };

/** What could be seen of one try. @public */
export interface HandlerRun {
  /** The task's id; given again, it is the same task. */
  readonly id: string;
  /** How the try ended. */
  readonly outcome: HandlerOutcome;
  /** All that the task has done so far, earlier tries included. */
  readonly steps: readonly RecordedStep[];
  /** All that it said of how far it is, in order. */
  readonly progress: readonly TaskProgress[];
}

/** A handler class under test. @public */
export interface HandlerTest {
  /** Does one try of one task. @throws where the class has no handler of this topic; whatever the handler does is an outcome. */
  run(topic: string, input?: ProcessVariables, options?: HandlerRunOptions): Promise<HandlerRun>;
  /** Ends what the class and its providers have open. */
  close(): Promise<void>;
}

const noDatabase: Transact = () =>
  Promise.reject(new Error('step.tx needs a database here: createHandlerTest(…, { transaction: (work) => dataSource.transaction(work) })'));

/**
 * Runs the `@ExternalTask` methods of a class as the worker does: input and output are checked by their schemas and pass through
 * the engine's kinds of variables, Nest's guards, pipes, interceptors and scopes stand around the method, steps are remembered.
 * No engine, database or application is needed, and no particular test runner.
 *
 * @public
 * @public
 * @throws for a class without `@Handlers()`, or one whose providers are missing.
 * @example
 * const test = await createHandlerTest(Counting, { providers: [{ provide: FileStore, useValue: files }] });
 * const { outcome } = await test.run('data.count', { dataset: 'd1' });
 * expect(outcome).toEqual({ kind: 'complete', variables: { rows: 3 } });
 * await test.close();
 */
export async function createHandlerTest(handlers: Type<object>, { imports = [], providers = [], transaction = noDatabase }: HandlerTestOptions = {}): Promise<HandlerTest> {
  const root: DynamicModule = { module: Surroundings, imports: [...imports, TertibTaskModule], providers: [handlers, ...providers] };
  const context = await NestFactory.createApplicationContext(root, { logger: ['error'], abortOnError: false });
  const registry = context.get(HandlerRegistry);
  const ledger = new MemoryLedger(transaction);
  const close = () => context.close();
  if (registry.externalTasks().length === 0) {
    await close();
    throw new Error(`${handlers.name} has no external task: mark the class with @Handlers() and its methods with @ExternalTask()`);
  }
  let tasks = 0;
  return {
    close,
    async run(topic, input = {}, { id = `task-${++tasks}`, signal = new AbortController().signal, ...rest } = {}) {
      const handler = known(registry, topic);
      const [engine, platform] = [new ToldEngine(), new ToldPlatform()];
      const api = new EngineTasks(engine as unknown as ExternalTaskApi, new Circuit());
      await new TaskExecutor(api, 'test', ledger, platform).execute(taskOf(topic, id, input, rest), handler, signal);
      return { id, outcome: engine.outcome ?? { kind: 'given-back' }, steps: await ledger.recorded(id), progress: platform.progress };
    },
  };
}

@Module({})
class Surroundings {}

function known(registry: HandlerRegistry, topic: string): RegisteredHandler {
  const handler = registry.externalTask(topic);
  if (!handler) throw new Error(`No handler of "${topic}" here. There is: ${registry.externalTasks().map((one) => one.topic).join(', ')}`);
  return handler;
}

const taskOf = (topicName: string, id: string, input: ProcessVariables, { caseId = 'case-1', elementId = topicName, triesLeft }: HandlerRunOptions): LockedExternalTask =>
  ({ id, topicName, businessKey: caseId, processInstanceId: 'instance-1', processDefinitionId: 'procedure:1', activityId: elementId, retries: triesLeft ?? null, variables: toEngineVariables(input) }) as LockedExternalTask;
