import { parse, serialize } from 'cookie';
import type { Request, Response } from 'express';
import { Problem } from '../../sdk/index.js';
import type { AppConfig } from '../kernel/index.js';

const SECURE_NAME = '__Host-tertib';
/** Browsers drop `__Host-` cookies on plain HTTP beyond loopback, so that one has a name of its own. */
const PLAIN_NAME = 'tertib-http';
/** What a proxy leaves behind: then the connection from this machine is not the browser's. */
const FORWARDED = ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'forwarded', 'via'] as const;

/** The browser runs on this very machine. The Host header counts too: a foreign name may be made to point at 127.0.0.1. */
export const isOwnMachine = (request: Request): boolean =>
  /^(127\.|::1$|::ffff:127\.)/.test(request.socket.remoteAddress ?? '') &&
  /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(request.headers.host ?? '') &&
  FORWARDED.every((name) => request.headers[name] === undefined);

/** Whether the browser will keep a `Secure` cookie: HTTPS, or its own machine. */
const isSecure = (request: Request, config: AppConfig): boolean =>
  request.secure || config.publicUrl?.startsWith('https:') === true || isOwnMachine(request);

/** Only the cookie that belongs to this way of connecting: over HTTPS nobody can slip in one that was set over HTTP. */
export function readSessionCookie(request: Request, config: AppConfig): string | undefined {
  const cookies = parse(request.headers.cookie ?? '');
  if (isSecure(request, config)) return cookies[SECURE_NAME];
  return config.allowHttp ? cookies[PLAIN_NAME] : undefined;
}

/** @throws 403 over plain HTTP from another machine, unless the operator switched it on. Answers whether a warning is due. */
export function assertMaySignIn(request: Request, config: AppConfig): boolean {
  if (isSecure(request, config)) return false;
  if (config.allowHttp) return true;
  throw new Problem('https-required', 403, {
    id: 'Dari komputer lain, masuk hanya melalui HTTPS. Minta operator memasang sertifikat, atau mengizinkan HTTP di jaringan kantor dengan TERTIB_ALLOW_HTTP=1.',
    en: 'From another machine signing in needs HTTPS. Ask the operator to install a certificate, or to allow HTTP on the office network with TERTIB_ALLOW_HTTP=1.',
  });
}

export function writeSessionCookie(request: Request, response: Response, config: AppConfig, token: string | null): void {
  const secure = isSecure(request, config);
  response.append('Set-Cookie', serialize({
    name: secure ? SECURE_NAME : PLAIN_NAME,
    value: token ?? '',
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure,
    maxAge: token ? 7 * 24 * 3600 : 0,
  }));
}
