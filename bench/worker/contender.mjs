/**
 * One contender in a process of its own, started and stopped by messages from the bench. Argument: its name.
 *
 * @typedef {{ url: string, user: string, password: string, topic: string }} Target
 * @typedef {() => Promise<void>} Stop
 * @typedef {(target: Target) => Promise<Stop>} Start
 * @typedef {{ kind: 'start', target: Target } | { kind: 'stop' | 'cpu' }} Order
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
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

process.on('message', (/** @type {Order} */ order) => {
  void obey(order).then((cpu) => process.send?.(cpu));
});
process.once('disconnect', () => process.exit());
process.send?.(0);
