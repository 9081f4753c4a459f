import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column } from '../../kernel/index.js';

/** Rehearsals can be kept as tests. */
export class KeptRehearsals1732400050000 implements MigrationInterface {
  readonly name = 'KeptRehearsals1732400050000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(new Table({
      name: 'kept_rehearsals',
      columns: [
        column.primary(), column.string('name', 200), column.json('script'), column.id('keptBy'), column.string('keptByName'), column.time('keptAt'),
        column.string('ranWith', 64, { isNullable: true }), column.time('ranAt', { isNullable: true }), column.integer('ranTo', { isNullable: true }), column.json('failure', { isNullable: true }),
      ],
    }));
    await runner.createIndex('kept_rehearsals', new TableIndex({ name: 'kept_rehearsals_name', columnNames: ['name'], isUnique: true }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('kept_rehearsals');
  }
}
