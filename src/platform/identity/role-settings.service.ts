import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { AuditLog, Problem, type Text } from '../../sdk/index.js';
import { Database } from '../kernel/index.js';
import { AccessRegistry } from './access-registry.js';
import { DirectoryProblem } from './directory.errors.js';
import { PermissionEntity, RoleEntity } from './identity.entities.js';
import type { RoleNames } from './roles.schemas.js';

/** What the administrator decides about roles: what they are called and which permissions they have; until then, as their plugin says. */
@Injectable()
export class RoleSettings {
  constructor(
    private readonly database: Database,
    private readonly registry: AccessRegistry,
    private readonly audit: AuditLog,
  ) {}

  async names(): Promise<{ key: string; name: Text }[]> {
    const named = new Map((await this.database.read.find(RoleEntity)).map(({ key, nameId, nameEn }) => [key, { id: nameId, en: nameEn }]));
    return this.registry.roles.map(({ key, title }) => ({ key, name: named.get(key) ?? { id: title.id, en: title.en } }));
  }

  async rename(key: string, names: z.infer<typeof RoleNames>): Promise<void> {
    const position = this.registry.roleKeys.indexOf(key);
    if (position < 0) throw Problem.notFound();
    await this.database.tx(async (db) => {
      await db.save(RoleEntity, { key, position, ...names });
      await this.audit.write({ action: 'role.renamed', subject: key, detail: names });
    });
  }

  /** Gives a permission to exactly these roles. */
  async give(key: string, roles: readonly string[]): Promise<void> {
    const permission = this.registry.permission(key);
    if (!permission) throw Problem.notFound();
    const unknown = roles.find((role) => !this.registry.role(role));
    if (unknown !== undefined) throw DirectoryProblem.unknownRole(unknown, this.registry.roleKeys);
    await this.database.tx(async (db) => {
      const before = (await db.findOneBy(PermissionEntity, { key }))?.roles ?? permission.roles;
      await db.save(PermissionEntity, { key, roles: [...new Set(roles)] });
      await this.audit.write({ action: 'permission.changed', subject: key, detail: { before, after: roles } });
    });
  }
}
