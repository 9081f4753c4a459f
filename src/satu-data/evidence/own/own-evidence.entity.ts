import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, maybe, textColumn, timeColumn } from '../../shared/columns.js';

/** A file that the office attached to an indicator itself, for the evaluation of a year. What is removed stays here, with who and when. */
@Entity('satu_data_own_evidence')
@Index('satu_data_own_evidence_year', ['year', 'indicator'])
export class OwnEvidenceEntity {
  @PrimaryColumn(idColumn) id!: string;
  @Column({ type: 'integer' }) year!: number;
  /** Code of the indicator. */
  @Column(idColumn) indicator!: string;
  @Column(textColumn) title!: string;
  @Column(idColumn) fileId!: string;
  @Column(textColumn) fileName!: string;
  @Column(idColumn) sha256!: string;
  @Column(idColumn) userId!: string;
  @Column(textColumn) userName!: string;
  @Column(timeColumn) at!: Date;
  @Column(maybe(timeColumn)) removedAt!: Date | null;
  @Column(maybe(textColumn)) removedBy!: string | null;
}
