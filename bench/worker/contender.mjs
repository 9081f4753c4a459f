/**
 * One contender in a process of its own, started and stopped by messages from the bench. Argument: its name.
 *
 * @typedef {object} Target
 * @property {string} url
 * @property {string} user
 * @property {string} password
 * @property {string[]} topics
 * @property {number} workMs how long the handler waits before it answers
 *
 * @typedef {() => Promise<void>} Stop
 * @typedef {(target: Target) => Promise<Stop>} Start
 * @typedef {{ kind: 'start', target: Target } | { kind: 'stop' | 'cpu' | 'heap' }} Order
 */

/** @type {Record<string, () => Promise<Start>>} */
const contenders = {
  bare: async () => (await import('./contenders/bare.mjs')).start,
  client: async () => (await import('./contenders/client.mjs')).start,
  ours: async () => (await import('./contenders/ours.mjs')).start,
  'ours-with-step': async () => (await import('./contenders/ours.mjs')).startWithStep,
};

const load = contenders[process.argv[2] ?? ''];
if (!load) throw new Error(`There is no contender "${process.argv[2]}"`);
const start = await load();
/** @type {Stop} */
let stop = async () => {};

/** @param {Order} order */
async function obey(order) {
  if (order.kind === 'start') stop = await start(order.target);
  if (order.kind === 'stop') await stop();
  if (order.kind === 'heap') return heapInUse();
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** In bytes, after what can be freed has been. Two turns: what finalizers let go of is freed by the second. */
async function heapInUse() {
  for (let turn = 0; turn < 2; turn++) {
    globalThis.gc?.();
    await new Promise((next) => setTimeout(next, 50));
  }
  return process.memoryUsage().heapUsed;
}

process.on('message', (/** @type {Order} */ order) => {
  void obey(order).then((figure) => process.send?.(figure));
});
process.once('disconnect', () => process.exit());
process.send?.(0);
