import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

/** Finds an office's data set in other periods without reading all that there ever were. */
export class DatasetAgain1732400101061 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createIndex('satu_data_datasets', new TableIndex({ name: 'satu_data_datasets_again', columnNames: ['officeId', 'slug'] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('satu_data_datasets', 'satu_data_datasets_again');
  }
}
