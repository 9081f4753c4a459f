import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column } from '../kernel/index.js';

/** Mails carry the id of the request or task that wrote them. */
export class MailCorrelation1732400004000 implements MigrationInterface {
  readonly name = 'MailCorrelation1732400004000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('mails', new TableColumn(column.id('correlationId', { isNullable: true })));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('mails', 'correlationId');
  }
}
