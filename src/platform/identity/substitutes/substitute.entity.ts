import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, timeColumn } from '../../kernel/index.js';

/** Plh. (*pelaksana harian*): while the holder is away. Plt. (*pelaksana tugas*): while the post is vacant. */
export const CAPACITIES = ['plh', 'plt'] as const;
/** `delegate`: a colleague to whom the holder himself gives it for some days. */
export type Capacity = (typeof CAPACITIES)[number] | 'delegate';

/** A person who holds a role that is not his for some days. */
@Entity('substitutes')
@Index('substitutes_user', ['userId'])
export class SubstituteEntity {
  @PrimaryColumn(idColumn()) id!: string;
  @Column(idColumn({})) userId!: string;
  @Column(idColumn({})) role!: string;
  @Column(idColumn({})) capacity!: Capacity;
  /** Who delegated it; null where an administrator appointed. */
  @Column(idColumn({ nullable: true })) forUserId!: string | null;
  /** First and last day, YYYY-MM-DD in the office's zone. */
  @Column({ type: 'varchar', length: '10' }) fromDay!: string;
  @Column({ type: 'varchar', length: '10' }) untilDay!: string;
  /** Number of the letter that says so; of a delegation, its reason. */
  @Column({ type: 'varchar', length: '255' }) basis!: string;
  @Column({ type: 'varchar', length: '255' }) createdByName!: string;
  @Column(timeColumn()) createdAt!: Date;
  /** When it was ended before its last day. */
  @Column(timeColumn({ nullable: true })) endedAt!: Date | null;
}
