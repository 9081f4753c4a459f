import { Column, Entity, PrimaryColumn } from 'typeorm';
import { idColumn, timeColumn } from '../../kernel/index.js';

/** A node on which requests have waited for long; there is no row for one that answers at once. */
@Entity('waiting_nodes')
export class WaitingNodeEntity {
  @PrimaryColumn(idColumn()) node!: string;
  /** When the one that waits longest came. */
  @Column(timeColumn()) oldest!: Date;
  /** When the node said so last. */
  @Column(timeColumn()) seenAt!: Date;
}
