import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

const COMPLETERS = 16;

/**
 * As little as does the job: one connection that fetches, 16 that complete. No checks, no retries, no lock extension.
 *
 * @type {import('../contender.mjs').Start}
 */
export async function start({ url, user, password, topics, workMs }) {
  const workerId = `bare-${randomUUID()}`;
  const agent = new Agent({ keepAlive: true });
  const asked = topics.map((topicName) => ({ topicName, lockDuration: 60_000, deserializeValues: false }));
  const abort = new AbortController();
  setMaxListeners(0, abort.signal);
  const headers = { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`, 'content-type': 'application/json' };
  /** @type {{ id: string }[]} */
  const waiting = [];
  let busy = 0;
  let fetching = false;

  /**
   * @param {string} path
   * @param {object} body
   * @returns {Promise<string>}
   */
  const post = (path, body) =>
    new Promise((resolve, reject) => {
      const call = request(`${url}/external-task/${path}`, { method: 'POST', agent, headers, signal: abort.signal }, (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (/** @type {string} */ chunk) => (text += chunk));
        answer.on('end', () => ((answer.statusCode ?? 500) < 300 ? resolve(text) : reject(new Error(text))));
      });
      call.on('error', reject).end(JSON.stringify(body));
    });

  const fetchMore = async () => {
    if (fetching || abort.signal.aborted) return;
    fetching = true;
    try {
      waiting.push(...JSON.parse(await post('fetchAndLock', { workerId, maxTasks: 50, asyncResponseTimeout: 20_000, topics: asked })));
    } finally {
      fetching = false;
    }
    next();
  };

  const complete = async (/** @type {string} */ id) => {
    if (workMs > 0) await sleep(workMs);
    await post(`${id}/complete`, { workerId, variables: { jumlah: { value: 1, type: 'Integer' } } });
    busy--;
    next();
  };

  const fail = (/** @type {unknown} */ error) => {
    if (!abort.signal.aborted) throw error;
  };
  const next = () => {
    while (busy < COMPLETERS) {
      const task = waiting.shift();
      if (!task) break;
      busy++;
      complete(task.id).catch(fail);
    }
    if (waiting.length < COMPLETERS) fetchMore().catch(fail);
  };
  next();
  return async () => {
    abort.abort();
    agent.destroy();
  };
}
