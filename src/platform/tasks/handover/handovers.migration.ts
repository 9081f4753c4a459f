import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column } from '../../kernel/index.js';

export class Handovers1732400087000 implements MigrationInterface {
  readonly name = 'Handovers1732400087000';

  async up(runner: QueryRunner): Promise<void> {
    const columns = [column.primary('id'), column.id('taskId'), column.id('fromId'), column.string('fromName', 255), column.id('toId'), column.string('toName', 255), column.text('note'), column.time('at')];
    await runner.createTable(new Table({ name: 'task_handovers', columns }));
    await runner.createIndex('task_handovers', new TableIndex({ name: 'task_handovers_task', columnNames: ['taskId', 'id'] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('task_handovers');
  }
}
