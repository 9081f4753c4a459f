import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { OfficeKind } from '../../sdk/index.js';
import { idColumn, jsonColumn, timeColumn } from '../kernel/index.js';

@Entity('offices')
@Index('offices_code', ['code'], { unique: true })
export class OfficeEntity {
  @PrimaryColumn(idColumn()) id!: string;
  @Column(idColumn({})) code!: string;
  @Column({ type: 'varchar', length: '255' }) name!: string;
  @Column(idColumn({})) kind!: OfficeKind;
  @Column({ type: 'varchar', length: '255', nullable: true }) email!: string | null;
  @Column({ type: 'boolean' }) active!: boolean;
}

@Entity('users')
@Index('users_username', ['username'], { unique: true })
export class UserEntity {
  @PrimaryColumn(idColumn()) id!: string;
  /** Lower case. */
  @Column(idColumn({})) username!: string;
  @Column({ type: 'varchar', length: '255' }) name!: string;
  @Column({ type: 'varchar', length: '255', nullable: true }) title!: string | null;
  @Column({ type: 'varchar', length: '64', nullable: true }) nip!: string | null;
  @Column({ type: 'varchar', length: '255', nullable: true }) email!: string | null;
  @Column({ type: 'text' }) passwordHash!: string;
  /** A one-time password: to be changed before anything else. */
  @Column({ type: 'boolean' }) mustChange!: boolean;
  /** Until when the one-time password opens anything; null for one without an end, as the first administrator's is. */
  @Column(timeColumn({ nullable: true })) oneTimeUntil!: Date | null;
  @Column({ type: 'boolean' }) active!: boolean;
  @Column({ type: 'varchar', length: '2' }) language!: 'id' | 'en';
  @Column(idColumn({ nullable: true })) officeId!: string | null;
  @Column(timeColumn()) createdAt!: Date;
}

@Entity('user_roles')
export class UserRoleEntity {
  @PrimaryColumn(idColumn()) userId!: string;
  @PrimaryColumn(idColumn()) role!: string;
}

/** What an administrator calls a role, where not as its plugin does; the key stays, so a renamed role harms no running case. */
@Entity('roles')
export class RoleEntity {
  @PrimaryColumn(idColumn()) key!: string;
  @Column({ type: 'integer' }) position!: number;
  @Column({ type: 'varchar', length: '255' }) nameId!: string;
  @Column({ type: 'varchar', length: '255' }) nameEn!: string;
}

/** The roles that have a permission, where an administrator has decided it. */
@Entity('permissions')
export class PermissionEntity {
  @PrimaryColumn(idColumn()) key!: string;
  @Column(jsonColumn()) roles!: readonly string[];
}

@Entity('sessions')
@Index('sessions_user', ['userId'])
export class SessionEntity {
  /** sha256 of the cookie's token: who reads the database cannot sign in with it. */
  @PrimaryColumn(idColumn()) id!: string;
  @Column(idColumn({})) userId!: string;
  @Column(timeColumn()) createdAt!: Date;
  @Column(timeColumn()) lastSeenAt!: Date;
  @Column(timeColumn()) expiresAt!: Date;
  /** Whose screens an administrator is looking at with it, and until when; see `viewing`. */
  @Column(idColumn({ nullable: true })) seesAsId!: string | null;
  @Column(timeColumn({ nullable: true })) seesUntil!: Date | null;
}

@Entity('settings')
export class SettingEntity {
  @PrimaryColumn(idColumn()) key!: string;
  @Column(jsonColumn()) value!: unknown;
}

@Entity('holidays')
export class HolidayEntity {
  /** YYYY-MM-DD in the office's zone. */
  @PrimaryColumn({ type: 'varchar', length: '10' }) date!: string;
  @Column({ type: 'varchar', length: '255' }) name!: string;
  @Column(idColumn({})) kind!: 'libur_nasional' | 'cuti_bersama';
}

export const identityEntities = [OfficeEntity, UserEntity, UserRoleEntity, RoleEntity, PermissionEntity, SessionEntity, SettingEntity, HolidayEntity];
