import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column as c, nullable } from '../shared/columns.js';

/** What new and changed rules of a list found in the last period's tables. */
export class ListTrials1732400101260 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(new Table({ name: 'satu_data_list_trials', columns: [c.primary('rowId'), c.id('periodId'), c.integer('version'), c.id('deliveryId', nullable), c.integer('count'), c.json('rules')] }));
    await runner.createIndex('satu_data_list_trials', new TableIndex({ name: 'satu_data_list_trials_found', columnNames: ['periodId', 'count'] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('satu_data_list_trials');
  }
}
