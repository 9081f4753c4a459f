/**
 * How long each page took while something else went on: from when it should have begun, so that waiting for the thread counts.
 *
 * @param {{ page(): Promise<unknown> }} world
 * @param {Promise<unknown>} work
 */
export async function pagesDuring(world, work) {
  const state = { over: false };
  const ended = work.finally(() => (state.over = true));
  /** @type {number[]} */
  const times = [];
  while (!state.over) {
    const due = performance.now() + 10;
    await new Promise((done) => setTimeout(done, 10));
    await world.page();
    times.push(performance.now() - due);
  }
  await ended;
  return times;
}
