import { Column, Entity, PrimaryColumn } from 'typeorm';
import { idColumn, timeColumn } from '../kernel/index.js';
import type { ResourceKind } from './resource.js';

/** What an administrator is editing, or has taken out of the next version. */
@Entity('drafts')
export class DraftEntity {
  @PrimaryColumn({ type: 'varchar', length: '200' }) path!: string;
  @Column({ type: 'varchar', length: '20' }) kind!: ResourceKind;
  @Column({ type: 'varchar', length: '100' }) key!: string;
  @Column({ type: 'text' }) content!: string;
  /** True: the next version is without this file, and its content says nothing. */
  @Column({ type: 'boolean', nullable: true }) removed!: boolean | null;
  @Column({ type: 'integer' }) version!: number;
  @Column(idColumn({ nullable: true })) updatedBy!: string | null;
  @Column({ type: 'varchar', length: '255', nullable: true }) updatedByName!: string | null;
  @Column(timeColumn()) updatedAt!: Date;
}
