import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEngine } from '../../src/launcher/engine-process.mjs';
import { cpuOf } from '../support/machine.mjs';
import { contender } from './contender-process.mjs';
import { EngineLoad } from './engine-load.mjs';

const TOPICS = 4;
const WORK_MS = 5;
/** On each topic; each of them has its tasks one after another. */
const CASES = 25;

/**
 * @typedef {object} Worked
 * @property {number} seconds from the first instance's start to the last one's end, by the engine's clock
 * @property {number} cpu the contender's own processor time, in ms
 * @property {number} engineCpu the engine's
 *
 * @typedef {object} AtWork
 * @property {(batch: string, tasks: number) => Promise<Worked>} work gives it about so many tasks, and waits until they are done
 * @property {() => Promise<number>} heap
 * @property {() => Promise<void>} end
 */

/** A real engine with processes of many external tasks, and contenders that do them, with a handler of 5 ms on each of four topics. */
export class OnTopics {
  #dataDir = mkdtempSync(join(tmpdir(), 'tertib-bench-engine-'));
  /** @type {import('../../src/launcher/engine-process.mjs').RunningEngine | undefined} */
  #engine;

  async start() {
    this.#engine = await startEngine({ dataDir: this.#dataDir });
  }

  async stop() {
    await this.#engine?.stop();
    rmSync(this.#dataDir, { recursive: true, force: true });
  }

  /**
   * Starts cases that wait for a topic of nobody's.
   *
   * @param {number} amount
   */
  async crowd(amount) {
    if (!this.#engine) throw new Error('The engine has not been started');
    const load = new EngineLoad(this.#engine);
    await load.deploy('crowd', 'many-tasks');
    await load.startInstances('crowd', 'crowd', amount);
  }

  /**
   * A contender at work on topics of its own.
   *
   * @param {string} name
   * @returns {Promise<AtWork>}
   */
  async contender(name) {
    if (!this.#engine) throw new Error('The engine has not been started');
    const { url, user, password, pid } = this.#engine;
    const load = new EngineLoad(this.#engine);
    const topics = Array.from({ length: TOPICS }, (_, index) => `${name}-${index + 1}`);
    for (const topic of topics) await load.deploy(topic, 'many-tasks');
    const { tell, end } = await contender(name);
    await tell({ kind: 'start', target: { url, user, password, topics, workMs: WORK_MS } });
    return {
      work: async (batch, tasks) => {
        const before = await tell({ kind: 'cpu' });
        const engineBefore = cpuOf(pid);
        const each = Math.ceil(tasks / TOPICS / CASES);
        await Promise.all(topics.map((topic) => load.startInstances(topic, `${batch}-${topic}`, CASES, each)));
        for (const topic of topics) await load.allDone(topic);
        const cpu = (await tell({ kind: 'cpu' })) - before;
        const engineCpu = cpuOf(pid) - engineBefore;
        const times = (await Promise.all(topics.map((topic) => load.finished(`${batch}-${topic}`, CASES)))).flat();
        return { seconds: (Math.max(...times.map(({ done }) => done)) - Math.min(...times.map(({ started }) => started))) / 1_000, cpu, engineCpu };
      },
      heap: () => tell({ kind: 'heap' }),
      end: async () => {
        await tell({ kind: 'stop' });
        for (const topic of topics) await load.endAbandonedPoll(topic);
        await end();
      },
    };
  }
}
