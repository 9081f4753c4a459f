import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Producers may be reminded several times: a number that an office set becomes a list of one. */
export class ReminderDays1732400101171 implements MigrationInterface {
  readonly name = 'ReminderDays1732400101171';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE settings SET "value" = '[' || "value" || ']' WHERE "key" = 'collection.reminderDays' AND "value" NOT LIKE '[%'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM settings WHERE "key" = 'collection.reminderDays'`);
  }
}
