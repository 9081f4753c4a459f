/** What stops a start and is no fault of the program: shown without a stack. The message names the cure. */
export class StartError extends Error {}

const REMINDER = 15_000;

/** @param {string} line */
export const say = (line) => process.stdout.write(`${line}\n`);

/**
 * Names a stage when it begins, reminds of it while it lasts, and says how long it took.
 *
 * @template T
 * @param {string} label
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function stage(label, work) {
  const start = Date.now();
  const seconds = () => Math.round((Date.now() - start) / 1000);
  say(`• ${label} …`);
  const reminder = setInterval(() => say(`  still at it: ${label} (${seconds()} s)`), REMINDER);
  try {
    const result = await work();
    say(`✓ ${label} (${seconds()} s)`);
    return result;
  } finally {
    clearInterval(reminder);
  }
}

/**
 * Runs a whole command and turns its failure into an exit code and a readable message.
 *
 * @param {() => Promise<number>} main
 */
export async function runMain(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    const known = error instanceof StartError;
    process.stderr.write(`\n✗ ${known ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 1;
  }
}
