import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from './run.mjs';

/**
 * Calls npm in another folder than the one that npm itself was called in.
 *
 * @param {string} cwd
 * @param {readonly string[]} args
 * @param {string} what
 */
export async function npm(cwd, args, what) {
  const cli = process.env.npm_execpath;
  const env = npmEnvironment();
  if (cli?.endsWith('npm-cli.js')) await run(process.execPath, [cli, ...args], { cwd, env, what });
  else if (process.platform === 'win32') await run('cmd.exe', ['/d', '/s', '/c', 'npm', ...args], { cwd, env, what });
  else await run('npm', args, { cwd, env, what });
}

/**
 * Without what npm tells its own scripts: a nested npm would take it for the user's wish and act on the root folder.
 *
 * @param {NodeJS.ProcessEnv} from
 */
export function npmEnvironment(from = process.env) {
  const inherited = /^(npm_package_|npm_lifecycle_|npm_config_(local_prefix|omit|production|only|nodedir)$)|^(npm_command|npm_execpath|npm_node_execpath|NODE_ENV|INIT_CWD)$/i;
  const env = Object.fromEntries(Object.entries(from).filter(([name]) => !inherited.test(name)));
  // Native packages compile against the headers that came with this Node instead of downloading them.
  const prefix = dirname(dirname(process.execPath));
  if (existsSync(join(prefix, 'include/node/node.h'))) env.npm_config_nodedir = prefix;
  return env;
}
