import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column } from '../kernel/index.js';

/** A task knows whom the diagram chose for it, and why that person does not have it. */
export class ChosenPeople1732400034000 implements MigrationInterface {
  readonly name = 'ChosenPeople1732400034000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('tasks', new TableColumn(column.json('chosen', { isNullable: true })));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('tasks', 'chosen');
  }
}
