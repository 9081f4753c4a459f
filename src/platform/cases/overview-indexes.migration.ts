import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

const INDEXES: readonly (readonly [table: string, name: string, columns: string[]])[] = [
  ['case_activities', 'case_activities_ended', ['endedAt', 'type']],
  ['tasks', 'tasks_completed', ['completedAt', 'state']],
  ['case_incidents', 'case_incidents_ended', ['endedAt']],
];

/** The overview asks for what ended lately and what stands open, over all cases. */
export class OverviewIndexes1732400022000 implements MigrationInterface {
  readonly name = 'OverviewIndexes1732400022000';

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, name, columnNames] of INDEXES) await runner.createIndex(table, new TableIndex({ name, columnNames }));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, name] of INDEXES) await runner.dropIndex(table, name);
  }
}
