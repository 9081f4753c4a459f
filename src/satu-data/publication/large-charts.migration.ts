import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column as c, nullable } from '../shared/columns.js';

/** What the chart of a large table shows, added up when that was published. */
export class LargeCharts1732400101092 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('satu_data_publications', new TableColumn(c.json('chart', nullable)));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('satu_data_publications', 'chart');
  }
}
