import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column } from '../../kernel/index.js';

/** One-time passwords end by themselves. Those that were given before keep no end: nobody was told of one. */
export class OneTimeUntil1732400030000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('users', new TableColumn(column.time('oneTimeUntil', { isNullable: true })));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('users', 'oneTimeUntil');
  }
}
