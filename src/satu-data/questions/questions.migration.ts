import { Table, TableIndex, type MigrationInterface, type QueryRunner, type TableColumnOptions } from 'typeorm';
import { column as c } from '../shared/columns.js';

const tables: Record<string, TableColumnOptions[]> = {
  satu_data_questions: [c.primary(), c.id('periodId'), c.id('requestId'), c.id('officeId'), c.id('datasetId'), c.id('side'), c.text('text'), c.id('userId'), c.text('userName'), c.time('at')],
  satu_data_question_reads: [c.primary('userId'), c.primary('datasetId'), c.id('lastId')],
};
const indices: [name: string, columns: string[]][] = [
  ['satu_data_questions_thread', ['datasetId', 'id']],
  ['satu_data_questions_request', ['requestId', 'side', 'id']],
  ['satu_data_questions_period', ['periodId', 'side', 'id']],
];

export class Questions1732400086000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [name, columns] of Object.entries(tables)) await runner.createTable(new Table({ name, columns }));
    for (const [name, columnNames] of indices) await runner.createIndex('satu_data_questions', new TableIndex({ name, columnNames }));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of Object.keys(tables).toReversed()) await runner.dropTable(name);
  }
}
