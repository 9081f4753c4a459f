import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

const TABLE = 'tasks';

/** Whom a case waits for is counted from an index alone; the one of its tasks was its beginning. */
export class WaitingIndex1732400101281 implements MigrationInterface {
  readonly name = 'WaitingIndex1732400101281';

  async up(runner: QueryRunner): Promise<void> {
    await runner.dropIndex(TABLE, 'tasks_case');
    await runner.createIndex(TABLE, new TableIndex({ name: 'tasks_waiting', columnNames: ['caseId', 'state', 'formKey', 'role', 'createdAt'] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex(TABLE, 'tasks_waiting');
    await runner.createIndex(TABLE, new TableIndex({ name: 'tasks_case', columnNames: ['caseId'] }));
  }
}
