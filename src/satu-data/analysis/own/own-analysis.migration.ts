import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column as c } from '../../shared/columns.js';

export class OwnAnalyses1732400100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(new Table({
      name: 'satu_data_own_analyses',
      columns: [c.primary('datasetId'), c.primary('key'), c.json('title'), c.json('method'), c.json('columns'), c.json('rows'), c.id('topic'), c.id('tableHash'), c.time('at')],
    }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('satu_data_own_analyses');
  }
}
