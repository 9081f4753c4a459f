import { startApp } from './app-process.mjs';
import { onInterrupt } from './interrupts.mjs';
import { engineAccess } from './local-engine.mjs';
import { say, stage } from './log.mjs';

/**
 * Runs engine and app side by side until one of them cannot go on or somebody stops them.
 *
 * @param {{ data: string, demo: boolean, engine: import('./local-engine.mjs').EngineChoice }} options
 * @returns {Promise<number>} the exit code
 */
export async function runSession({ data, demo, engine }) {
  const { env, supervisor } = await engineAccess(engine);
  const app = startApp({ ...env, TERTIB_DATA: data, TERTIB_DEMO: demo ? '1' : '' });
  /** @type {Promise<void>} */
  const interrupted = new Promise((resolve) => {
    const again = () => {
      say('\nEnding at once');
      // 130 is how a shell reports an interrupt; whatever else still waits here is not waited for.
      void Promise.all([app.kill(), supervisor?.kill()]).finally(() => process.exit(130));
    };
    onInterrupt({ first: resolve, again });
  });
  const engineFailed = supervisor ? stage('Starting the engine', () => supervisor.start()).then(() => new Promise(() => {})) : new Promise(() => {});
  try {
    const exitCode = await Promise.race([app.exited, engineFailed, interrupted.then(() => 'interrupted')]);
    if (exitCode !== 'interrupted') say(`! The app has ended (exit code ${exitCode})`);
    return exitCode === 'interrupted' ? 0 : Number(exitCode) || 1;
  } finally {
    await endInOrder(app, supervisor);
  }
}

/**
 * The app first, so that it can still tell the engine what it has finished.
 *
 * @param {import('./app-process.mjs').RunningApp} app
 * @param {import('./engine-supervisor.mjs').EngineSupervisor | null} supervisor
 */
async function endInOrder(app, supervisor) {
  say('\nStopping the app, then the engine. Ctrl-C again ends them at once.');
  await app.stop();
  await supervisor?.stop();
  say('Stopped');
}
