import { Table, TableIndex, type MigrationInterface, type QueryRunner, type TableColumnOptions } from 'typeorm';
import { column as c, nullable } from '../shared/columns.js';

const tables: Record<string, TableColumnOptions[]> = {
  satu_data_lists: [c.primary('periodId'), c.id('state'), c.id('fromPeriodId', nullable), c.time('startedAt'), c.time('handedInAt', nullable)],
  satu_data_list_rows: [
    c.primary(), c.id('periodId'), c.integer('position'), c.integer('version'), c.json('values'), c.integer('problems'), c.id('sourceId', nullable), c.time('updatedAt'), c.time('removedAt', nullable),
  ],
  satu_data_list_changes: [
    c.primary(), c.id('periodId'), c.id('rowId'), c.integer('version'), c.id('kind'), c.id('field', nullable), c.json('before', nullable), c.json('after', nullable), c.id('userId', nullable), c.text('userName'), c.time('at'),
  ],
  satu_data_list_marks: [
    c.primary(), c.id('periodId'), c.id('rowId'), c.id('field', nullable), c.text('comment'), c.id('state'), c.id('source'), c.text('userName'), c.time('at'), c.text('answer', nullable), c.text('answeredBy', nullable), c.time('answeredAt', nullable),
  ],
};

const indices: [table: string, name: string, columns: string[]][] = [
  ['satu_data_list_rows', 'satu_data_list_rows_place', ['periodId', 'position']],
  ['satu_data_list_changes', 'satu_data_list_changes_row', ['rowId', 'version']],
  ['satu_data_list_marks', 'satu_data_list_marks_row', ['periodId', 'rowId']],
];

export class DataList1732400070000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [name, columns] of Object.entries(tables)) await runner.createTable(new Table({ name, columns }));
    for (const [table, name, columnNames] of indices) await runner.createIndex(table, new TableIndex({ name, columnNames }));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of Object.keys(tables).toReversed()) await runner.dropTable(name);
  }
}
