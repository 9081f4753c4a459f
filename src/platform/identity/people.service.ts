import { Injectable } from '@nestjs/common';
import { Brackets, In } from 'typeorm';
import { Asker, Offices, Problem, type Office, type OfficeKind, type OfficePerson, type Principal, type Text } from '../../sdk/index.js';
import { Database, requestContext } from '../kernel/index.js';
import { OfficeEntity, UserEntity, UserRoleEntity } from './identity.entities.js';
import { Permissions } from './permissions.service.js';
import { RoleSettings } from './role-settings.service.js';
import { StandingIn } from './substitutes/standing-in.js';

/** Who is asking, from the request's context. */
@Injectable()
export class AskerService extends Asker {
  constructor(private readonly permissions: Permissions) {
    super();
  }

  current(): Principal | null {
    return requestContext.principal();
  }

  required(): Principal {
    const principal = this.current();
    if (!principal) throw new Problem('sign-in-required', 401, { id: 'Silakan masuk terlebih dahulu.', en: 'Please sign in first.' });
    return principal;
  }

  async can(permission: string): Promise<boolean> {
    return this.permissions.has(this.current() ?? { roles: [] }, permission);
  }
}

@Injectable()
export class OfficesService extends Offices {
  constructor(
    private readonly database: Database,
    private readonly standingIn: StandingIn,
    private readonly roles: RoleSettings,
  ) {
    super();
  }

  async roleNames(): Promise<ReadonlyMap<string, Text>> {
    return new Map((await this.roles.names()).map(({ key, name }) => [key, name]));
  }

  all(kind?: OfficeKind): Promise<Office[]> {
    return this.database.read.find(OfficeEntity, { where: { active: true, ...(kind && { kind }) }, order: { name: 'ASC' } });
  }

  byId(id: string): Promise<Office | null> {
    return this.database.read.findOneBy(OfficeEntity, { id });
  }

  async byIds(ids: readonly string[]): Promise<Office[]> {
    return ids.length === 0 ? [] : this.database.read.findBy(OfficeEntity, { id: In([...new Set(ids)]) });
  }

  byCode(code: string): Promise<Office | null> {
    return this.database.read.findOneBy(OfficeEntity, { code });
  }

  async mailOf(role: string, officeId?: string): Promise<string[]> {
    return (await this.peopleOf(role, officeId)).flatMap(({ email }) => email || []);
  }

  async peopleOf(role: string, officeId?: string): Promise<OfficePerson[]> {
    const standingIn = (await this.standingIn.inRole(role)).map(({ userId }) => userId);
    const { read } = this.database;
    // By the database: a role may be that of thousands, of whom one office has two.
    const query = read.createQueryBuilder(UserEntity, 'u').where({ active: true, ...(officeId && { officeId }) }).orderBy('u.username');
    const holders = query.subQuery().select('r.userId').from(UserRoleEntity, 'r').where('r.role = :role').getQuery();
    const users = await query.andWhere(new Brackets((any) => any.where(`u.id IN ${holders}`, { role }).orWhere({ id: In(standingIn) }))).getMany();
    return users.map(({ name, email, language }) => ({ name, email, language }));
  }
}
