import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column as c, nullable } from '../shared/columns.js';

export class Escalations1732400095000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(new Table({ name: 'satu_data_escalations', columns: [c.primary(), c.id('requestId'), c.id('stage'), c.text('reason', nullable), c.id('userId', nullable), c.time('at')] }));
    await runner.createIndex('satu_data_escalations', new TableIndex({ name: 'satu_data_escalations_stage', columnNames: ['requestId', 'stage'], isUnique: true }));
    await runner.createIndex('satu_data_escalations', new TableIndex({ name: 'satu_data_escalations_of_stage', columnNames: ['stage'] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('satu_data_escalations');
  }
}
