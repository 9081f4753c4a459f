import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column as c, nullable } from '../shared/columns.js';

/** Which period the totals are of, and what they lack. */
export class TotalsOf1732400101155 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('satu_data_publications', new TableColumn(c.json('totalsOf', nullable)));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('satu_data_publications', 'totalsOf');
  }
}
