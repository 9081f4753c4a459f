import { Column, Entity, PrimaryColumn } from 'typeorm';
import { idColumn, jsonColumn, timeColumn } from '../shared/columns.js';

/** The archive's record of a period (JRA) and its bag. */
@Entity('satu_data_archives')
export class ArchiveEntity {
  @PrimaryColumn(idColumn) periodId!: string;
  @Column(idColumn) fileId!: string;
  @Column(idColumn) sha256!: string;
  /** Classification, retention, final fate, access class: as entered in step 16. */
  @Column(jsonColumn) record!: Record<string, unknown>;
  @Column(timeColumn) archivedAt!: Date;
}
