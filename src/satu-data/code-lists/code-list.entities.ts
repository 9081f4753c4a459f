import type { CodeLevel } from 'tertib';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, jsonColumn, maybe, textColumn, timeColumn } from '../shared/columns.js';
import type { OfficeCode } from './code-list.types.js';

const day = { type: 'varchar', length: '10' } as const;

/** A list of codes that the office keeps, or one that came with the application and was changed here. */
@Entity('satu_data_code_lists')
export class CodeListEntity {
  @PrimaryColumn(idColumn) scheme!: string;
  @Column(textColumn) titleId!: string;
  @Column(textColumn) titleEn!: string;
  @Column(jsonColumn) levels!: CodeLevel[];
  /** Of its newest version; what came with the application is version 0. */
  @Column({ type: 'integer' }) version!: number;
}

/** An entry of the office's own, or in place of one that came with the application. None is ever removed: it ends. */
@Entity('satu_data_codes')
export class CodeEntity {
  @PrimaryColumn(idColumn) scheme!: string;
  @PrimaryColumn({ type: 'varchar', length: '100' }) code!: string;
  /** In the order in which they came. */
  @Column({ type: 'integer' }) position!: number;
  @Column(textColumn) titleId!: string;
  @Column(textColumn) titleEn!: string;
  @Column(maybe({ type: 'varchar', length: '100' })) parent!: string | null;
  @Column(maybe(idColumn)) level!: string | null;
  @Column(maybe(day)) validFrom!: string | null;
  @Column(maybe(day)) validTo!: string | null;
  @Column(maybe({ type: 'varchar', length: '100' })) replacedBy!: string | null;
  @Column(maybe({ type: 'varchar', length: '100' })) pair!: string | null;
}

/** One change of a list: by whom, when, from what. */
@Entity('satu_data_code_versions')
@Index('satu_data_code_versions_number', ['scheme', 'number'], { unique: true })
export class CodeVersionEntity {
  @PrimaryColumn(idColumn) id!: string;
  @Column(idColumn) scheme!: string;
  @Column({ type: 'integer' }) number!: number;
  /** What the person wrote of it, such as the regulation that it follows. */
  @Column(textColumn) note!: string;
  /** Where it came as a file. */
  @Column(maybe(textColumn)) fileName!: string | null;
  @Column(maybe(idColumn)) fileId!: string | null;
  @Column({ type: 'integer' }) added!: number;
  @Column({ type: 'integer' }) changed!: number;
  @Column({ type: 'integer' }) ended!: number;
  @Column(idColumn) userId!: string;
  @Column(textColumn) userName!: string;
  @Column(timeColumn) at!: Date;
}

/** What a version did to one code. */
@Entity('satu_data_code_changes')
export class CodeChangeEntity {
  @PrimaryColumn(idColumn) versionId!: string;
  @PrimaryColumn({ type: 'varchar', length: '100' }) code!: string;
  @Column({ type: 'integer' }) position!: number;
  @Column(idColumn) kind!: 'added' | 'changed' | 'ended';
  @Column(maybe(jsonColumn)) before!: OfficeCode | null;
  @Column(jsonColumn) after!: OfficeCode;
}

export const codeListEntities = [CodeListEntity, CodeEntity, CodeVersionEntity, CodeChangeEntity];
