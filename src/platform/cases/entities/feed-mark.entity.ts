import { Column, Entity, PrimaryColumn } from 'typeorm';
import { timeColumn } from '../../kernel/index.js';

/** Up to which of the engine's times the feed has read. */
@Entity('feed_marks')
export class FeedMarkEntity {
  @PrimaryColumn({ type: 'varchar', length: '20' }) name!: string;
  @Column(timeColumn()) readUntil!: Date;
}
