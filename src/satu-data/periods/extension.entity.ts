import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, textColumn, timeColumn } from '../shared/columns.js';

/** A deadline put off (perpanjangan batas waktu), for one request. Never changed. */
@Entity('satu_data_extensions')
@Index('satu_data_extensions_request', ['requestId', 'before'])
export class ExtensionEntity {
  @PrimaryColumn(idColumn) id!: string;
  @Column(idColumn) requestId!: string;
  @Column(timeColumn) before!: Date;
  @Column(timeColumn) until!: Date;
  @Column(textColumn) reason!: string;
  @Column(idColumn) userId!: string;
  @Column(timeColumn) at!: Date;
}
