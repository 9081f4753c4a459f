import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger, Optional, type OnApplicationBootstrap } from '@nestjs/common';
import { Transactions } from '../../contracts/index.js';
import { EngineClient, EngineUnavailable, type ExternalTaskApi, type ExternalTaskRecord, type LockedExternalTask } from '../../engine/index.js';
import { HandlerRegistry } from '../handler-registry.js';
import { StepLedger } from '../steps/index.js';
import { Circuit } from './circuit.js';
import { EngineTasks } from './engine-tasks.js';
import { TaskExecutor } from './task-executor.js';
import { WorkerHooks } from './worker-hooks.js';

/** Between two questions to an engine that is not there yet, in milliseconds. */
const PAUSE = 500;

/** Ends the transaction of a run that shall leave nothing behind. */
class Undone extends Error {}

/**
 * Runs a failed task again in this process, with the input that the engine still holds, when the application starts; `tertib dev
 * --replay` asks for it by `TERTIB_REPLAY`, a task's or a case's id. The engine is told nothing, and what is written to the database is
 * undone; what goes to other systems outside of it does happen.
 */
@Injectable()
export class Replay implements OnApplicationBootstrap {
  private readonly logger = new Logger(Replay.name);

  constructor(
    private readonly registry: HandlerRegistry,
    private readonly engine: EngineClient,
    private readonly ledger: StepLedger,
    private readonly hooks: WorkerHooks,
    @Optional() private readonly transactions: Transactions | undefined,
  ) {}

  /** Does not hold up the start: somebody may be standing at a breakpoint. */
  onApplicationBootstrap(): void {
    const { TERTIB_REPLAY: id, TERTIB_REPLAY_COMPLETE: complete } = process.env;
    if (!id) return;
    const work = complete ? this.again(id) : this.run(id).then((said) => this.say(said));
    work.catch((error: unknown) => this.logger.error(error));
  }

  /** Lets the worker have it once more, for good. */
  private async again(id: string): Promise<void> {
    const task = await this.failed(id);
    if (!task) return this.say(`Nothing of ${id} has failed.`);
    this.say(`${task.topicName} ${task.id} is tried once more, for good.`);
    await this.engine.externalTasks.setRetries(task.id, 1);
  }

  /** Answers in a sentence how it went. */
  private async run(id: string): Promise<string> {
    const task = await this.failed(id);
    if (!task) return `Nothing of ${id} has failed.`;
    const handler = this.registry.externalTask(task.topicName);
    if (!handler) return `No handler here is for the topic ${task.topicName}.`;
    const variables = await this.engine.runtime.visibleVariables(task);
    this.say(`${handler.source} runs again for task ${task.id} with ${JSON.stringify(Object.fromEntries(Object.entries(variables).map(([name, { value }]) => [name, value])))}`);
    let said = '';
    const told = {
      complete: async (_id: string, _worker: string, given: unknown) => void (said = `It would complete with ${JSON.stringify(given)}`),
      bpmnError: async (_id: string, { errorCode, errorMessage }: { errorCode: string; errorMessage?: string }) => void (said = `It would end by the BPMN error ${errorCode}: ${errorMessage ?? ''}`),
      failure: async (_id: string, { errorDetails, errorMessage }: { errorDetails?: string; errorMessage: string }) => void (said = `It fails: ${errorDetails ?? errorMessage}`),
      extendLock: async () => undefined,
    } as unknown as ExternalTaskApi;
    const executor = new TaskExecutor(new EngineTasks(told, new Circuit()), 'replay', this.ledger, Object.assign(Object.create(this.hooks) as WorkerHooks, { onMoved: () => undefined }));
    await this.undone(() => executor.execute({ ...task, variables } as LockedExternalTask, handler, new AbortController().signal));
    return `${said}\n↻ Nothing was told to the engine, and nothing was kept.`;
  }

  /** Waits for an engine that starts beside the application. */
  private async failed(id: string): Promise<ExternalTaskRecord | undefined> {
    for (;;) {
      try {
        return await this.find(id);
      } catch (error) {
        if (!(error instanceof EngineUnavailable)) throw error;
        await sleep(PAUSE, undefined, { ref: false });
      }
    }
  }

  private async find(id: string): Promise<ExternalTaskRecord | undefined> {
    const [byTask] = await this.engine.externalTasks.externalTasks({ externalTaskId: id, noRetriesLeft: true });
    return byTask ?? (await this.engine.externalTasks.externalTasks({ noRetriesLeft: true })).find(({ businessKey }) => businessKey === id);
  }

  private async undone(work: () => Promise<void>): Promise<void> {
    if (!this.transactions) return work();
    const undo = new Undone();
    await this.transactions.tx(() => work().then(() => Promise.reject(undo))).catch((error: unknown) => {
      if (error !== undo) throw error;
    });
  }

  private say(text: string): void {
    process.stdout.write(`↻ ${text}\n`);
  }
}
