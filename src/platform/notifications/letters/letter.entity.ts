import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, timeColumn } from '../../kernel/index.js';

/** A letter: number and date are fixed when it is first asked for, the PDF follows. */
@Entity('letters')
@Index('letters_key', ['key'], { unique: true })
@Index('letters_about', ['caseId', 'about'])
export class LetterEntity {
  @PrimaryColumn(idColumn()) id!: string;
  @Column({ type: 'varchar', length: '255' }) key!: string;
  @Column(idColumn()) caseId!: string;
  @Column({ type: 'varchar', length: '100' }) template!: string;
  @Column({ type: 'varchar', length: '255' }) subject!: string;
  @Column({ type: 'varchar', length: '255', nullable: true }) number!: string | null;
  @Column(timeColumn()) date!: Date;
  @Column(idColumn({ nullable: true })) officeId!: string | null;
  @Column({ type: 'varchar', length: '255', nullable: true }) about!: string | null;
  /** Null until the PDF is stored. */
  @Column(idColumn({ nullable: true })) fileId!: string | null;
  @Column(idColumn({ nullable: true })) signedFileId!: string | null;
  @Column(timeColumn({ nullable: true })) sentAt!: Date | null;
}
