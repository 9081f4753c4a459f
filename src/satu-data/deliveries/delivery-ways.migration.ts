import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column as c, nullable } from '../shared/columns.js';

const TABLE = 'satu_data_deliveries';
const COLUMNS = ['validation', 'paper', 'withdrawal'] as const;

/** Deliveries that were signed on a sheet, typed in from papers, or taken back. */
export class DeliveryWays1732400085000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const name of COLUMNS) await runner.addColumn(TABLE, new TableColumn(c.json(name, nullable)));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of COLUMNS.toReversed()) await runner.dropColumn(TABLE, name);
  }
}
