import { Table, TableColumn, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column } from '../kernel/index.js';

/** Steps get their order, commands the id of the request that they come from, running tasks their progress. */
export class StepsAndProgress1732400006000 implements MigrationInterface {
  readonly name = 'StepsAndProgress1732400006000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('step_ledger', new TableColumn(column.integer('position', { default: 0 })));
    // Steps from before were done one after the other, so their times are their order.
    await runner.query(`UPDATE "step_ledger" SET "position" = (SELECT COUNT(*) FROM "step_ledger" o WHERE o."taskId" = "step_ledger"."taskId"
      AND (o."doneAt" < "step_ledger"."doneAt" OR (o."doneAt" = "step_ledger"."doneAt" AND o."name" < "step_ledger"."name")))`);
    await runner.createIndex('step_ledger', new TableIndex({ name: 'step_ledger_order', columnNames: ['taskId', 'position'], isUnique: true }));
    await runner.addColumn('engine_commands', new TableColumn(column.id('correlationId', { isNullable: true })));
    await runner.createTable(PROGRESS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(PROGRESS);
    await runner.dropColumn('engine_commands', 'correlationId');
    await runner.dropIndex('step_ledger', 'step_ledger_order');
    await runner.dropColumn('step_ledger', 'position');
  }
}

const PROGRESS = new Table({
  name: 'task_progress',
  columns: [column.primary('taskId'), column.id('caseId'), column.id('instanceId'), column.string('elementId', 200), column.json('text'), column.integer('permille'), column.time('at')],
  indices: [{ name: 'task_progress_case', columnNames: ['caseId'] }],
});
