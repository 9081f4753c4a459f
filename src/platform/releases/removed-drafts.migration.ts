import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column } from '../kernel/index.js';

/** A draft may be that a file is taken out. */
export class RemovedDrafts1732400017000 implements MigrationInterface {
  readonly name = 'RemovedDrafts1732400017000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('drafts', new TableColumn(column.boolean('removed', { isNullable: true })));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('drafts', 'removed');
  }
}
