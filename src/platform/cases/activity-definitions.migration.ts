import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column } from '../kernel/index.js';

/** A passage knows the definition that it was passed on: an instance may be migrated to another. */
export class ActivityDefinitions1732400016000 implements MigrationInterface {
  readonly name = 'ActivityDefinitions1732400016000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('case_activities', new TableColumn(column.string('definitionId', 200, { isNullable: true })));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('case_activities', 'definitionId');
  }
}
