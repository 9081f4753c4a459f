import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Problem } from '../../sdk/index.js';
import { Database } from '../kernel/index.js';
import type { UserEntity } from './identity.entities.js';
import { assertStrong } from './password-rules.js';
import { Passwords } from './passwords.js';
import { Sessions } from './sessions.service.js';
import { SignInLimiter } from './sign-in-limiter.js';
import { UsersRepository } from './users.repository.js';
import { Viewing } from './viewing/viewing.service.js';

const wrong = (): Problem => new Problem('wrong-credentials', 401, { id: 'Nama pengguna atau kata sandi salah.', en: 'The user name or the password is wrong.' });

/** Told only to who knows it: whether somebody has an account is not given away by it. */
const oneTimeOver = (): Problem => new Problem('one-time-password-over', 401, {
  id: 'Kata sandi sekali pakai ini sudah berakhir. Minta yang baru kepada administrator.',
  en: 'This one-time password has ended. Ask the administrator for a new one.',
});

/** Signing in and changing one's password. One sentence for every failure, so that nobody learns who has an account. */
@Injectable()
export class SignIn {
  constructor(
    private readonly database: Database,
    private readonly users: UsersRepository,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly limiter: SignInLimiter,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly viewing: Viewing,
  ) {}

  /** Answers the new session's token; the browser's session before it, if any, ends. */
  async signIn(username: string, password: string, address: string, before?: string): Promise<string> {
    const attempt = { account: `user:${username}`, address };
    this.limiter.begin(attempt);
    const user = await this.users.byUsername(username);
    const correct = await this.passwords.verify(user?.passwordHash, password);
    const over = correct && user?.active === true && this.isOver(user);
    if (!user || !correct || !user.active || over) {
      // Never the name as typed: people type their password there.
      await this.audit.write({ action: 'session.refused', ...(user && { subject: user.id }), detail: { address } });
      throw over ? oneTimeOver() : wrong();
    }
    this.limiter.succeeded(attempt);
    return this.database.tx(async () => {
      if (before) {
        await this.viewing.end(before);
        await this.sessions.close(before);
      }
      await this.audit.write({ action: 'session.opened', subject: user.id, detail: { username: user.username, address } });
      return this.sessions.open(user.id);
    });
  }

  async signOut(token: string): Promise<void> {
    await this.database.tx(async () => {
      await this.viewing.end(token);
      await this.sessions.close(token);
      await this.audit.write({ action: 'session.closed' });
    });
  }

  /** Ends all of the user's sessions and opens a new one. */
  async changePassword(userId: string, current: string, next: string): Promise<string> {
    const attempt = { account: `change:${userId}` };
    this.limiter.begin(attempt);
    const user = await this.users.byId(userId);
    if (!user || !(await this.passwords.verify(user.passwordHash, current))) {
      throw new Problem('wrong-password', 422, { id: 'Kata sandi saat ini salah.', en: 'The current password is wrong.' });
    }
    this.limiter.succeeded(attempt);
    if (this.isOver(user)) throw oneTimeOver();
    assertStrong(next, current, user);
    const passwordHash = await this.passwords.hash(next);
    return this.database.tx(async () => {
      await this.users.setPassword(userId, passwordHash, { mustChange: false });
      await this.sessions.closeAll(userId);
      await this.audit.write({ action: 'password.changed', subject: userId });
      return this.sessions.open(userId);
    });
  }

  private isOver({ mustChange, oneTimeUntil }: UserEntity): boolean {
    return mustChange && oneTimeUntil !== null && oneTimeUntil <= this.clock.now();
  }
}
