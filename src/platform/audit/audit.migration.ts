import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column as c } from '../kernel/index.js';

const nullable = { isNullable: true };

export class Audit1732300003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(new Table({
      name: 'audit_entries',
      columns: [
        c.primary(), c.time('at'), c.string('action', 100), c.id('userId', nullable), c.string('userName', 255, nullable), c.id('caseId', nullable),
        c.id('officeId', nullable), c.string('subject', 255, nullable), c.json('detail'), c.id('correlationId'), c.integer('sequence', nullable),
        c.id('previous', nullable), c.id('hash', nullable),
      ],
    }));
    await runner.createIndex('audit_entries', new TableIndex({ name: 'audit_entries_case', columnNames: ['caseId', 'id'] }));
    await runner.createIndex('audit_entries', new TableIndex({ name: 'audit_entries_sequence', columnNames: ['sequence'], isUnique: true }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('audit_entries');
  }
}
