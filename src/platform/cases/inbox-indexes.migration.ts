import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

const OF_THE_ROLE = 'tasks_inbox';
const INDEXES: readonly (readonly [name: string, columns: string[]])[] = [
  [OF_THE_ROLE, ['state', 'role', 'officeId', 'sortKey', 'id']],
  ['tasks_of_office', ['state', 'officeId', 'sortKey', 'id']],
  ['tasks_urgent', ['state', 'sortKey', 'id']],
];

/** An inbox reads its first page in order from an index, however many tasks come after it. */
export class InboxIndexes1732400051000 implements MigrationInterface {
  readonly name = 'InboxIndexes1732400051000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('tasks', OF_THE_ROLE);
    for (const [name, columnNames] of INDEXES) await runner.createIndex('tasks', new TableIndex({ name, columnNames }));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [name] of INDEXES) await runner.dropIndex('tasks', name);
    await runner.createIndex('tasks', new TableIndex({ name: OF_THE_ROLE, columnNames: ['state', 'role', 'officeId'] }));
  }
}
