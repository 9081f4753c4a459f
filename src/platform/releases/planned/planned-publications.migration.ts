import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column } from '../../kernel/index.js';

/** A version can be published at a given time. */
export class PlannedPublications1732400021000 implements MigrationInterface {
  readonly name = 'PlannedPublications1732400021000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(new Table({
      name: 'planned_publications',
      columns: [
        column.primary(), column.string('state', 20), column.time('at'), column.text('note'), column.string('sha256', 64), column.id('plannedBy'), column.string('plannedByName'), column.time('plannedAt'),
        column.time('endedAt', { isNullable: true }), column.json('reason', { isNullable: true }),
      ],
    }));
    await runner.createIndex('planned_publications', new TableIndex({ name: 'planned_publications_state', columnNames: ['state'] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('planned_publications');
  }
}
