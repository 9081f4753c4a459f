import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column as c, nullable } from '../shared/columns.js';

/** Which of the office's own rules a finding is of: each of them is told as passed or not. */
export class OwnRule1732400101160 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('satu_data_findings', new TableColumn(c.integer('ownRule', nullable)));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('satu_data_findings', 'ownRule');
  }
}
