import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column as c } from '../shared/columns.js';

export class YearlyReminder1732300008200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(new Table({ name: 'satu_data_yearly_reminders', columns: [c.primary('year'), c.id('token'), c.time('at')] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('satu_data_yearly_reminders');
  }
}
