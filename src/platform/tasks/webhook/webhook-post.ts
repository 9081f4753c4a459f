import { createHmac } from 'node:crypto';
import { lookup as resolve, type LookupAddress } from 'node:dns';
import { request as plain } from 'node:http';
import { request as secure } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isOwnMachine } from '../../kernel/index.js';
import { isAllowed } from './allowed-address.js';

const TIMEOUT = 10_000;

export interface WebhookTarget {
  readonly url: string;
  readonly secret: string;
  readonly allowPrivate: boolean;
}

type Resolver = (host: string, done: (error: Error | null, addresses: LookupAddress[]) => void) => void;
const system: Resolver = (host, done) => resolve(host, { all: true, verbatim: true }, done);

/** How a receiver knows that it is from us: of the time and the body, so that an old message cannot be sent again. */
export const signatureOf = (secret: string, timestamp: string, body: string): string => `v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;

/**
 * Sends one message. The name is looked up once: what is checked is what is connected to, so that it cannot be another by then. No redirect is followed, nothing of the
 * answer is read.
 *
 * @throws for any answer but a success, and for an address that is not allowed.
 */
export async function post({ url, secret, allowPrivate }: WebhookTarget, key: string, body: string, at: Date, resolver: Resolver = system): Promise<void> {
  const target = new URL(url);
  const host = target.hostname.replace(/^\[|\]$/g, '');
  const allowed = (address: string): boolean => isAllowed(address, allowPrivate || isOwnMachine(host));
  if (isIP(host) !== 0 && !allowed(host)) throw new Error(notAllowed(host));
  const lookup: LookupFunction = (name, options, done) =>
    resolver(name, (error, addresses) => {
      const wrong = addresses?.find(({ address }) => !allowed(address));
      const [first] = addresses ?? [];
      if (error) done(error, '', 0);
      else if (wrong || !first) done(new Error(notAllowed(wrong?.address ?? name)), '', 0);
      else if (options.all) done(null, addresses);
      else done(null, first.address, first.family);
    });
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const headers = { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body), 'Idempotency-Key': key, 'Tertib-Timestamp': timestamp, 'Tertib-Signature': signatureOf(secret, timestamp, body), 'User-Agent': 'Tertib' };
  const status = await new Promise<number>((done, fail) => {
    const sent = (target.protocol === 'https:' ? secure : plain)(target, { method: 'POST', headers, lookup, agent: false, signal: AbortSignal.timeout(TIMEOUT) }, (answer) => {
      answer.destroy();
      done(answer.statusCode ?? 0);
    });
    sent.on('error', fail);
    sent.end(body);
  });
  if (status < 200 || status > 299) throw new Error(`Gerbang menjawab ${status} / the gateway answered ${status}`);
}

const notAllowed = (address: string): string => `Alamat ${address} tidak diizinkan / the address ${address} is not allowed: it is private or reserved. WEBHOOK_ALLOW_PRIVATE=1 allows private ones.`;
