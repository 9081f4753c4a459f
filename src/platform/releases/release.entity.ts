import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, timeColumn } from '../kernel/index.js';

export type ReleaseState = 'deploying' | 'live' | 'retired' | 'failed';

/** An immutable bundle of diagrams, forms and letters. Exactly one is live: new cases start from it. */
@Entity('releases')
@Index('releases_version', ['version'], { unique: true })
export class ReleaseEntity {
  @PrimaryColumn(idColumn()) id!: string;
  @Column({ type: 'integer' }) version!: number;
  /** `deploying` until the engine has it; `failed` when the engine refused it. */
  @Column({ type: 'varchar', length: '20' }) state!: ReleaseState;
  /** Whether it came with the product or holds an administrator's edits. */
  @Column({ type: 'varchar', length: '20' }) origin!: 'shipped' | 'edited';
  /** Hash of all its resources. */
  @Column({ type: 'varchar', length: '64' }) sha256!: string;
  @Column({ type: 'text' }) note!: string;
  /** The older version that this one brings back. */
  @Column({ type: 'integer', nullable: true }) restoredVersion!: number | null;
  @Column(idColumn({ nullable: true })) publishedBy!: string | null;
  @Column({ type: 'varchar', length: '255', nullable: true }) publishedByName!: string | null;
  @Column(timeColumn()) publishedAt!: Date;
  @Column(idColumn({ nullable: true })) engineDeploymentId!: string | null;
  @Column({ type: 'text', nullable: true }) failure!: string | null;
}
