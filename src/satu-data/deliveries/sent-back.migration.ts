import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a leader sent back was recorded as validated by him. Who sent it back is in the audit log. */
export class SentBack1732400101185 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE satu_data_deliveries SET "validatedBy" = NULL, "validatedByName" = NULL, "validatedAt" = NULL WHERE status = 'handed_back'`);
  }

  /** Nothing to take back: nobody reads it. */
  async down(): Promise<void> {}
}
