import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column as c, nullable } from '../shared/columns.js';

/** How many rows each rule was held against when a delivery was verified: one that was held against none has not passed. */
export class JudgedRows1732400101310 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('satu_data_verification_runs', new TableColumn(c.json('judged', nullable)));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('satu_data_verification_runs', 'judged');
  }
}
