import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import type { TaskLinkKey } from '../../../sdk/index.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** 256 random bits for the address, six digits for the telephone. */
export const newSecrets = (): TaskLinkKey => ({ token: randomBytes(32).toString('base64url'), pin: String(randomInt(1_000_000)).padStart(6, '0') });

export const tokenHash = (token: string): string => sha256(token);

/** With the token in it: the few PINs there are cannot be tried on what the database holds. */
export const pinHash = ({ token, pin }: TaskLinkKey): string => sha256(`${token}:${pin}`);

export const sameHash = (a: string, b: string): boolean => timingSafeEqual(Buffer.from(a), Buffer.from(b));
