import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column as c } from '../shared/columns.js';

export class OfficeRules1732400101020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(new Table({ name: 'satu_data_office_rules', columns: [c.primary(), c.integer('version'), c.json('settings'), c.text('userName'), c.time('at')] }));
    await runner.createTable(new Table({ name: 'satu_data_verification_runs', columns: [c.primary('deliveryId'), c.time('at'), c.json('settings')] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('satu_data_verification_runs');
    await runner.dropTable('satu_data_office_rules');
  }
}
