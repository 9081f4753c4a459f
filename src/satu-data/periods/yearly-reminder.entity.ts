import { Column, Entity, PrimaryColumn } from 'typeorm';
import { idColumn, timeColumn } from '../shared/columns.js';

/** That the opening of a year's collection period was called to mind. One row for a year, whoever looks. */
@Entity('satu_data_yearly_reminders')
export class YearlyReminderEntity {
  @PrimaryColumn(idColumn) year!: string;
  /** Of the look that wrote the row: only that one sends. */
  @Column(idColumn) token!: string;
  @Column(timeColumn) at!: Date;
}
