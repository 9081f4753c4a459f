import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, maybe, textColumn, timeColumn } from '../shared/columns.js';

/** That a producer's leader was told what his office still owes. Never changed; of one stage there is one. */
@Entity('satu_data_escalations')
@Index('satu_data_escalations_stage', ['requestId', 'stage'], { unique: true })
@Index('satu_data_escalations_of_stage', ['stage'])
export class EscalationEntity {
  @PrimaryColumn(idColumn) id!: string;
  @Column(idColumn) requestId!: string;
  /** `deadline:` and the deadline that comes near, or `day:` and the day on which somebody pressed the button. */
  @Column(idColumn) stage!: string;
  /** Null: by the office's schedule. */
  @Column(maybe(textColumn)) reason!: string | null;
  @Column(maybe(idColumn)) userId!: string | null;
  @Column(timeColumn) at!: Date;
}
