import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column as c, nullable } from '../../shared/columns.js';

/** The step that computed an analysis is shown by its title. */
export class OwnAnalysisStep1732400101100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('satu_data_own_analyses', new TableColumn(c.json('stepTitle', nullable)));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('satu_data_own_analyses', 'stepTitle');
  }
}
