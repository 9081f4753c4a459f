import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column } from '../kernel/index.js';

export class Tasks1732300007000 implements MigrationInterface {
  readonly name = 'Tasks1732300007000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({ name: 'task_drafts', columns: [column.primary('taskId'), column.json('data'), column.integer('version'), column.id('userId'), column.time('savedAt')] }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('task_drafts');
  }
}
