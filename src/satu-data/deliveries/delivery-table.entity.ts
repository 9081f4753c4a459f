import { Column, Entity, PrimaryColumn } from 'typeorm';
import { idColumn, jsonColumn } from '../shared/columns.js';
import type { TableLayout, TableRow } from '../tables/table.types.js';

/** The table of a delivery, value by value as canonical text. */
@Entity('satu_data_delivery_tables')
export class DeliveryTableEntity {
  @PrimaryColumn(idColumn) deliveryId!: string;
  @Column({ type: 'integer' }) rowCount!: number;
  @Column(jsonColumn) rows!: TableRow[];
  @Column(jsonColumn) layout!: TableLayout;
}
