import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column as c } from '../shared/columns.js';

export class Metadata1732400054000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(new Table({
      name: 'satu_data_metadata',
      columns: [c.primary(), c.id('recordId'), c.integer('version'), c.id('kind'), c.id('officeId'), c.json('content'), c.id('userId'), c.text('userName'), c.time('at')],
    }));
    await runner.createIndex('satu_data_metadata', new TableIndex({ name: 'satu_data_metadata_version', columnNames: ['recordId', 'version'], isUnique: true }));
    await runner.createIndex('satu_data_metadata', new TableIndex({ name: 'satu_data_metadata_office', columnNames: ['officeId'] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('satu_data_metadata');
  }
}
