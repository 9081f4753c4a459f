import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column as c } from '../../kernel/index.js';

/** Nodes say that they are through, where before they said what waits: silence is no word. */
export class NodeWords1732400101132 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.dropTable('waiting_nodes');
    await runner.createTable(new Table({ name: 'node_words', columns: [c.primary('node'), c.time('throughTo'), c.time('saidAt')] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('node_words');
    await runner.createTable(new Table({ name: 'waiting_nodes', columns: [c.primary('node'), c.time('oldest'), c.time('seenAt')] }));
  }
}
