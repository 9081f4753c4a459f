import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column as c } from '../../kernel/index.js';

export class Substitutes1732400011000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(new Table({
      name: 'substitutes',
      columns: [
        c.primary(), c.id('userId'), c.id('role'), c.id('capacity'), c.string('fromDay', 10), c.string('untilDay', 10), c.string('basis'), c.string('createdByName'), c.time('createdAt'),
        c.time('endedAt', { isNullable: true }),
      ],
    }));
    await runner.createIndex('substitutes', new TableIndex({ name: 'substitutes_user', columnNames: ['userId'] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('substitutes');
  }
}
