import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column } from '../../kernel/index.js';

export class ReleaseContracts1732400005000 implements MigrationInterface {
  readonly name = 'ReleaseContracts1732400005000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'release_contracts',
        columns: [
          column.primary('releaseId'),
          column.string('topic', 200, { isPrimary: true }),
          column.string('hash', 64),
          column.json('input', { isNullable: true }),
          column.json('output', { isNullable: true }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('release_contracts');
  }
}
