import { Column, Entity, PrimaryColumn } from 'typeorm';
import { idColumn, timeColumn } from '../../kernel/index.js';

/** What each node on PostgreSQL says of itself, over and over, for the others. */
@Entity('node_words')
export class NodeWordEntity {
  @PrimaryColumn(idColumn()) node!: string;
  /** All that came to it before this is written down. */
  @Column(timeColumn()) throughTo!: Date;
  /** When it said so last. */
  @Column(timeColumn()) saidAt!: Date;
}
