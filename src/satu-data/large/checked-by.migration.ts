import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column as c, nullable } from '../shared/columns.js';

/** By which rules a large table was checked before it was delivered; of what was checked before this, nobody knows. */
export class CheckedBy1732400101220 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('satu_data_large_tables', new TableColumn(c.text('checkedBy', nullable)));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('satu_data_large_tables', 'checkedBy');
  }
}
