import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column } from '../../kernel/index.js';

/** A substitute whom the holder of the role chose himself. */
export class Delegations1732400040000 implements MigrationInterface {
  readonly name = 'Delegations1732400040000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('substitutes', new TableColumn(column.id('forUserId', { isNullable: true })));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('substitutes', 'forUserId');
  }
}
