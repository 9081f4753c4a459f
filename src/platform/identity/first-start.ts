import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Clock } from '../../sdk/index.js';
import { AppConfig } from '../kernel/index.js';
import { DemoSeed } from './demo-seed.js';
import { Passwords } from './passwords.js';
import { UsersRepository } from './users.repository.js';

const say = (text: string): void => void process.stdout.write(`\n  ${text}\n\n`);

/** Who can sign in when nobody can yet: the administrator by a one-time password, and the demonstration's people where asked for. */
@Injectable()
export class FirstStart implements OnApplicationBootstrap {
  constructor(
    private readonly config: AppConfig,
    private readonly users: UsersRepository,
    private readonly passwords: Passwords,
    private readonly demo: DemoSeed,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.administrator();
    if (this.config.demo && (await this.demo.seed()) === 'refused') {
      say('The demonstration is not added: this data folder already has people of its own. Start it with another TERTIB_DATA.');
    }
  }

  /** Until it is used, every start prints a new one: who lost the first start's output is not locked out. */
  private async administrator(): Promise<void> {
    const existing = await this.users.byUsername('admin');
    if (existing ? !existing.mustChange || !existing.active : (await this.users.all()).length > 0) return;
    const { password, passwordHash } = await this.passwords.oneTime();
    if (existing) await this.users.setPassword(existing.id, passwordHash, true);
    else {
      await this.users.save({
        id: uuidv7(), username: 'admin', name: 'Administrator', title: null, nip: null, email: null, passwordHash,
        mustChange: true, active: true, language: 'id', officeId: null, createdAt: this.clock.now(),
      }, ['admin']);
    }
    say(`Administrator: admin   one-time password: ${password}`);
  }
}
