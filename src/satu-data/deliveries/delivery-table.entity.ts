import { Column, Entity, PrimaryColumn } from 'typeorm';
import { idColumn, jsonColumn, maybe } from '../shared/columns.js';
import type { TableLayout, TableRow } from '../tables/table.types.js';

/** The table of a delivery, value by value as canonical text; of one that is kept as a file, the first rows. */
@Entity('satu_data_delivery_tables')
export class DeliveryTableEntity {
  @PrimaryColumn(idColumn) deliveryId!: string;
  @Column({ type: 'integer' }) rowCount!: number;
  @Column(jsonColumn) rows!: TableRow[];
  @Column(jsonColumn) layout!: TableLayout;
  /** Where all of it is. Null: `rows` are all of it. */
  @Column(maybe(idColumn)) largeId!: string | null;
}
