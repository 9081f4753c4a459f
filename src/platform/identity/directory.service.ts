import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import { Clock, Problem } from '../../sdk/index.js';
import { Database } from '../kernel/index.js';
import type { NewAccount, OfficeBody, UserBody } from './directory.schemas.js';
import { OfficeEntity, UserEntity } from './identity.entities.js';
import { oneTimePassword, Passwords } from './passwords.js';
import { Sessions } from './sessions.service.js';
import { UsersRepository } from './users.repository.js';

const taken = (what: string): Problem => new Problem('already-exists', 409, { id: `"${what}" sudah dipakai.`, en: `"${what}" is taken already.` });

/** Offices and accounts, as an administrator keeps them. */
@Injectable()
export class Directory {
  constructor(
    private readonly database: Database,
    private readonly users: UsersRepository,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly clock: Clock,
  ) {}

  offices(): Promise<OfficeEntity[]> {
    return this.database.read.find(OfficeEntity, { order: { name: 'ASC' } });
  }

  /** Creates, or changes the one with `id`. */
  async saveOffice(body: z.infer<typeof OfficeBody>, id: string = uuidv7(), isNew = true): Promise<OfficeEntity> {
    return this.database.tx(async (db) => {
      const same = await db.findOneBy(OfficeEntity, { code: body.code });
      if (same && same.id !== id) throw taken(body.code);
      if (!isNew && !(await db.existsBy(OfficeEntity, { id }))) throw Problem.notFound();
      return db.save(OfficeEntity, { ...body, id });
    });
  }

  /** A new account with a one-time password. */
  async createUser(body: z.infer<typeof UserBody>): Promise<z.infer<typeof NewAccount>> {
    const password = oneTimePassword();
    const passwordHash = await this.passwords.hash(password);
    const id = uuidv7();
    await this.database.tx(async () => {
      if (await this.users.byUsername(body.username)) throw taken(body.username);
      await this.assertOffice(body.officeId);
      const { roles, ...user } = body;
      await this.users.save({ ...user, id, passwordHash, mustChange: true, language: 'id', createdAt: this.clock.now() }, roles);
    });
    return { id, username: body.username, name: body.name, oneTimePassword: password };
  }

  /** Changes an account; someone who may not work any more is signed out at once. */
  async updateUser(id: string, body: z.infer<typeof UserBody>): Promise<void> {
    await this.database.tx(async () => {
      const [before, same] = [await this.users.byId(id), await this.users.byUsername(body.username)];
      if (!before) throw Problem.notFound();
      if (same && same.id !== id) throw taken(body.username);
      await this.assertOffice(body.officeId);
      const { roles, ...user } = body;
      await this.users.save({ ...before, ...user } as UserEntity, roles);
      await this.assertAdministratorRemains();
    });
    if (!body.active) await this.sessions.closeAll(id);
  }

  /** A new one-time password, for someone who lost theirs. */
  async resetPassword(id: string): Promise<z.infer<typeof NewAccount>> {
    const user = await this.users.byId(id);
    if (!user) throw Problem.notFound();
    const password = oneTimePassword();
    await this.users.save({ ...user, passwordHash: await this.passwords.hash(password), mustChange: true }, await this.users.rolesOf(id));
    await this.sessions.closeAll(id);
    return { id, username: user.username, name: user.name, oneTimePassword: password };
  }

  private async assertOffice(id: string | null): Promise<void> {
    if (id !== null && !(await this.database.read.existsBy(OfficeEntity, { id }))) throw new Problem('unknown-office', 422, { id: 'Instansi itu tidak ada.', en: 'There is no such office.' });
  }

  private async assertAdministratorRemains(): Promise<void> {
    const left = (await this.users.all()).some((user) => user.active && user.roles.includes('admin'));
    if (!left) throw new Problem('last-administrator', 422, { id: 'Harus tetap ada satu administrator aktif.', en: 'One active administrator must remain.' });
  }
}
