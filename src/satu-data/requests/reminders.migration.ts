import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column as c, nullable } from '../shared/columns.js';

/** Several reminders before a deadline instead of one; who was reminded already stays so. */
export class Reminders1732400101170 implements MigrationInterface {
  readonly name = 'Reminders1732400101170';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumns('satu_data_requests', [new TableColumn(c.json('reminderDays', nullable)), new TableColumn(c.time('remindedAt', nullable))]);
    await runner.query(`UPDATE satu_data_requests SET "remindedAt" = "remindAt" WHERE "sentAt" IS NOT NULL AND "remindAt" > "sentAt" AND "remindAt" <= '${new Date().toISOString()}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumns('satu_data_requests', ['reminderDays', 'remindedAt']);
  }
}
