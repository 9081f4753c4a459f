import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import { AuditLog, Clock, Problem } from '../../sdk/index.js';
import { Database } from '../kernel/index.js';
import { DirectoryProblem } from './directory.errors.js';
import type { OfficeBody, UserBody } from './directory.schemas.js';
import { OfficeEntity, UserEntity } from './identity.entities.js';
import { Passwords, type OneTimePassword } from './passwords.js';
import { RoleFit } from './role-fit.js';
import { Sessions } from './sessions.service.js';
import { UsersRepository } from './users.repository.js';

/** An account whose one-time password nobody can look up again. */
export interface Issued extends Pick<UserEntity, 'id' | 'username' | 'name' | 'language' | 'email'> {
  readonly oneTimePassword: string;
  readonly validUntil: Date;
}

/** Offices and accounts, as an administrator keeps them. Every change and its audit entry are one transaction. */
@Injectable()
export class Directory {
  constructor(
    private readonly database: Database,
    private readonly users: UsersRepository,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly fit: RoleFit,
  ) {}

  offices(): Promise<OfficeEntity[]> {
    return this.database.read.find(OfficeEntity, { order: { name: 'ASC' } });
  }

  async createOffice(body: z.infer<typeof OfficeBody>): Promise<OfficeEntity> {
    return this.database.tx(async (db) => {
      if (await db.existsBy(OfficeEntity, { code: body.code })) throw DirectoryProblem.taken(body.code);
      const office = await db.save(OfficeEntity, { ...body, id: uuidv7() });
      await this.audit.write({ action: 'office.created', subject: office.id, detail: { ...body } });
      return office;
    });
  }

  /** Code and kind stay once someone works there: running cases carry the code, and the kind decides what people see. */
  async updateOffice(id: string, body: z.infer<typeof OfficeBody>): Promise<OfficeEntity> {
    return this.database.tx(async (db) => {
      const [before, same] = [await db.findOneBy(OfficeEntity, { id }), await db.findOneBy(OfficeEntity, { code: body.code })];
      if (!before) throw Problem.notFound();
      if (same && same.id !== id) throw DirectoryProblem.taken(body.code);
      const isOther = before.code !== body.code || before.kind !== body.kind;
      if (isOther && (await db.existsBy(UserEntity, { officeId: id }))) throw DirectoryProblem.officeInUse();
      const office = await db.save(OfficeEntity, { ...body, id });
      await this.audit.write({ action: 'office.changed', subject: id, detail: { ...body } });
      return office;
    });
  }

  /** A new account with a one-time password; `prepared` where many are made at once. */
  async createUser(body: z.infer<typeof UserBody>, prepared?: OneTimePassword): Promise<Issued> {
    const { password, passwordHash, until } = prepared ?? (await this.passwords.oneTime());
    const id = uuidv7();
    await this.database.tx(async () => {
      if (await this.users.byUsername(body.username)) throw DirectoryProblem.taken(body.username);
      await this.fit.assert(body.officeId, body.roles);
      const { roles, language = 'id', ...user } = body;
      await this.users.save({ ...user, id, passwordHash, mustChange: true, oneTimeUntil: until, language, createdAt: this.clock.now() }, roles);
      await this.audit.write({ action: 'user.created', subject: id, detail: { username: body.username, roles } });
    });
    const { username, name, email, language = 'id' } = body;
    return { id, username, name, email, language, oneTimePassword: password, validUntil: until };
  }

  /** Changes an account; someone who may not work any more is signed out at once. */
  async updateUser(id: string, body: z.infer<typeof UserBody>): Promise<void> {
    await this.database.tx(async () => {
      const [before, same] = [await this.users.byId(id), await this.users.byUsername(body.username)];
      if (!before) throw Problem.notFound();
      if (same && same.id !== id) throw DirectoryProblem.taken(body.username);
      await this.fit.assert(body.officeId, body.roles);
      const { roles, language = before.language, ...user } = body;
      await this.users.save({ ...before, ...user, language }, roles);
      await this.assertAdministratorRemains();
      if (!body.active) await this.sessions.closeAll(id);
      await this.audit.write({ action: 'user.changed', subject: id, detail: { username: body.username, roles, officeId: body.officeId, active: body.active } });
    });
  }

  /** A new one-time password, for someone who lost theirs. */
  async resetPassword(id: string): Promise<Issued> {
    const { password, passwordHash, until } = await this.passwords.oneTime();
    return this.database.tx(async () => {
      const user = await this.users.byId(id);
      if (!user) throw Problem.notFound();
      await this.users.setPassword(id, passwordHash, { mustChange: true, oneTimeUntil: until });
      await this.sessions.closeAll(id);
      await this.audit.write({ action: 'user.password-reset', subject: id });
      const { username, name, email, language } = user;
      return { id, username, name, email, language, oneTimePassword: password, validUntil: until };
    });
  }

  private async assertAdministratorRemains(): Promise<void> {
    const left = (await this.users.all()).some((user) => user.active && user.roles.includes('admin'));
    if (!left) throw DirectoryProblem.lastAdministrator();
  }
}
