import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Clock } from '../../sdk/index.js';
import { AppConfig, Database, takeTurn } from '../kernel/index.js';
import { DemoSeed } from './demo-seed.js';
import { Passwords } from './passwords.js';
import { UsersRepository } from './users.repository.js';

const say = (text: string): void => void process.stdout.write(`\n  ${text}\n\n`);

/** Who can sign in when nobody can yet: the administrator by a one-time password, and the demonstration's people where asked for. */
@Injectable()
export class FirstStart implements OnApplicationBootstrap {
  constructor(
    private readonly config: AppConfig,
    private readonly database: Database,
    private readonly users: UsersRepository,
    private readonly passwords: Passwords,
    private readonly demo: DemoSeed,
    private readonly clock: Clock,
  ) {}

  /** Nodes that start together on one database take turns: the first makes the administrator, and it alone prints his password. */
  async onApplicationBootstrap(): Promise<void> {
    const begun = this.clock.now();
    const said = await this.database.tx(async (db) => {
      await takeTurn(db, 'first-start');
      return [await this.administrator(begun), await this.demonstration()];
    });
    for (const text of said) if (text) say(text);
  }

  /** Until it is used, every start prints a new one: who lost the first start's output is not locked out. */
  private async administrator(begun: Date): Promise<string | null> {
    const existing = await this.users.byUsername('admin');
    // Made by a node that started with this one.
    if (existing && existing.createdAt >= begun) return null;
    if (existing ? !existing.mustChange || !existing.active : (await this.users.all()).length > 0) return null;
    const { password, passwordHash } = await this.passwords.oneTime();
    if (existing) await this.users.setPassword(existing.id, passwordHash, { mustChange: true });
    else {
      await this.users.save({
        id: uuidv7(), username: 'admin', name: 'Administrator', title: null, nip: null, email: null, passwordHash,
        mustChange: true, oneTimeUntil: null, active: true, language: 'id', officeId: null, createdAt: this.clock.now(),
      }, ['admin']);
    }
    return `Administrator: admin   one-time password: ${password}`;
  }

  private async demonstration(): Promise<string | null> {
    if (!this.config.demo || (await this.demo.seed()) !== 'refused') return null;
    return 'The demonstration is not added: this data folder already has people of its own. Start it with another TERTIB_DATA.';
  }
}
