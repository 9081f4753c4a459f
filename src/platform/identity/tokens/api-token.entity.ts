import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, jsonColumn, timeColumn } from '../../kernel/index.js';
import type { TokenScope } from './token-scopes.js';

/** What a machine shows instead of signing in. */
@Entity('api_tokens')
@Index('api_tokens_hash', ['hash'], { unique: true })
export class ApiTokenEntity {
  @PrimaryColumn(idColumn()) id!: string;
  /** sha256 of the token: who reads the database cannot use it. */
  @Column(idColumn({})) hash!: string;
  @Column({ type: 'varchar', length: '100' }) name!: string;
  @Column(jsonColumn()) scopes!: TokenScope[];
  @Column({ type: 'varchar', length: '255' }) createdByName!: string;
  @Column(timeColumn()) createdAt!: Date;
  @Column(timeColumn()) expiresAt!: Date;
  @Column(timeColumn({ nullable: true })) lastUsedAt!: Date | null;
  @Column(timeColumn({ nullable: true })) revokedAt!: Date | null;
}
