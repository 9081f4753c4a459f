import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { Clock, Problem, type Principal } from '../../../sdk/index.js';
import { AppConfig } from '../../kernel/index.js';
import { networkOf } from '../network-of.js';
import { assertMaySignIn } from '../session-cookie.js';
import { SignInLimiter } from '../sign-in-limiter.js';
import { ApiTokens } from './api-tokens.service.js';
import type { TokenScope } from './token-scopes.js';

const BEARER = /^Bearer +(\S+)$/i;
const MINUTE = 60_000;
/** Requests of one token in a minute. */
const MOST_REQUESTS = 300;

/** What a request shows that comes from a machine. */
export const bearerOf = (request: Request): string | null => BEARER.exec(request.headers.authorization ?? '')?.[1] ?? null;

/** Lets a machine by, where its token has the scope that the route names. No page can send that header for another's user, so nothing is forged by it. */
@Injectable()
export class TokenAccess {
  private readonly used = new Map<string, { since: number; count: number }>();

  constructor(
    private readonly tokens: ApiTokens,
    private readonly limiter: SignInLimiter,
    private readonly config: AppConfig,
    private readonly clock: Clock,
  ) {}

  /** @throws 401 for a bad token, 429 for many of them or for too many requests, 403 where this token may not do that. */
  async admit(token: string, request: Request, scope: TokenScope | undefined): Promise<Principal> {
    assertMaySignIn(request, this.config);
    const machine = await this.tokens.machineOf(token);
    if (!machine) {
      this.limiter.begin({ account: `token:${networkOf(request.ip ?? '-')}` });
      throw new Problem('token-invalid', 401, { id: 'Token ini tidak dikenal, sudah berakhir, atau sudah dicabut.', en: 'This token is unknown, has expired or was revoked.' });
    }
    this.count(machine.principal.id);
    if (scope === undefined) throw new Problem('token-not-here', 403, { id: 'Ini hanya untuk orang yang masuk, bukan untuk token.', en: 'This is for people who sign in, not for tokens.' });
    if (!machine.scopes.includes(scope)) throw new Problem('token-scope', 403, { id: `Token ini tidak boleh melakukannya: perlu “${scope}”.`, en: `This token may not do that: it needs “${scope}”.` }, { scope });
    return machine.principal;
  }

  private count(id: string): void {
    const now = this.clock.now().getTime();
    const before = this.used.get(id);
    const current = before && now - before.since < MINUTE ? before : { since: now, count: 0 };
    this.used.set(id, { since: current.since, count: current.count + 1 });
    if (current.count < MOST_REQUESTS) return;
    const retryAfter = Math.ceil((current.since + MINUTE - now) / 1_000);
    throw new Problem('too-many-requests', 429, { id: `Terlalu banyak permintaan. Coba lagi dalam ${retryAfter} detik.`, en: `Too many requests. Try again in ${retryAfter} seconds.` }, { retryAfter });
  }
}
