import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column as c, nullable } from '../../shared/columns.js';

export class OwnEvidence1732400101166 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(new Table({
      name: 'satu_data_own_evidence',
      columns: [c.primary(), c.integer('year'), c.id('indicator'), c.text('title'), c.id('fileId'), c.text('fileName'), c.id('sha256'), c.id('userId'), c.text('userName'), c.time('at'), c.time('removedAt', nullable), c.text('removedBy', nullable)],
    }));
    await runner.createIndex('satu_data_own_evidence', new TableIndex({ name: 'satu_data_own_evidence_year', columnNames: ['year', 'indicator'] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('satu_data_own_evidence');
  }
}
