import { TableColumn, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column as c, nullable } from '../shared/columns.js';

const INDICES: readonly [table: string, name: string, columns: string[]][] = [
  ['satu_data_datasets', 'satu_data_datasets_revisions', ['periodId', 'id', 'revision']],
  ['satu_data_list_rows', 'satu_data_list_rows_compared', ['periodId', 'removedAt', 'comparison', 'position']],
  ['satu_data_list_rows', 'satu_data_list_rows_counts', ['periodId', 'removedAt', 'sourceId', 'problems', 'version', 'comparedTo']],
];

/** How each row of a list stands to the last period is kept beside it, with indices that count without reading the rows. */
export class ListComparison1732400101070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('satu_data_datasets', new TableColumn(c.integer('revision', { ...nullable, default: 1 })));
    await runner.addColumn('satu_data_list_rows', new TableColumn(c.id('comparison', nullable)));
    await runner.addColumn('satu_data_list_rows', new TableColumn(c.integer('comparedTo', nullable)));
    for (const [table, name, columnNames] of INDICES) await runner.createIndex(table, new TableIndex({ name, columnNames }));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, name] of INDICES) await runner.dropIndex(table, name);
    await runner.dropColumn('satu_data_list_rows', 'comparedTo');
    await runner.dropColumn('satu_data_list_rows', 'comparison');
    await runner.dropColumn('satu_data_datasets', 'revision');
  }
}
