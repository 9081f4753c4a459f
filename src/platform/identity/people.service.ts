import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Asker, Offices, Problem, type Office, type OfficeKind, type OfficePerson, type Principal } from '../../sdk/index.js';
import { Database, requestContext } from '../kernel/index.js';
import { OfficeEntity, UserEntity, UserRoleEntity } from './identity.entities.js';
import { Permissions } from './permissions.service.js';
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
  ) {
    super();
  }

  all(kind?: OfficeKind): Promise<Office[]> {
    return this.database.read.find(OfficeEntity, { where: { active: true, ...(kind && { kind }) }, order: { name: 'ASC' } });
  }

  byId(id: string): Promise<Office | null> {
    return this.database.read.findOneBy(OfficeEntity, { id });
  }

  byCode(code: string): Promise<Office | null> {
    return this.database.read.findOneBy(OfficeEntity, { code });
  }

  async mailOf(role: string, officeId?: string): Promise<string[]> {
    return (await this.peopleOf(role, officeId)).flatMap(({ email }) => email || []);
  }

  async peopleOf(role: string, officeId?: string): Promise<OfficePerson[]> {
    const holders = [...(await this.database.read.findBy(UserRoleEntity, { role })), ...(await this.standingIn.inRole(role))];
    const ids = holders.map(({ userId }) => userId);
    const users = await this.database.read.find(UserEntity, { where: { id: In(ids), active: true, ...(officeId && { officeId }) }, order: { username: 'ASC' } });
    return users.map(({ name, email, language }) => ({ name, email, language }));
  }
}
