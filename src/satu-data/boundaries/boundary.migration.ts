import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column as c } from '../shared/columns.js';

export class Boundaries1732400065000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(new Table({
      name: 'satu_data_boundaries',
      columns: [c.primary(), c.text('source'), c.text('property'), c.integer('level'), c.json('codes'), c.id('fileId'), c.text('fileName'), c.id('sha256'), c.id('userId'), c.text('userName'), c.time('at')],
    }));
    await runner.createIndex('satu_data_boundaries', new TableIndex({ name: 'satu_data_boundaries_level', columnNames: ['level', 'at'] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('satu_data_boundaries');
  }
}
