import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Principal, StandsIn } from '../../sdk/index.js';
import { Database } from '../kernel/index.js';
import { OfficeEntity, UserEntity, UserRoleEntity } from './identity.entities.js';
import { RoleSettings } from './role-settings.service.js';
import { StandingIn } from './substitutes/standing-in.js';
import type { SubstituteEntity } from './substitutes/substitute.entity.js';
import { standingTitle } from './substitutes/standing-title.js';

/** A user with office and roles, as lists show them. */
export interface UserRecord extends Omit<UserEntity, 'passwordHash'> {
  readonly roles: string[];
  readonly office: OfficeEntity | null;
}

@Injectable()
export class UsersRepository {
  constructor(
    private readonly database: Database,
    private readonly standingIn: StandingIn,
    private readonly roles: RoleSettings,
  ) {}

  byUsername(username: string): Promise<UserEntity | null> {
    return this.database.read.findOneBy(UserEntity, { username: username.trim().toLowerCase() });
  }

  byId(id: string): Promise<UserEntity | null> {
    return this.database.read.findOneBy(UserEntity, { id });
  }

  /** Those of an office who may work, by name. */
  ofOffice(officeId: string): Promise<UserEntity[]> {
    return this.database.read.find(UserEntity, { where: { officeId, active: true }, order: { name: 'ASC', id: 'ASC' } });
  }

  /** As `ofOffice`, with the roles that each holds today, his own and as a substitute: in a fixed number of queries. */
  async colleagues(officeId: string): Promise<(UserEntity & Pick<Principal, 'roles' | 'officeKind'>)[]> {
    const { read } = this.database;
    const office = await read.findOneBy(OfficeEntity, { id: officeId });
    const users = await this.ofOffice(officeId);
    const ids = users.map(({ id }) => id);
    const held = [...(await read.findBy(UserRoleEntity, { userId: In(ids) })), ...(await this.standingIn.ofPeople(ids))];
    return users.map((user) => ({ ...user, officeKind: office?.kind ?? null, roles: [...new Set(held.flatMap(({ userId, role }) => (userId === user.id ? [role] : [])))] }));
  }

  async all(): Promise<UserRecord[]> {
    const { read } = this.database;
    // One after the other: inside a transaction they share one connection.
    const users = await read.find(UserEntity, { order: { username: 'ASC' } });
    const roles = await read.find(UserRoleEntity, { order: { role: 'ASC' } });
    const offices = new Map((await read.find(OfficeEntity)).map((office) => [office.id, office]));
    const rolesOf = new Map<string, string[]>();
    for (const { userId, role } of roles) rolesOf.set(userId, [...(rolesOf.get(userId) ?? []), role]);
    return users.map(({ passwordHash: _, ...user }) => ({ ...user, roles: rolesOf.get(user.id) ?? [], office: offices.get(user.officeId ?? '') ?? null }));
  }

  /** Without those that he holds as a substitute. */
  async ownRolesOf(userId: string): Promise<string[]> {
    return (await this.database.read.find(UserRoleEntity, { where: { userId }, order: { role: 'ASC' } })).map(({ role }) => role);
  }

  /** Null for nobody and for people who may not work any more. */
  async principal(userId: string): Promise<(Principal & { mustChange: boolean }) | null> {
    const user = await this.byId(userId);
    if (!user?.active) return null;
    const office = user.officeId ? await this.database.read.findOneBy(OfficeEntity, { id: user.officeId }) : null;
    const { id, username, name, title, language, mustChange } = user;
    const own = await this.ownRolesOf(id);
    const standsIn = await this.standsIn(id, own);
    const roles = [...new Set([...own, ...standsIn.map(({ role }) => role)])];
    return { id, username, name, title, language, mustChange, roles, standsIn, officeId: office?.id ?? null, officeKind: office?.kind ?? null };
  }

  /** Everybody who may work, as he is today, with where mail reaches him. In a fixed number of queries beside those for people who stand in. */
  async principals(): Promise<(Principal & Pick<UserRecord, 'email'>)[]> {
    const standing = await this.standingIn.now();
    const found: (Principal & Pick<UserRecord, 'email'>)[] = [];
    for (const { id, username, name, title, language, email, active, office, roles: own } of await this.all()) {
      if (!active) continue;
      const standsIn = await this.described(standing.filter(({ userId }) => userId === id), own);
      found.push({ id, username, name, title, language, email, standsIn, roles: [...new Set([...own, ...standsIn.map(({ role }) => role)])], officeId: office?.id ?? null, officeKind: office?.kind ?? null });
    }
    return found;
  }

  private async standsIn(userId: string, own: readonly string[]): Promise<StandsIn[]> {
    return this.described(await this.standingIn.ofPerson(userId), own);
  }

  /** A role that has become his own in the meantime is held for nobody. */
  private async described(all: readonly SubstituteEntity[], own: readonly string[]): Promise<StandsIn[]> {
    const rows = all.filter(({ role }) => !own.includes(role));
    if (rows.length === 0) return [];
    const roles = new Map((await this.roles.names()).map(({ key, name }) => [key, name]));
    const givers = await this.database.read.findBy(UserEntity, { id: In(rows.flatMap(({ forUserId }) => forUserId ?? [])) });
    return rows.map(({ role, capacity, untilDay, forUserId }) => {
      const title = standingTitle(capacity, roles.get(role) ?? { id: role, en: role }, givers.find(({ id }) => id === forUserId)?.name);
      return { role, untilDay, title, ...(forUserId !== null && { forUserId }) };
    });
  }

  /** Writes the user and exactly these roles. */
  async save(user: UserEntity, roles: readonly string[]): Promise<void> {
    await this.database.tx(async (db) => {
      await db.save(UserEntity, user);
      await db.delete(UserRoleEntity, { userId: user.id });
      if (roles.length > 0) await db.insert(UserRoleEntity, roles.map((role) => ({ userId: user.id, role })));
    });
  }

  /** `mustChange`: a one-time password, and until when. */
  async setPassword(id: string, passwordHash: string, { mustChange, oneTimeUntil = null }: { mustChange: boolean; oneTimeUntil?: Date | null }): Promise<void> {
    await this.database.tx((db) => db.update(UserEntity, { id }, { passwordHash, mustChange, oneTimeUntil }));
  }
}
