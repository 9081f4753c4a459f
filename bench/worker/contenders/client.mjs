import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, Variables } from 'camunda-external-task-client-js';

/**
 * The client library alone, tuned at its best: full batches, long polling without a pause, kept connections.
 *
 * @type {import('../contender.mjs').Start}
 */
export async function start({ url, user, password, topics, workMs }) {
  const agent = { http: new Agent({ keepAlive: true }) };
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  const abort = new AbortController();
  setMaxListeners(0, abort.signal);
  const client = new Client({
    baseUrl: url,
    workerId: `client-${randomUUID()}`,
    maxTasks: 50,
    interval: 0,
    asyncResponseTimeout: 20_000,
    interceptors: (/** @type {{ headers?: object }} */ request) => ({ ...request, headers: { ...request.headers, authorization }, agent, signal: abort.signal }),
  });
  client.on('complete:error', (/** @type {unknown} */ _task, /** @type {Error} */ error) => {
    throw error;
  });
  for (const topic of topics) {
    client.subscribe(topic, { lockDuration: 60_000 }, async ({ task, taskService }) => {
      if (workMs > 0) await sleep(workMs);
      await taskService.complete(task, new Variables().set('jumlah', 1));
    });
  }
  return async () => {
    client.stop();
    abort.abort();
    agent.http.destroy();
  };
}
