import { spawn } from 'node:child_process';
import { StartError } from './log.mjs';

const TAIL = 6_000;

/**
 * Runs a command silently; when it fails, the error carries the end of what it printed.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, what: string }} options
 * @returns {Promise<string>} what it printed
 */
export function run(command, args, { cwd, env, what }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (/** @type {Buffer} */ chunk) => (output = (output + chunk).slice(-TAIL));
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => reject(new StartError(`${what} failed: ${error.message}`)));
    child.on('close', (code, signal) => {
      if (code === 0) resolve(output);
      else reject(new StartError(`${what} failed (${signal ?? `exit code ${code}`}):\n\n${output.trim()}`));
    });
  });
}
