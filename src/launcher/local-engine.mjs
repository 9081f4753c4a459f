import { join } from 'node:path';
import { keptCredential } from './engine-credential.mjs';
import { EngineSupervisor } from './engine-supervisor.mjs';
import { StartError } from './log.mjs';
import { freePort } from './ports.mjs';

/**
 * @typedef {object} EngineAccess
 * @property {Record<string, string>} env how the app reaches the engine
 * @property {EngineSupervisor | null} supervisor null where the engine is not ours to run
 */

/**
 * The engine that already runs at `TERTIB_ENGINE_URL`, or else one of our own, not started yet.
 *
 * @param {string} data
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<EngineAccess>}
 */
export async function chooseEngine(data, env = process.env) {
  const { TERTIB_ENGINE_URL: url, TERTIB_ENGINE_USER: user, TERTIB_ENGINE_PASSWORD: password } = env;
  if (Boolean(user) !== Boolean(password)) throw new StartError('TERTIB_ENGINE_USER and TERTIB_ENGINE_PASSWORD must be set together.');
  const given = user && password ? { user, password } : null;
  if (url) {
    if (!given) throw new StartError('TERTIB_ENGINE_URL needs TERTIB_ENGINE_USER and TERTIB_ENGINE_PASSWORD as well.');
    return { env: appVariables(url, given), supervisor: null };
  }
  const dataDir = join(data, 'engine');
  const credential = given ?? keptCredential(join(dataDir, 'credential.json'));
  const port = await freePort();
  const settings = { dataDir, port, credential, databaseUrl: env.ENGINE_DATABASE_URL };
  return { env: appVariables(`http://127.0.0.1:${port}/engine-rest`, credential), supervisor: new EngineSupervisor(settings) };
}

/**
 * @param {string} url
 * @param {import('./engine-credential.mjs').Credential} credential
 */
const appVariables = (url, { user, password }) => ({ ENGINE_URL: url, ENGINE_USER: user, ENGINE_PASSWORD: password });
