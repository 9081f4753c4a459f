import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { Problem } from '../../sdk/index.js';
import { Permissions } from './permissions.service.js';
import type { PersonRoles } from './person-roles.schemas.js';
import { RoleSettings } from './role-settings.service.js';
import { StandingIn } from './substitutes/standing-in.js';
import { UsersRepository, type UserRecord } from './users.repository.js';

type View = z.infer<typeof PersonRoles>;

/** The roles and permissions of a person as the guard finds them, with what each is from. */
@Injectable()
export class PersonAccess {
  constructor(
    private readonly users: UsersRepository,
    private readonly roles: RoleSettings,
    private readonly permissions: Permissions,
    private readonly standingIn: StandingIn,
  ) {}

  /** @throws not found. */
  async of(userId: string): Promise<View> {
    const user = (await this.users.all()).find(({ id }) => id === userId);
    if (!user) throw Problem.notFound();
    const { id, username, name, title, active, office } = user;
    const roles = await this.rolesOf(user);
    const held = roles.map(({ key }) => key);
    const given = (await this.permissions.all()).map(({ given: all, ...permission }) => ({ ...permission, through: all.filter((role) => held.includes(role)) }));
    const permissions = given.filter(({ through }) => through.length > 0).map(({ key, title: what, description, through }) => ({ key, title: what, description, through }));
    return { id, username, name, title, active, officeName: office?.name ?? null, roles, permissions };
  }

  private async rolesOf({ id, roles: own }: UserRecord): Promise<View['roles']> {
    const principal = await this.users.principal(id);
    const names = new Map((await this.roles.names()).map(({ key, name }) => [key, name]));
    const given = await this.standingIn.givenBy(id);
    const takers = new Map<string, string>();
    for (const { userId } of given) takers.set(userId, (await this.users.byId(userId))?.name ?? userId);
    return (principal?.roles ?? []).map((key) => {
      const gift = given.find(({ role }) => role === key);
      const standing = own.includes(key) ? undefined : principal?.standsIn?.find(({ role }) => role === key);
      return { key, name: names.get(key) ?? { id: key, en: key }, standsIn: standing ? { title: standing.title, untilDay: standing.untilDay } : null, delegatedTo: gift ? { name: takers.get(gift.userId) ?? gift.userId, untilDay: gift.untilDay } : null };
    });
  }
}
