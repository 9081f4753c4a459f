import { Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { FatalError } from '../failures.js';
import type { RecordedStep, StepKey, StepLedger } from './step-ledger.js';
import { stepResult } from './step-result.js';
import * as refusals from './step-refusals.js';

const LONGEST_NAME = 200;

/** Whose steps. */
export interface StepOwner {
  readonly taskId: string;
  /** `Class.method`, for messages. */
  readonly source: string;
  readonly signal: AbortSignal;
}

/**
 * The steps of one run of one task: what is recorded is answered from the ledger, what is not is done and recorded. The
 * recorded ones must be asked for in their order, before any other: nothing of a changed handler runs on a half-done task.
 */
export class StepRunner {
  private readonly logger = new Logger(StepRunner.name);
  private recorded: readonly RecordedStep[] | undefined;
  private readonly asked: string[] = [];
  private underWay: string | undefined;
  private ended = false;
  /** Why the run cannot go on; a handler that catches it does not get by it. */
  private refusal: FatalError | undefined;

  constructor(
    private readonly owner: StepOwner,
    private readonly ledger: StepLedger,
  ) {}

  step<T>(name: string, work: () => Promise<T>): Promise<T> {
    return this.awaited(name, (key) => this.ledger.remember(key, async () => stepResult(await work(), name)));
  }

  tx<T>(name: string, work: (db: EntityManager) => Promise<T>): Promise<T> {
    return this.awaited(name, (key) => this.ledger.rememberTx(key, async (db) => stepResult(await work(db), name)));
  }

  /**
   * The run is over: no step begins any more.
   *
   * @throws FatalError where it left out what is recorded, did not wait for a step, or went on after a refusal.
   */
  async end(): Promise<void> {
    if (this.underWay !== undefined) this.refuse(refusals.notAwaited(this.owner, this.underWay));
    if (this.close()) throw this.refusal;
    const recorded = await this.known();
    if (this.asked.length < recorded.length) throw new FatalError(refusals.leftOut(this.owner, recorded, this.asked));
  }

  /** The run has failed or was given up: no step begins any more. Answers what refused it, if anything here did. */
  close(): FatalError | undefined {
    this.ended = true;
    return this.refusal;
  }

  /** A step that nobody waits for must not end the process when it fails. */
  private awaited<T>(name: string, perform: (key: StepKey) => Promise<T>): Promise<T> {
    const step = this.once(name, perform);
    step.catch((error: unknown) => this.ended && this.logger.warn(String(error)));
    return step;
  }

  private async once<T>(name: string, perform: (key: StepKey) => Promise<T>): Promise<T> {
    this.owner.signal.throwIfAborted();
    this.admit(name);
    const position = this.asked.push(name) - 1;
    this.underWay = name;
    try {
      const recorded = await this.known();
      const known = recorded[position];
      if (known && known.name !== name) throw this.refuse(refusals.changed(this.owner, recorded, this.asked));
      if (known) return known.result as T;
      return await this.perform({ taskId: this.owner.taskId, name, position }, perform);
    } catch (error) {
      // A step that failed has no place: the handler may try it again, and so may the next run.
      this.asked.pop();
      throw error;
    } finally {
      this.underWay = undefined;
    }
  }

  /** Whether a step may begin now at all. */
  private admit(name: string): void {
    if (this.refusal) throw this.refusal;
    if (this.ended) throw this.refuse(refusals.afterTheEnd(this.owner, name));
    if (this.underWay !== undefined) throw this.refuse(refusals.atOnce(this.owner, name, this.underWay));
    if (this.asked.includes(name)) throw this.refuse(refusals.twice(this.owner, name));
    if (name === '' || name.length > LONGEST_NAME) throw this.refuse(refusals.badName(this.owner, name, LONGEST_NAME));
  }

  private refuse(sentence: string): FatalError {
    return (this.refusal ??= new FatalError(sentence));
  }

  private async perform<T>(key: StepKey, perform: (key: StepKey) => Promise<T>): Promise<T> {
    try {
      return await perform(key);
    } catch (error) {
      // Another run of this task, whose lock we lost or took over, may have been first: then its result is the step's.
      const now = await this.ledger.recorded(key.taskId).catch((): RecordedStep[] => []);
      const other = now.find(({ name }) => name === key.name);
      if (!other) throw error;
      return other.result as T;
    }
  }

  private async known(): Promise<readonly RecordedStep[]> {
    return (this.recorded ??= await this.ledger.recorded(this.owner.taskId));
  }
}
