import { createServer } from 'node:net';
import { StartError } from './log.mjs';

/**
 * @param {string} host
 * @param {number} port
 * @returns {Promise<number>} the port that could be opened, which was closed again
 */
function open(host, port) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ host, port, exclusive: true }, () => {
      const address = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => resolve(address.port));
    });
  });
}

/** A loopback port that nobody uses. */
export const freePort = () => open('127.0.0.1', 0);

/** @param {NodeJS.ProcessEnv} env */
export async function checkPort(env = process.env) {
  const port = Number(env.PORT || 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new StartError(`PORT is "${env.PORT}", which is not a port. Set it to a number up to 65535.`);
  try {
    await open(env.HOST || '127.0.0.1', port);
  } catch (error) {
    const { code, message } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code === 'EADDRINUSE') throw new StartError(`Port ${port} is used by another program.\n  Stop that program, or choose another port:  PORT=${port + 1} npm start`);
    if (code === 'EACCES') throw new StartError(`Port ${port} may not be opened by this user.\n  Choose one above 1023:  PORT=3000 npm start`);
    throw new StartError(`Port ${port} cannot be opened: ${message}`);
  }
}
