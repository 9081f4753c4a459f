import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column } from '../../kernel/index.js';

export class TaskDigests1732400096000 implements MigrationInterface {
  readonly name = 'TaskDigests1732400096000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(new Table({ name: 'task_digests', columns: [column.string('day', 10, { isPrimary: true }), column.id('userId', { isPrimary: true }), column.id('token'), column.time('at')] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('task_digests');
  }
}
