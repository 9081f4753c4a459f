import { randomUUID } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { Office, Principal } from '../sdk/index.js';
import { Directory, HolidayEntity, SettingsService, UsersRepository } from '../platform/identity/index.js';
import { Database, requestContext } from '../platform/kernel/index.js';
import type { ProcedureTestOptions, TestPerson } from './options.js';

type NewUser = Parameters<Directory['createUser']>[0];
type Surroundings = Pick<ProcedureTestOptions, 'people' | 'offices' | 'settings' | 'holidays'>;

/** Offices, people, settings and holidays of a test, there before the application begins its work. */
@Injectable()
export class TestPeople implements OnModuleInit {
  constructor(
    private readonly given: Surroundings,
    private readonly parts: ModuleRef,
  ) {}

  async onModuleInit(): Promise<void> {
    const { people = {}, offices = {}, settings = {}, holidays = [] } = this.given;
    const directory = this.parts.get(Directory, { strict: false });
    await this.parts.get(SettingsService, { strict: false }).set(settings);
    await this.parts.get(Database, { strict: false }).tx((db) => db.insert(HolidayEntity, holidays.map((date) => ({ date, name: date, kind: 'libur_nasional' as const }))));
    const made = new Map<string, Office>();
    for (const [code, { kind, name = code, email = `${code.toLowerCase()}@example.org` }] of Object.entries(offices)) {
      made.set(code, await directory.createOffice({ code, name, kind, email, active: true }));
    }
    for (const [username, person] of Object.entries({ admin: 'admin', ...people })) await this.add(username, personOf(person), made);
  }

  /** @throws naming who there is. */
  async principal(username: string): Promise<Principal> {
    const user = await this.users.byUsername(username);
    const principal = user && (await this.users.principal(user.id));
    if (principal) return principal;
    throw new Error(`Nobody is called "${username}" in this test. There is: ${(await this.users.all()).map((one) => `${one.username} (${one.roles.join(', ')})`).join(', ')}.`);
  }

  /** Does something as this person does it over HTTP, in a request of its own. */
  async as<T>(username: string, work: (principal: Principal) => Promise<T>): Promise<T> {
    const principal = await this.principal(username);
    return requestContext.run({ correlationId: randomUUID(), language: 'en', principal }, () => work(principal));
  }

  private get users(): UsersRepository {
    return this.parts.get(UsersRepository, { strict: false });
  }

  private async add(username: string, { roles, office, name = username, email = `${username}@example.org` }: TestPerson, offices: ReadonlyMap<string, Office>): Promise<void> {
    if (office !== undefined && !offices.has(office)) throw new Error(`${username} works at "${office}", which is not among the test's offices: ${[...offices.keys()].join(', ') || 'there are none'}.`);
    const user = { username, name, email, title: null, nip: null, officeId: offices.get(office ?? '')?.id ?? null, roles: [...roles] as NewUser['roles'], active: true };
    const { id } = await this.parts.get(Directory, { strict: false }).createUser(user).catch((error: Error) => {
      throw new Error(`${username} cannot be one of the test's people: ${error.message}`, { cause: error });
    });
    // Nobody signs in here: no password is to be changed, or printed for the administrator.
    await this.users.setPassword(id, '', { mustChange: false });
  }
}

const personOf = (person: string | readonly string[] | TestPerson): TestPerson =>
  typeof person === 'string' ? { roles: [person] } : 'roles' in person ? person : { roles: person };
