import type { CodeLevel } from 'tertib';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, jsonColumn, maybe, textColumn, timeColumn } from '../shared/columns.js';
import type { OfficeCode } from './code-list.types.js';

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

/**
 * What a version did to one code. A list is what came with the application, and over it the changes of its versions one after the other. None is ever removed:
 * a code ends. Those whose version is not there are still being written, and nobody's yet.
 */
@Entity('satu_data_code_changes')
export class CodeChangeEntity {
  @PrimaryColumn(idColumn) versionId!: string;
  @PrimaryColumn({ type: 'varchar', length: '100' }) code!: string;
  @Column({ type: 'integer' }) position!: number;
  @Column(idColumn) kind!: 'added' | 'changed' | 'ended';
  @Column(maybe(jsonColumn)) before!: OfficeCode | null;
  @Column(jsonColumn) after!: OfficeCode;
}

/** A version that is being written, a part at a time: how far it is, and when somebody was last at it. */
@Entity('satu_data_code_writings')
export class CodeWritingEntity {
  @PrimaryColumn(idColumn) versionId!: string;
  @Column(idColumn) scheme!: string;
  /** Codes that it changes, and how many of them are written; -1 where it was given up and is taken away. */
  @Column({ type: 'integer' }) total!: number;
  @Column({ type: 'integer' }) written!: number;
  @Column(timeColumn) at!: Date;
}

export const codeListEntities = [CodeListEntity, CodeVersionEntity, CodeChangeEntity, CodeWritingEntity];
