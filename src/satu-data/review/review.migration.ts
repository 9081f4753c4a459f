import { Table, TableIndex, type MigrationInterface, type QueryRunner, type TableColumnOptions } from 'typeorm';
import { column as c, nullable } from '../shared/columns.js';

const tables: Record<string, TableColumnOptions[]> = {
  satu_data_assessments: [
    c.primary(), c.id('periodId'), c.id('datasetId'), c.id('decision'), c.text('reason', nullable), c.text('letterNumber', nullable), c.json('ratings'), c.json('checklist'), c.id('userId'), c.text('userName'), c.time('at'),
  ],
  satu_data_review_reminders: [c.primary(), c.id('periodId'), c.id('about'), c.time('at')],
  satu_data_table_comments: [
    c.primary(), c.id('periodId'), c.id('datasetId'), c.json('place'), c.text('placeName'), c.id('column', nullable), c.text('comment'), c.id('source'), c.text('userName'), c.time('at'),
    c.text('doneBy', nullable), c.time('doneAt', nullable), c.text('answer', nullable),
  ],
};

const indices: [table: string, name: string, columns: string[]][] = [
  ['satu_data_assessments', 'satu_data_assessments_dataset', ['datasetId', 'at']],
  ['satu_data_assessments', 'satu_data_assessments_period', ['periodId', 'at']],
  ['satu_data_review_reminders', 'satu_data_review_reminders_about', ['about', 'at']],
  ['satu_data_table_comments', 'satu_data_table_comments_dataset', ['datasetId', 'at']],
];

export class Review1732400090000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [name, columns] of Object.entries(tables)) await runner.createTable(new Table({ name, columns }));
    for (const [table, name, columnNames] of indices) await runner.createIndex(table, new TableIndex({ name, columnNames }));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of Object.keys(tables).toReversed()) await runner.dropTable(name);
  }
}
