import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { PERMISSION, Problem, PUBLIC, ROLES } from '../../sdk/index.js';
import { AppConfig, OwnRoutes, requestContext } from '../kernel/index.js';
import { Permissions } from './permissions.service.js';
import { bearerOf, TokenAccess } from './tokens/token-access.js';
import { MACHINES, type TokenScope } from './tokens/token-scopes.js';
import { AskingPerson } from './viewing/asking.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
/** What someone with a one-time password may do before changing it. */
const BEFORE_CHANGE = new Set(['/api/session', '/api/session/password', '/api/session/language']);

const signInFirst = (): Problem => new Problem('sign-in-required', 401, { id: 'Silakan masuk terlebih dahulu.', en: 'Please sign in first.' });

/**
 * Every route of the platform and its plugins asks for a session, unless it is `@Public()`; `@Roles()` and `@Permission()` narrow; what changes something
 * must come from our own pages. A machine shows a token instead, on the routes that are `@Machines()`.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly asking: AskingPerson,
    private readonly config: AppConfig,
    private readonly routes: OwnRoutes,
    private readonly permissions: Permissions,
    private readonly machines: TokenAccess,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    // Around the handlers of external tasks nobody asks.
    if (context.getType() !== 'http') return true;
    const open = requestContext.current();
    const own = this.routes.includes(context.getClass());
    if (open) Object.assign(open, { own });
    if (!own) return true;
    const request = context.switchToHttp().getRequest<Request>();
    const targets = [context.getHandler(), context.getClass()];
    const isPublic = this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC, targets) === true;
    const token = isPublic ? null : bearerOf(request);
    if (token) {
      const machine = await this.machines.admit(token, request, this.reflector.getAllAndOverride<TokenScope | undefined>(MACHINES, targets));
      if (open) Object.assign(open, { principal: machine });
      return true;
    }
    // On a public route a request that another site may have made is nobody's; elsewhere it is refused below.
    const asking = isPublic && this.isForeign(request) ? null : await this.asking.of(request, { isPublic });
    const principal = asking?.principal ?? null;
    if (open && asking) Object.assign(open, asking);
    if (isPublic) return true;
    if (!principal) throw signInFirst();
    if (this.isForeign(request)) throw foreignRequest();
    if (principal.mustChange && !BEFORE_CHANGE.has(request.path)) {
      throw new Problem('password-change-required', 403, { id: 'Ganti kata sandi sekali pakai Anda terlebih dahulu.', en: 'Change your one-time password first.' });
    }
    const roles = this.reflector.getAllAndOverride<readonly string[] | undefined>(ROLES, targets);
    if (roles && !roles.some((role) => principal.roles.includes(role))) throw Problem.forbidden();
    const permission = this.reflector.getAllAndOverride<string | undefined>(PERMISSION, targets);
    if (permission !== undefined && !(await this.permissions.has(principal, permission))) throw Problem.forbidden();
    return true;
  }

  private isForeign(request: Request): boolean {
    return !SAFE.has(request.method) && !isFromOwnPages(request, this.config);
  }
}

/** @throws 403 for a request that another site may have made. */
export function assertOwnPages(request: Request, config: Pick<AppConfig, 'publicUrl'>): void {
  if (!isFromOwnPages(request, config)) throw foreignRequest();
}

const foreignRequest = (): Problem => new Problem('foreign-request', 403, { id: 'Permintaan ini tidak berasal dari halaman Tertib.', en: "This request does not come from Tertib's own pages." });

/** Against forged requests: a header that a foreign page cannot send, and the origin where the browser names it. */
function isFromOwnPages(request: Request, config: Pick<AppConfig, 'publicUrl'>): boolean {
  const { origin, host } = request.headers;
  const site = request.headers['sec-fetch-site'];
  const own = [`http://${host}`, `https://${host}`, config.publicUrl && new URL(config.publicUrl).origin];
  return request.headers['x-tertib'] !== undefined && (origin === undefined || own.includes(origin)) && (site === undefined || site === 'same-origin' || site === 'none');
}
