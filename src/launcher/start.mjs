/** `npm start [-- --demo]`: sets up what is missing, then runs the engine and the app. */
import { lockData } from './data-lock.mjs';
import { chooseEngine } from './local-engine.mjs';
import { runMain, StartError } from './log.mjs';
import { dataDir } from './paths.mjs';
import { checkPort } from './ports.mjs';
import { checkNode, findJdk } from './prerequisites.mjs';
import { runSession } from './session.mjs';
import { setUp } from './set-up.mjs';

await runMain(async () => {
  const demo = process.argv.includes('--demo');
  const unknown = process.argv.slice(2).find((argument) => argument !== '--demo');
  if (unknown) throw new StartError(`${unknown} is not known. The one option is --demo:  npm start -- --demo`);
  checkNode();
  const data = dataDir();
  const engine = chooseEngine(data);
  const jdk = 'url' in engine ? null : findJdk();
  const release = lockData(data);
  try {
    await checkPort();
    await setUp(jdk);
    return await runSession({ data, demo, engine });
  } finally {
    release();
  }
});
