import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { Asker, AuditLog, Clock, Problem, type Principal } from '../../../sdk/index.js';
import { Database } from '../../kernel/index.js';
import { ApiTokenEntity } from './api-token.entity.js';
import type { TokenScope } from './token-scopes.js';

/** Found by those who look for secrets that lie about. */
const PREFIX = 'tertib_';
const DAY = 24 * 3_600_000;
/** A token's last use is written at most this often. */
const TOUCH_MS = 5 * 60_000;

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

export type TokenView = Omit<ApiTokenEntity, 'hash'>;

/** A machine that showed a good token, as whoever is asking. It holds no role: its scopes say what it may. */
export interface Machine {
  readonly principal: Principal;
  readonly scopes: readonly TokenScope[];
}

/** Tokens for machines: random, kept as hashes, shown once, each for some purposes and some time. */
@Injectable()
export class ApiTokens {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly asker: Asker,
    private readonly audit: AuditLog,
  ) {}

  /** Newest first. */
  async all(): Promise<TokenView[]> {
    return (await this.database.read.find(ApiTokenEntity, { order: { id: 'DESC' } })).map(({ hash: _hash, ...view }) => view);
  }

  /** Answers the token itself, which nobody can read again. */
  async create({ name, scopes, days }: { name: string; scopes: readonly TokenScope[]; days: number }): Promise<TokenView & { token: string }> {
    const token = `${PREFIX}${randomBytes(32).toString('base64url')}`;
    const now = this.clock.now();
    const view: TokenView = {
      id: uuidv7(), name, scopes: [...new Set(scopes)], createdByName: this.asker.required().name, createdAt: now,
      expiresAt: new Date(now.getTime() + days * DAY), lastUsedAt: null, revokedAt: null,
    };
    await this.database.tx(async (db) => {
      await db.insert(ApiTokenEntity, { ...view, hash: hashOf(token) });
      await this.audit.write({ action: 'token.created', subject: view.id, detail: { name, scopes: view.scopes, expiresAt: view.expiresAt.toISOString() } });
    });
    return { ...view, token };
  }

  /** From now on it is as unknown as any other. @throws not found. */
  async revoke(id: string): Promise<void> {
    await this.database.tx(async (db) => {
      const { affected } = await db.update(ApiTokenEntity, { id, revokedAt: IsNull() }, { revokedAt: this.clock.now() });
      if (affected !== 1) throw Problem.notFound();
      await this.audit.write({ action: 'token.revoked', subject: id });
    });
  }

  /** Whose token it is; null for one that is unknown, over or revoked. */
  async machineOf(token: string): Promise<Machine | null> {
    const found = await this.database.read.findOneBy(ApiTokenEntity, { hash: hashOf(token) });
    const now = this.clock.now();
    if (!found || found.revokedAt || found.expiresAt <= now) return null;
    if (!found.lastUsedAt || now.getTime() - found.lastUsedAt.getTime() > TOUCH_MS) await this.database.tx((db) => db.update(ApiTokenEntity, { id: found.id }, { lastUsedAt: now }));
    const { id, name, scopes } = found;
    return { scopes, principal: { id, username: `token:${name}`, name: `Token ${name}`, roles: [], officeId: null, officeKind: null, language: 'en' } };
  }
}
