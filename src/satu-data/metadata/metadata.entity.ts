import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, jsonColumn, textColumn, timeColumn } from '../shared/columns.js';

/** One version of what an office says of an activity (MS-Keg), a variable (MS-Var) or an indicator (MS-Ind). Versions are added, never changed. */
@Entity('satu_data_metadata')
@Index('satu_data_metadata_version', ['recordId', 'version'], { unique: true })
@Index('satu_data_metadata_office', ['officeId'])
export class MetadataEntity {
  @PrimaryColumn(idColumn) id!: string;
  /** The same in all versions. */
  @Column(idColumn) recordId!: string;
  @Column({ type: 'integer' }) version!: number;
  @Column(idColumn) kind!: MetadataKind;
  @Column(idColumn) officeId!: string;
  @Column(jsonColumn) content!: Readonly<Record<string, unknown>>;
  @Column(idColumn) userId!: string;
  @Column(textColumn) userName!: string;
  @Column(timeColumn) at!: Date;
}

export type MetadataKind = 'activity' | 'variable' | 'indicator';
