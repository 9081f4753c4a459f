import { Injectable } from '@nestjs/common';
import type { Principal } from '../../sdk/index.js';
import { Database } from '../kernel/index.js';
import { AccessRegistry, type KnownPermission } from './access-registry.js';
import { PermissionEntity } from './identity.entities.js';

export interface GivenPermission extends KnownPermission {
  /** The roles that have it now; `roles` are those of the plugin. */
  readonly given: readonly string[];
}

/** Which roles have which permission: as the plugin says, until an administrator decides otherwise. */
@Injectable()
export class Permissions {
  constructor(
    private readonly database: Database,
    private readonly registry: AccessRegistry,
  ) {}

  async all(): Promise<GivenPermission[]> {
    if (this.registry.permissions.length === 0) return [];
    const decided = new Map((await this.database.read.find(PermissionEntity)).map(({ key, roles }) => [key, roles]));
    return this.registry.permissions.map((permission) => ({ ...permission, given: decided.get(permission.key) ?? permission.roles }));
  }

  /** The keys of those that somebody with these roles has. */
  async of({ roles }: Pick<Principal, 'roles'>): Promise<string[]> {
    return (await this.all()).filter(({ given }) => given.some((role) => roles.includes(role))).map(({ key }) => key);
  }

  async has({ roles }: Pick<Principal, 'roles'>, key: string): Promise<boolean> {
    const permission = this.registry.permission(key);
    if (!permission) throw new Error(`There is no permission "${key}": name it in a plugin's "permissions"`);
    const decided = await this.database.read.findOneBy(PermissionEntity, { key });
    return (decided?.roles ?? permission.roles).some((role) => roles.includes(role));
  }
}
