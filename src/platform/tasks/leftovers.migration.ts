import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column } from '../kernel/index.js';

export class Leftovers1732400017000 implements MigrationInterface {
  readonly name = 'Leftovers1732400017000';

  async up(runner: QueryRunner): Promise<void> {
    const columns = [column.primary('taskId'), column.string('field', 200, { isPrimary: true }), column.integer('version', { isPrimary: true }), column.json('label'), column.json('words'), column.json('value', { isNullable: true }), column.time('at')];
    await runner.createTable(new Table({ name: 'task_leftovers', columns }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('task_leftovers');
  }
}
