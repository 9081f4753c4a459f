import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column as c, nullable } from '../shared/columns.js';

/** When a request's round began; for corrections under way, when the first of what is owed was given back. */
export class Rounds1732400101190 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('satu_data_requests', new TableColumn(c.time('roundSince', nullable)));
    await runner.query(`UPDATE satu_data_requests SET "roundSince" = (SELECT MIN(d."updatedAt") FROM satu_data_datasets d
      WHERE d."periodId" = satu_data_requests."periodId" AND d."officeId" = satu_data_requests."officeId" AND d."state" IN ('asked', 'delivered', 'returned')) WHERE "round" > 0`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('satu_data_requests', 'roundSince');
  }
}
