import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import type { Principal } from '../../../sdk/index.js';
import { AppConfig } from '../../kernel/index.js';
import { readSessionCookie } from '../session-cookie.js';
import { Sessions } from '../sessions.service.js';
import { UsersRepository } from '../users.repository.js';
import { ViewingProblem } from './viewing.problems.js';
import { Viewing } from './viewing.service.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
/** What ends the looking, by a click or by becoming somebody else. */
const LEAVES = new Set(['DELETE /api/session/view', 'DELETE /api/session', 'POST /api/session']);
/** The page is loaded (again). */
const ARRIVES = 'GET /api/session';

/** Who asks by a request's cookie: the person signed in, or the one as whom he is seeing. */
export interface Asking {
  readonly principal: Principal & { readonly mustChange: boolean };
  readonly viewer: { readonly id: string; readonly name: string; readonly until: Date } | null;
}

/** Reads a session. The one place that knows of looking as somebody else, so that no route can forget it. */
@Injectable()
export class AskingPerson {
  constructor(
    private readonly sessions: Sessions,
    private readonly users: UsersRepository,
    private readonly viewing: Viewing,
    private readonly config: AppConfig,
  ) {}

  /** @throws ViewingProblem for whatever would change something while one is only looking, and for all once the time is over. */
  async of(request: Request, { isPublic }: { isPublic: boolean }): Promise<Asking | null> {
    const token = readSessionCookie(request, this.config);
    const session = token ? await this.sessions.live(token) : null;
    const own = session && (await this.users.principal(session.userId));
    if (!token || !own) return null;
    const view = await this.viewing.of(session, own);
    const asked = `${request.method} ${request.path.replace(/\/+$/, '')}`;
    if (view === null) return { principal: own, viewer: null };
    if (view === 'over') {
      // A page that still shows the other person's things must not act as the administrator: it has to be loaded again first.
      if (isPublic && SAFE.has(request.method)) return null;
      if (asked !== ARRIVES && !LEAVES.has(asked)) throw ViewingProblem.over();
      await this.viewing.end(token, 'time');
      return { principal: own, viewer: null };
    }
    if (!SAFE.has(request.method) && !LEAVES.has(asked)) throw ViewingProblem.readOnly(view.seen.name);
    // A one-time password that its person has not changed yet is not the looker's to change.
    return { principal: { ...view.seen, mustChange: false }, viewer: { id: own.id, name: own.name, until: view.until } };
  }
}
