import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column } from '../kernel/index.js';

/** Mails say in which language they are: their frame speaks it too. */
export class MailLanguage1732400101050 implements MigrationInterface {
  readonly name = 'MailLanguage1732400101050';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('mails', new TableColumn(column.string('language', 2, { isNullable: true })));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('mails', 'language');
  }
}
