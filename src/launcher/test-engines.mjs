/**
 * Keeps real engines for the test processes of one run, so that an engine starts once a run and not once a file.
 * Arguments: a folder of its own, the address (socket or pipe) to listen at, the process id of the run. Ends when nobody has had an
 * engine for a while, or when the run is over; the engines end with it.
 */
import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { createServer, connect } from 'node:net';
import { EngineLender } from './engine-lender.mjs';
import { onInterrupt } from './interrupts.mjs';
import { runMain, StartError } from './log.mjs';

const LOOK_EVERY = 500;
const KEPT_FOR = 20_000;

await runMain(async () => {
  const [folder, address, run] = process.argv.slice(2);
  if (!folder || !address || !run) throw new StartError('Name a folder, an address and the process id of the run.');
  // Another one was quicker.
  if (await answers(address)) return 0;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // Left by one that was killed.
  if (process.platform !== 'win32') rmSync(address, { force: true });
  const lender = new EngineLender(folder);
  const server = createServer((socket) => lender.serve(socket));
  await new Promise((resolve, reject) => server.once('error', reject).listen(address, () => resolve(undefined)));
  if (process.platform !== 'win32') chmodSync(address, 0o600);
  await over(() => lender.idleFor < KEPT_FOR && (lender.isLending || isAlive(Number(run))));
  server.close();
  await lender.end();
  rmSync(folder, { recursive: true, force: true });
  // The look-out and a client that still holds its connection would keep it alive; whoever asks now starts another one.
  process.exit(0);
});

/**
 * @param {() => boolean} goesOn
 * @returns {Promise<void>}
 */
function over(goesOn) {
  return new Promise((resolve) => {
    setInterval(() => goesOn() || resolve(), LOOK_EVERY);
    // The impatient second signal: the engines end with this process.
    onInterrupt({ first: resolve, again: () => process.exit(1) });
  });
}

/**
 * @param {string} address
 * @returns {Promise<boolean>}
 */
function answers(address) {
  return new Promise((resolve) => {
    const socket = connect(address).once('error', () => resolve(false));
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
