import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Clock } from '../../sdk/index.js';
import { AppConfig, Database } from '../kernel/index.js';
import { DemoAccountsFile } from './demo-accounts.js';
import { DEMO_OFFICES, DEMO_PEOPLE, DEMO_SETTINGS } from './demo-data.js';
import { Directory } from './directory.service.js';
import { OfficeEntity, UserEntity } from './identity.entities.js';
import { oneTimePassword, Passwords } from './passwords.js';
import { SettingsService } from './settings.service.js';
import { UsersRepository } from './users.repository.js';

/** Who can sign in when nobody can yet: the administrator by a one-time password, and the demonstration's people where asked for. */
@Injectable()
export class FirstStart implements OnApplicationBootstrap {
  constructor(
    private readonly config: AppConfig,
    private readonly database: Database,
    private readonly users: UsersRepository,
    private readonly passwords: Passwords,
    private readonly directory: Directory,
    private readonly settings: SettingsService,
    private readonly accounts: DemoAccountsFile,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.administrator();
    if (this.config.demo) await this.demonstration();
  }

  /** Until it is used, every start prints a new one: who lost the first start's output is not locked out. */
  private async administrator(): Promise<void> {
    const existing = await this.users.byUsername('admin');
    if (existing ? !existing.mustChange : (await this.users.all()).length > 0) return;
    const password = oneTimePassword();
    const user: UserEntity = {
      ...(existing ?? { id: uuidv7(), username: 'admin', name: 'Administrator', title: null, nip: null, email: null, active: true, language: 'id', officeId: null, createdAt: this.clock.now() }),
      passwordHash: await this.passwords.hash(password),
      mustChange: true,
    };
    await this.users.save(user, ['admin']);
    process.stdout.write(`\n  Administrator: admin   one-time password: ${password}\n\n`);
  }

  private async demonstration(): Promise<void> {
    if (await this.users.byUsername('kadis')) return;
    const hashed = await Promise.all(DEMO_PEOPLE.map(async (person) => {
      const password = oneTimePassword();
      return { ...person, password, passwordHash: await this.passwords.hash(password) };
    }));
    await this.database.tx(async (db) => {
      await this.settings.set(DEMO_SETTINGS);
      for (const office of DEMO_OFFICES) await this.directory.saveOffice({ ...office, active: true });
      const offices = await db.find(OfficeEntity);
      for (const { office, roles, password: _, ...person } of hashed) {
        const officeId = offices.find(({ code }) => code === office)?.id ?? null;
        await this.users.save({ ...person, id: uuidv7(), nip: null, email: `${person.username}@contoh.example`, mustChange: false, active: true, language: 'id', officeId, createdAt: this.clock.now() }, roles);
      }
      // Before the commit: a demonstration whose passwords nobody can read would be of no use.
      this.accounts.write(hashed.map(({ username, name, password, roles, office }) => ({ role: roles.join(', '), office: DEMO_OFFICES.find(({ code }) => code === office)?.name ?? office, username, password, name })));
    });
  }
}
