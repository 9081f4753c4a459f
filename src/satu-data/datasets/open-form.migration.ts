import { TableColumn, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column as c, nullable } from '../shared/columns.js';

const TABLE = 'satu_data_datasets';
const COLUMNS = [c.id('openForm', { ...nullable, length: '100' }), c.time('openSince', nullable)];
const BEFORE = ['periodId', 'officeId', 'officeCode', 'state', 'updatedAt', 'analysisHandedOnAt', 'releaseDate'];
const AFTER = ['periodId', 'officeId', 'officeCode', 'state', 'openForm', 'updatedAt', 'analysisHandedOnAt', 'releaseDate', 'openSince'];

/** Which task a data set has where its state does not say it, in the index from which the board counts. What was moved by hand before is found by the first look (`OpenForms`). */
export class OpenForm1732400101340 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const column of COLUMNS) await runner.addColumn(TABLE, new TableColumn(column));
    await reindex(runner, AFTER);
  }

  async down(runner: QueryRunner): Promise<void> {
    await reindex(runner, BEFORE);
    for (const { name } of COLUMNS.toReversed()) await runner.dropColumn(TABLE, name);
  }
}

async function reindex(runner: QueryRunner, columnNames: string[]): Promise<void> {
  await runner.dropIndex(TABLE, 'satu_data_datasets_board');
  await runner.createIndex(TABLE, new TableIndex({ name: 'satu_data_datasets_board', columnNames }));
}
