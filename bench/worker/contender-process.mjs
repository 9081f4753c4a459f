import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {object} Contender
 * @property {(order: import('./contender.mjs').Order) => Promise<number>} tell resolves with the CPU time it has used in ms, or the heap it uses in bytes
 * @property {() => Promise<void>} end
 */

/**
 * Starts a contender's process, which does nothing yet.
 *
 * @param {string} name
 * @returns {Promise<Contender>}
 */
export async function contender(name) {
  const child = fork(fileURLToPath(new URL('contender.mjs', import.meta.url)), [name], { execArgv: ['--expose-gc'], env: { ...process.env, NODE_ENV: 'production' } });
  const exited = once(child, 'exit');
  const answer = async () => {
    const first = await Promise.race([once(child, 'message'), exited.then(() => null)]);
    if (!first) throw new Error(`The contender ${name} has ended`);
    return Number(first[0]);
  };
  await answer();
  return {
    tell: (order) => {
      child.send(order);
      return answer();
    },
    end: async () => {
      child.disconnect();
      await exited;
    },
  };
}
