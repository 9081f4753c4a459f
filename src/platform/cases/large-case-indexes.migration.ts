import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

const INDEXES: readonly (readonly [table: string, name: string, columns: string[]])[] = [
  ['submissions', 'submissions_instance', ['caseId', 'instanceId', 'at']],
  ['submissions', 'submissions_form', ['caseId', 'formKey', 'at']],
  ['tasks', 'tasks_instance', ['instanceId', 'state']],
];

/** What one instance has is found without reading all that thousands of others in its case have. */
export class LargeCaseIndexes1732400101120 implements MigrationInterface {
  readonly name = 'LargeCaseIndexes1732400101120';

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, name, columnNames] of INDEXES) await runner.createIndex(table, new TableIndex({ name, columnNames }));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, name] of INDEXES) await runner.dropIndex(table, name);
  }
}
