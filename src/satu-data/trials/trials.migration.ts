import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column as c, nullable } from '../shared/columns.js';

export class Trials1732400101090 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(new Table({ name: 'satu_data_trials', columns: [c.primary(), c.id('userId'), c.id('state'), c.integer('progress'), c.json('reason', nullable), c.time('aliveAt'), c.json('result', nullable)] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('satu_data_trials');
  }
}
