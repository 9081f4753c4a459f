import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column as c, nullable } from '../shared/columns.js';

/** What a delivery was compared with when it was verified: a check that had nothing to be held against has not passed. */
export class ComparedWith1732400101180 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('satu_data_verification_runs', new TableColumn(c.json('compared', nullable)));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('satu_data_verification_runs', 'compared');
  }
}
