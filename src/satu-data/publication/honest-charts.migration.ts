import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column as c, nullable } from '../shared/columns.js';

/** A chart says by itself what it shows and of which rows. What was published before has none until it is published again: nobody kept of which rows its sums were. */
export class HonestCharts1732400101210 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('satu_data_publications', 'measure');
    await runner.query('UPDATE satu_data_publications SET "chart" = NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.addColumn('satu_data_publications', new TableColumn(c.text('measure', nullable)));
  }
}
