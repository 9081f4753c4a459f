import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, jsonColumn, maybe, textColumn, timeColumn } from '../shared/columns.js';

/** One version of what an office says of an activity (MS-Keg), a variable (MS-Var) or an indicator (MS-Ind). Versions are added, never changed. */
@Entity('satu_data_metadata')
@Index('satu_data_metadata_version', ['recordId', 'version'], { unique: true })
@Index('satu_data_metadata_number', ['kind', 'number', 'version'], { unique: true })
@Index('satu_data_metadata_office', ['officeId'])
export class MetadataEntity {
  @PrimaryColumn(idColumn) id!: string;
  /** The same in all versions. */
  @Column(idColumn) recordId!: string;
  @Column({ type: 'integer' }) version!: number;
  @Column(idColumn) kind!: MetadataKind;
  /** Counted within the kind; the record's code is made of both. */
  @Column({ type: 'integer', default: 0 }) number!: number;
  @Column(idColumn) officeId!: string;
  /** What people call it, as this version has it. */
  @Column(maybe(textColumn)) name!: string | null;
  @Column(jsonColumn) content!: Readonly<Record<string, unknown>>;
  @Column(idColumn) userId!: string;
  @Column(textColumn) userName!: string;
  @Column(timeColumn) at!: Date;
}

/** A variable was put into a data set as a column. */
@Entity('satu_data_metadata_uses')
@Index('satu_data_metadata_uses_record', ['recordId'])
export class MetadataUseEntity {
  @PrimaryColumn(idColumn) datasetId!: string;
  @PrimaryColumn(idColumn) columnName!: string;
  @Column(idColumn) recordId!: string;
  @Column({ type: 'integer' }) version!: number;
  @Column(textColumn) userName!: string;
  @Column(timeColumn) at!: Date;
}

export type MetadataKind = 'activity' | 'variable' | 'indicator';
