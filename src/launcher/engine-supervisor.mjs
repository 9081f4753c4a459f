import { setTimeout as sleep } from 'node:timers/promises';
import { startEngine } from './engine-process.mjs';
import { say } from './log.mjs';

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
  #watching = Promise.resolve();

  /** @param {import('./engine-process.mjs').EngineSettings & { port: number }} settings */
  constructor(settings) {
    this.#settings = settings;
  }

  /** Resolves when the engine answers for the first time. */
  async start() {
    this.#engine = await this.#started(FIRST_START_TRIES);
    this.#watching = this.#watch();
  }

  async stop() {
    this.#stopping.abort();
    await this.#engine?.stop();
    await this.#watching;
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
      this.#engine = await this.#started(Infinity);
      if (this.#engine) say('✓ The engine is back');
    }
  }

  /** @param {number} tries */
  async #started(tries) {
    for (let delay = FIRST_DELAY, attempt = 1; !this.#stopping.signal.aborted; delay = Math.min(delay * 2, LONGEST_DELAY), attempt++) {
      try {
        const engine = await startEngine(this.#settings);
        if (!this.#stopping.signal.aborted) return engine;
        await engine.stop();
      } catch (error) {
        if (attempt >= tries) throw error;
      }
      await sleep(delay, undefined, { signal: this.#stopping.signal }).catch(() => {});
    }
    return null;
  }
}
