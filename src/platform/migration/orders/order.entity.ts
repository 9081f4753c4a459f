import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, jsonColumn, timeColumn } from '../../kernel/index.js';

/** `cancelled`: what was migrated until then stays so. */
export type OrderState = 'running' | 'done' | 'cancelled';

/** Where tokens of an element go that has no namesake in the other version. */
export interface Instruction {
  readonly processKey: string;
  readonly from: string;
  readonly to: string;
}

/** What an administrator ordered: cases of one version to another one. */
@Entity('migration_orders')
@Index('migration_orders_state', ['state'])
export class OrderEntity {
  @PrimaryColumn(idColumn()) id!: string;
  @Column(idColumn()) fromReleaseId!: string;
  @Column({ type: 'integer' }) fromVersion!: number;
  @Column(idColumn()) toReleaseId!: string;
  @Column({ type: 'integer' }) toVersion!: number;
  @Column(jsonColumn()) instructions!: readonly Instruction[];
  @Column({ type: 'text' }) reason!: string;
  @Column({ type: 'varchar', length: '20' }) state!: OrderState;
  @Column(idColumn({ nullable: true })) orderedBy!: string | null;
  @Column({ type: 'varchar', length: '255', nullable: true }) orderedByName!: string | null;
  @Column(timeColumn()) createdAt!: Date;
  @Column(timeColumn({ nullable: true })) endedAt!: Date | null;
  @Column(idColumn({ nullable: true })) leaseOwner!: string | null;
  @Column(timeColumn({ nullable: true })) leaseUntil!: Date | null;
}
