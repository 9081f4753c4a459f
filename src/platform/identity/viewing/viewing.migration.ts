import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column } from '../../kernel/index.js';

/** A session that looks at the screens of another person. */
export class Viewing1732400031000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('sessions', new TableColumn(column.id('seesAsId', { isNullable: true })));
    await runner.addColumn('sessions', new TableColumn(column.time('seesUntil', { isNullable: true })));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('sessions', 'seesUntil');
    await runner.dropColumn('sessions', 'seesAsId');
  }
}
