import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column } from '../kernel/index.js';

/** A release knows which older one it brings back. */
export class RestoredReleases1732400015000 implements MigrationInterface {
  readonly name = 'RestoredReleases1732400015000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('releases', new TableColumn(column.integer('restoredVersion', { isNullable: true })));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('releases', 'restoredVersion');
  }
}
