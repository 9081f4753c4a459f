import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

const INDICES: readonly [table: string, name: string, columns: string[]][] = [
  ['satu_data_datasets', 'satu_data_datasets_board', ['periodId', 'officeId', 'officeCode', 'state', 'updatedAt']],
  ['satu_data_deliveries', 'satu_data_deliveries_board', ['requestId', 'inTime', 'officeId', 'datasetId', 'validatedAt']],
  ['satu_data_extensions', 'satu_data_extensions_request', ['requestId', 'before']],
];

/** The board counts a whole period at each look: from indices alone, without the wide rows. */
export class Board1732400060000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, name, columnNames] of INDICES) await runner.createIndex(table, new TableIndex({ name, columnNames }));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, name] of INDICES.toReversed()) await runner.dropIndex(table, name);
  }
}
