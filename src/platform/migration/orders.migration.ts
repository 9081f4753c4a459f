import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column } from '../kernel/index.js';

const maybe = { isNullable: true };

export class MigrationOrders1732400018000 implements MigrationInterface {
  readonly name = 'MigrationOrders1732400018000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'migration_orders',
        columns: [
          column.primary(),
          column.id('fromReleaseId'),
          column.integer('fromVersion'),
          column.id('toReleaseId'),
          column.integer('toVersion'),
          column.json('instructions'),
          column.text('reason'),
          column.string('state', 20),
          column.id('orderedBy', maybe),
          column.string('orderedByName', 255, maybe),
          column.time('createdAt'),
          column.time('endedAt', maybe),
          column.id('leaseOwner', maybe),
          column.time('leaseUntil', maybe),
        ],
        indices: [{ name: 'migration_orders_state', columnNames: ['state'] }],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'migration_cases',
        columns: [
          column.primary('orderId'),
          column.primary('caseId'),
          column.string('state', 20),
          column.json('reasons'),
          column.json('consented'),
          column.json('losses'),
          column.json('prepared', maybe),
          column.integer('attempts'),
          column.time('nextAt'),
          column.time('at', maybe),
        ],
        indices: [{ name: 'migration_cases_turn', columnNames: ['orderId', 'state', 'nextAt'] }],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['migration_cases', 'migration_orders']) await runner.dropTable(table);
  }
}
