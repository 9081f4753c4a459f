/**
 * Runs an engine alone, for tests and measurements: prints how to reach it as one line of JSON, and ends it properly
 * when standard input closes. Arguments: the data folder, then optionally `test` for the settable clock.
 */
import { startEngine } from './engine-process.mjs';
import { onInterrupt } from './interrupts.mjs';
import { runMain, StartError } from './log.mjs';

await runMain(async () => {
  const [dataDir, profile] = process.argv.slice(2);
  if (!dataDir) throw new StartError('Name a data folder:  node src/launcher/engine.mjs ./engine-data [test]');
  const engine = await startEngine({
    dataDir,
    profile: profile === 'test' ? 'test' : undefined,
    port: Number(process.env.ENGINE_PORT) || undefined,
    databaseUrl: process.env.ENGINE_DATABASE_URL,
  });
  const { url, user, password, pid } = engine;
  process.stdout.write(`${JSON.stringify({ url, user, password, pid })}\n`);
  /** @type {Promise<void>} */
  const asked = new Promise((resolve) => {
    process.stdin.once('end', resolve).resume();
    onInterrupt({ first: resolve, again: () => void engine.kill() });
  });
  await Promise.race([asked, engine.exited]);
  await engine.stop();
  process.stdin.destroy();
  return 0;
});
