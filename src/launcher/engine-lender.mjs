import { join } from 'node:path';
import { startEngine } from './engine-process.mjs';

/** @typedef {{ running: Promise<import('./engine-process.mjs').RunningEngine>, lent: boolean }} Kept */

/** Lends engines: a connection that says anything is given one for as long as it lasts, and ends with the process that made it. */
export class EngineLender {
  /** @type {Kept[]} */
  #engines = [];
  #lastUse = Date.now();
  #started = 0;

  /** @param {string} folder holds the engines' logs */
  constructor(folder) {
    this.folder = folder;
  }

  get isLending() {
    return this.#engines.some(({ lent }) => lent);
  }

  /** Milliseconds since somebody had one. */
  get idleFor() {
    return this.isLending ? 0 : Date.now() - this.#lastUse;
  }

  /** @param {import('node:net').Socket} socket */
  serve(socket) {
    socket.on('error', () => {});
    socket.once('data', () => void this.#lend(socket));
  }

  async end() {
    await Promise.allSettled(this.#engines.map(async ({ running }) => (await running).kill()));
  }

  /** @param {import('node:net').Socket} socket */
  async #lend(socket) {
    const engine = this.#engines.find(({ lent }) => !lent) ?? this.#start();
    engine.lent = true;
    socket.once('close', () => {
      engine.lent = false;
      this.#lastUse = Date.now();
    });
    try {
      const { url, user, password, exited } = await engine.running;
      socket.write(`${JSON.stringify({ url, user, password })}\n`);
      await exited;
      socket.destroy();
    } catch (error) {
      socket.end(`${JSON.stringify({ error: error instanceof Error ? error.message : String(error) })}\n`);
    }
    this.#engines = this.#engines.filter((one) => one !== engine);
  }

  #start() {
    const dataDir = join(this.folder, String(++this.#started));
    const engine = { running: startEngine({ dataDir, profile: 'test', inMemory: true }), lent: false };
    this.#engines.push(engine);
    return engine;
  }
}
