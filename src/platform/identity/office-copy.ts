import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { HolidayEntity, OfficeEntity, PermissionEntity, RoleEntity, SettingEntity, UserEntity, UserRoleEntity } from './identity.entities.js';
import { SubstituteEntity } from './substitutes/substitute.entity.js';

/** Copied as they are: nobody signs in by any of these. */
const AS_THEY_ARE = [OfficeEntity, UserRoleEntity, RoleEntity, PermissionEntity, SettingEntity, HolidayEntity, SubstituteEntity] as const;

/** An office's people and settings, to be laid out elsewhere: without passwords, sessions and tokens. */
export interface OfficeCopy {
  readonly users: readonly UserEntity[];
  readonly rows: readonly (readonly [new () => object, readonly object[]])[];
}

export async function copyOffice(db: EntityManager): Promise<OfficeCopy> {
  const users = await db.find(UserEntity);
  const rows: [new () => object, object[]][] = [];
  for (const entity of AS_THEY_ARE) rows.push([entity, await db.find<object>(entity)]);
  return { users: users.map((user) => ({ ...user, passwordHash: '', mustChange: false })), rows };
}

/** Into a database that has none of it yet. `vacant` are roles that nobody has: each gets a person of its own, so that it can be played. */
export async function layOutOffice(db: EntityManager, { users, rows }: OfficeCopy, vacant: readonly { readonly key: string; readonly name: string }[], now: Date): Promise<void> {
  await insert(db, UserEntity, users);
  for (const [entity, copied] of rows) await insert(db, entity, copied);
  const office = await db.findOneBy(OfficeEntity, { active: true });
  for (const { key, name } of vacant) {
    const id = uuidv7();
    await db.insert(UserEntity, { id, username: `peran-${key}`, name, title: null, nip: null, email: null, passwordHash: '', mustChange: false, active: true, language: 'id', officeId: office?.id ?? null, createdAt: now });
    await db.insert(UserRoleEntity, { userId: id, role: key });
  }
}

/** In parts: a statement holds only so many values. */
async function insert(db: EntityManager, entity: new () => object, rows: readonly object[]): Promise<void> {
  for (let from = 0; from < rows.length; from += 50) await db.insert(entity, rows.slice(from, from + 50));
}

/** The roles that nobody who is active has. */
export function vacantRoles(copy: OfficeCopy, roles: readonly string[]): string[] {
  const active = new Set(copy.users.filter((user) => user.active).map(({ id }) => id));
  const held = new Set(copy.rows.flatMap(([entity, rows]) => (entity === UserRoleEntity ? (rows as UserRoleEntity[]) : [])).filter(({ userId }) => active.has(userId)).map(({ role }) => role));
  return roles.filter((role) => !held.has(role));
}
