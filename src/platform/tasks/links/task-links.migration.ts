import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column as c } from '../../kernel/index.js';

const nullable = { isNullable: true };

export class TaskLinks1732400056000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(new Table({
      name: 'task_links',
      columns: [
        c.primary(), c.id('taskId'), c.id('tokenHash'), c.id('pinHash'), c.string('name'), c.string('title'), c.string('sentByName'),
        c.time('createdAt'), c.time('expiresAt'), c.integer('tries'), c.time('usedAt', nullable), c.time('revokedAt', nullable),
      ],
    }));
    await runner.createIndex('task_links', new TableIndex({ name: 'task_links_token', columnNames: ['tokenHash'], isUnique: true }));
    await runner.createIndex('task_links', new TableIndex({ name: 'task_links_task', columnNames: ['taskId'] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('task_links');
  }
}
