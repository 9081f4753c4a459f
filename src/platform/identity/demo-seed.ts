import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Clock } from '../../sdk/index.js';
import { Database } from '../kernel/index.js';
import { DemoAccountsFile } from './demo-accounts.js';
import { DEMO_ADMIN, DEMO_OFFICES, DEMO_PEOPLE, DEMO_SETTINGS } from './demo-data.js';
import { Directory } from './directory.service.js';
import { Passwords } from './passwords.js';
import { SettingsService } from './settings.service.js';
import { UsersRepository } from './users.repository.js';

/** Offices, people and settings of a demonstration, once. */
@Injectable()
export class DemoSeed {
  constructor(
    private readonly database: Database,
    private readonly users: UsersRepository,
    private readonly passwords: Passwords,
    private readonly directory: Directory,
    private readonly settings: SettingsService,
    private readonly accounts: DemoAccountsFile,
    private readonly clock: Clock,
  ) {}

  /** `refused` where a real office has begun: accounts whose passwords lie in a file do not belong there. */
  async seed(): Promise<'seeded' | 'there' | 'refused'> {
    const people = (await this.users.all()).filter(({ username }) => username !== 'admin');
    if (people.length > 0) return people.some(({ username }) => username === DEMO_ADMIN) ? 'there' : 'refused';
    const hashed = await Promise.all(DEMO_PEOPLE.map(async (person) => ({ ...person, ...(await this.passwords.oneTime()) })));
    await this.database.tx(async () => {
      await this.settings.set(DEMO_SETTINGS);
      const offices = new Map<string, { id: string; name: string }>();
      for (const office of DEMO_OFFICES) offices.set(office.code, await this.directory.createOffice({ ...office, active: true }));
      for (const { office, roles, password: _, until: __, ...person } of hashed) {
        await this.users.save({
          ...person, id: uuidv7(), nip: null, email: `${person.username}@contoh.example`, mustChange: false, oneTimeUntil: null, active: true,
          language: 'id', officeId: offices.get(office)?.id ?? null, createdAt: this.clock.now(),
        }, roles);
      }
      // Before the commit: a demonstration whose passwords nobody can read would be of no use.
      this.accounts.write(hashed.map(({ username, name, password, roles, office }) => ({ role: roles.join(', '), office: offices.get(office)?.name ?? office, username, password, name })));
    });
    return 'seeded';
  }
}
