import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column as c } from '../../kernel/index.js';

export class WaitingNodes1732400101110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(new Table({ name: 'waiting_nodes', columns: [c.primary('node'), c.time('oldest'), c.time('seenAt')] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('waiting_nodes');
  }
}
