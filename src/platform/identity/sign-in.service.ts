import { Injectable } from '@nestjs/common';
import { Problem } from '../../sdk/index.js';
import { Passwords } from './passwords.js';
import { Sessions } from './sessions.service.js';
import { SignInLimiter } from './sign-in-limiter.js';
import { UsersRepository } from './users.repository.js';

const wrong = (): Problem => new Problem('wrong-credentials', 401, { id: 'Nama pengguna atau kata sandi salah.', en: 'The user name or the password is wrong.' });

/** Signing in and changing one's password. One sentence for every failure, so that nobody learns who has an account. */
@Injectable()
export class SignIn {
  constructor(
    private readonly users: UsersRepository,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly limiter: SignInLimiter,
  ) {}

  /** Answers the new session's token. */
  async signIn(username: string, password: string, address: string): Promise<string> {
    const keys = [`user:${username.trim().toLowerCase()}`, `address:${address}`];
    this.limiter.assertAllowed(...keys);
    const user = await this.users.byUsername(username);
    const correct = await this.passwords.verify(user?.passwordHash, password);
    if (!user || !correct || !user.active) {
      this.limiter.failed(...keys);
      throw wrong();
    }
    this.limiter.succeeded(...keys);
    return this.sessions.open(user.id);
  }

  /** Ends all of the user's sessions and opens a new one. */
  async changePassword(userId: string, current: string, next: string): Promise<string> {
    const user = await this.users.byId(userId);
    this.limiter.assertAllowed(`change:${userId}`);
    if (!user || !(await this.passwords.verify(user.passwordHash, current))) {
      this.limiter.failed(`change:${userId}`);
      throw new Problem('wrong-password', 422, { id: 'Kata sandi saat ini salah.', en: 'The current password is wrong.' });
    }
    if (next === current || next.toLowerCase().includes(user.username)) {
      throw new Problem('weak-password', 422, { id: 'Pilih kata sandi baru yang berbeda dan tidak memuat nama pengguna.', en: 'Choose a new password that differs and does not contain the user name.' });
    }
    await this.users.save({ ...user, passwordHash: await this.passwords.hash(next), mustChange: false }, await this.users.rolesOf(userId));
    await this.sessions.closeAll(userId);
    return this.sessions.open(userId);
  }
}
