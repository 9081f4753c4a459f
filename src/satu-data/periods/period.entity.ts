import { Column, Entity, PrimaryColumn } from 'typeorm';
import { idColumn, maybe, textColumn, timeColumn } from '../shared/columns.js';

export type PeriodState = 'open' | 'collecting' | 'processing' | 'archived' | 'cancelled';

/** A collection period (periode pengumpulan). Its id is the case's. */
@Entity('satu_data_periods')
export class PeriodEntity {
  @PrimaryColumn(idColumn) id!: string;
  @Column(textColumn) title!: string;
  @Column({ type: 'integer' }) year!: number;
  @Column(maybe(textColumn)) scope!: string | null;
  @Column(timeColumn) deadline!: Date;
  @Column(timeColumn) releaseDate!: Date;
  @Column(idColumn) state!: PeriodState;
  @Column(timeColumn) openedAt!: Date;
}
