import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column } from '../kernel/index.js';

export class Files1732300002000 implements MigrationInterface {
  readonly name = 'Files1732300002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'files',
        columns: [
          column.primary(),
          column.string('key', 255, { isNullable: true }),
          column.string('name'),
          column.integer('size'),
          column.string('type', 100),
          column.string('sha256', 64),
          column.id('caseId', { isNullable: true }),
          column.id('officeId', { isNullable: true }),
          column.id('userId', { isNullable: true }),
          column.time('createdAt'),
        ],
        indices: [
          { name: 'files_case', columnNames: ['caseId'] },
          { name: 'files_key', columnNames: ['key'], isUnique: true },
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('files');
  }
}
