import { isIP } from 'node:net';

/** Whether a host is this machine by how it is written. A name that only leads here, or only begins like it, is not. */
export const isOwnMachine = (host: string): boolean => host === 'localhost' || host === '::1' || host === '[::1]' || (isIP(host) === 4 && host.startsWith('127.'));
