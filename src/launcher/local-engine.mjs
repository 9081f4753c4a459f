import { join } from 'node:path';
import { keptCredential } from './engine-credential.mjs';
import { engineDatabase } from './engine-database.mjs';
import { EngineSupervisor } from './engine-supervisor.mjs';
import { StartError } from './log.mjs';
import { freePort } from './ports.mjs';

/**
 * @typedef {import('./engine-credential.mjs').Credential} Credential
 * @typedef {{ url: string, credential: Credential }} RemoteEngine one that runs already
 * @typedef {{ dataDir: string, databaseUrl?: string, credential?: Credential }} LocalEngine one that we run
 * @typedef {RemoteEngine | LocalEngine} EngineChoice
 */

/**
 * The engine at `TERTIB_ENGINE_URL`, or else one of our own. Reads and checks the variables, and does nothing yet.
 *
 * @param {string} data
 * @param {NodeJS.ProcessEnv} env
 * @returns {EngineChoice}
 */
export function chooseEngine(data, env = process.env) {
  const { TERTIB_ENGINE_URL: url, TERTIB_ENGINE_USER: user, TERTIB_ENGINE_PASSWORD: password } = env;
  if (Boolean(user) !== Boolean(password)) throw new StartError('TERTIB_ENGINE_USER and TERTIB_ENGINE_PASSWORD must be set together.');
  const credential = user && password ? { user, password } : undefined;
  if (url) {
    if (!credential) throw new StartError('TERTIB_ENGINE_URL needs TERTIB_ENGINE_USER and TERTIB_ENGINE_PASSWORD as well.');
    return { url, credential };
  }
  const engine = { dataDir: join(data, 'engine'), databaseUrl: env.ENGINE_DATABASE_URL, credential };
  engineDatabase(engine.dataDir, engine.databaseUrl);
  return engine;
}

/**
 * How the app reaches the engine, and who runs it: null where it is not ours.
 *
 * @param {EngineChoice} engine
 * @returns {Promise<{ env: Record<string, string>, supervisor: EngineSupervisor | null }>}
 */
export async function engineAccess(engine) {
  if ('url' in engine) return { env: appVariables(engine.url, engine.credential), supervisor: null };
  const credential = engine.credential ?? keptCredential(join(engine.dataDir, 'credential.json'));
  const port = await freePort();
  return {
    env: appVariables(`http://127.0.0.1:${port}/engine-rest`, credential),
    supervisor: new EngineSupervisor({ ...engine, credential, port }),
  };
}

/**
 * @param {string} url
 * @param {Credential} credential
 */
const appVariables = (url, { user, password }) => ({ ENGINE_URL: url, ENGINE_USER: user, ENGINE_PASSWORD: password });
