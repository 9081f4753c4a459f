import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Instances that are being started at the same time. */
const STARTERS = 8;
const LIMIT = 300_000;

/**
 * @typedef {object} Finished
 * @property {number} started when the engine began it, in ms
 * @property {number} done when it was over
 */

const variablesOf = (/** @type {number} */ tasks) => ({ produsen: { value: 'dinas-kesehatan', type: 'String' }, tahun: { value: 2026, type: 'Integer' }, banyak: { value: tasks, type: 'Integer' } });

/** Gives the engine processes of external tasks, and reads from its history when each began and ended: the same clock for all contenders. */
export class EngineLoad {
  #url;
  #authorization;

  /** @param {import('../../src/launcher/engine-process.mjs').RunningEngine} engine */
  constructor({ url, user, password }) {
    this.#url = url;
    this.#authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  }

  /**
   * @param {string} name of process and topic
   * @param {'one-task' | 'many-tasks'} process
   */
  async deploy(name, process = 'one-task') {
    const body = new FormData();
    const diagram = readFileSync(new URL(`${process}.bpmn`, import.meta.url), 'utf8').replaceAll('NAME', name);
    body.set('deployment-name', name);
    body.set('diagram', new Blob([diagram]), `${name}.bpmn`);
    await this.#call('/deployment/create', { method: 'POST', body });
  }

  /**
   * @param {string} name
   * @param {string} batch
   * @param {number} amount
   * @param {number} [tasks] that each instance has, one after another
   */
  async startInstances(name, batch, amount, tasks = 1) {
    const variables = variablesOf(tasks);
    let next = 0;
    const starter = async () => {
      while (next < amount) await this.#post(`/process-definition/key/${name}/start`, { businessKey: `${batch}-${next++}`, variables });
    };
    await Promise.all(Array.from({ length: STARTERS }, starter));
  }

  /**
   * Resolves when every instance of the process is over.
   *
   * @param {string} name
   */
  async allDone(name) {
    for (const deadline = Date.now() + LIMIT; ; await sleep(50)) {
      const { count } = await this.#call(`/process-instance/count?processDefinitionKey=${name}`);
      if (count === 0) return;
      if (Date.now() > deadline) throw new Error(`${count} instances of ${name} are still open`);
    }
  }

  /**
   * @param {string} batch
   * @param {number} amount that there must be
   * @returns {Promise<Finished[]>}
   */
  async finished(batch, amount) {
    const rows = await this.#post('/history/process-instance', { processInstanceBusinessKeyLike: `${batch}-%`, finished: true });
    if (rows.length !== amount) throw new Error(`${rows.length} instead of ${amount} instances of ${batch} are over`);
    return rows.map((/** @type {{ startTime: string, endTime: string }} */ row) => ({ started: Date.parse(row.startTime), done: Date.parse(row.endTime) }));
  }

  /**
   * The engine goes on answering a poll whose caller has gone, and tries it again at every new task. One task more
   * ends it; so the next contender does not pay for the last one.
   *
   * @param {string} name
   */
  async endAbandonedPoll(name) {
    const { id } = await this.#post(`/process-definition/key/${name}/start`, { variables: variablesOf(1) });
    for (let tries = 0; tries < 10; tries++) {
      const [task] = await this.#call(`/external-task?processInstanceId=${id}`);
      if (task?.workerId) break;
      await sleep(50);
    }
    await this.#call(`/process-instance/${id}`, { method: 'DELETE' });
  }

  /**
   * @param {string} path
   * @param {object} body
   */
  #post(path, body) {
    return this.#call(path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
  }

  /**
   * @param {string} path
   * @param {RequestInit} [options]
   * @returns {Promise<any>}
   */
  async #call(path, options = {}) {
    const answer = await fetch(this.#url + path, { ...options, headers: { ...options.headers, authorization: this.#authorization } });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
    return text ? JSON.parse(text) : undefined;
  }
}
