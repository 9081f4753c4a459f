import { setTimeout as sleep } from 'node:timers/promises';
import { startEngine } from './engine-process.mjs';
import { say, StartError } from './log.mjs';

const FIRST_DELAY = 500;
const LONGEST_DELAY = 30_000;
/** A start may fail while the engine of a killed launcher still closes the same database. */
const FIRST_START_TRIES = 5;

/** Keeps one engine running, on one port, until it is told to stop. */
export class EngineSupervisor {
  #stopping = new AbortController();
  /** @type {import('./engine-process.mjs').RunningEngine | null} */
  #engine = null;
  #settings;
  /** @type {Promise<void>} */
  #running = Promise.resolve();

  /** @param {import('./engine-process.mjs').EngineSettings & { port: number }} settings */
  constructor(settings) {
    this.#settings = settings;
  }

  /** Resolves when the engine answers for the first time. */
  async start() {
    const first = this.#started(FIRST_START_TRIES);
    this.#running = first.then(() => this.#watch()).catch(() => {});
    if (!(await first)) throw new StartError('The engine was stopped before it had started.');
  }

  async stop() {
    this.#stopping.abort();
    await this.#engine?.stop();
    await this.#running;
  }

  async kill() {
    this.#stopping.abort();
    await this.#engine?.kill();
  }

  async #watch() {
    while (this.#engine) {
      await this.#engine.exited;
      if (this.#stopping.signal.aborted) return;
      say('! The engine ended unexpectedly and is started again');
      if (await this.#started(Infinity)) say('✓ The engine is back');
    }
  }

  /**
   * @param {number} tries
   * @returns {Promise<boolean>} whether there is an engine now
   */
  async #started(tries) {
    this.#engine = null;
    for (let delay = FIRST_DELAY, attempt = 1; !this.#stopping.signal.aborted; delay = Math.min(delay * 2, LONGEST_DELAY), attempt++) {
      try {
        const spawned = (/** @type {import('./engine-process.mjs').RunningEngine} */ engine) => void (this.#engine = engine);
        this.#engine = await startEngine({ ...this.#settings, spawned, signal: this.#stopping.signal });
        return true;
      } catch (error) {
        if (attempt >= tries) throw error;
      }
      await sleep(delay, undefined, { signal: this.#stopping.signal }).catch(() => {});
    }
    return false;
  }
}
