import { TableColumn, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column as c, nullable } from '../shared/columns.js';

const TABLE = 'satu_data_datasets';
const COLUMN = c.time('analysisHandedOnAt', nullable);
const BEFORE = ['periodId', 'officeId', 'officeCode', 'state', 'updatedAt'];

/** What the board must know beside a state to say whose move it is, in the index from which it counts. An analysis that is under way counts as the staff's until it is next handed on. */
export class AnalysisHandedOn1732400101282 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn(TABLE, new TableColumn(COLUMN));
    await reindex(runner, [...BEFORE, COLUMN.name, 'releaseDate']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await reindex(runner, BEFORE);
    await runner.dropColumn(TABLE, COLUMN.name);
  }
}

async function reindex(runner: QueryRunner, columnNames: string[]): Promise<void> {
  await runner.dropIndex(TABLE, 'satu_data_datasets_board');
  await runner.createIndex(TABLE, new TableIndex({ name: 'satu_data_datasets_board', columnNames }));
}
