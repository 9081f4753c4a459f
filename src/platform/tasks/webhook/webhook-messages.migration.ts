import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column } from '../../kernel/index.js';

const maybe = { isNullable: true };

export class WebhookMessages1732400097000 implements MigrationInterface {
  readonly name = 'WebhookMessages1732400097000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'webhook_messages',
        columns: [
          column.primary(), column.string('key', 255), column.json('body'), column.string('state', 10), column.integer('attempts'), column.time('nextAt'), column.text('lastError', maybe), column.time('createdAt'), column.time('sentAt', maybe),
        ],
        indices: [{ name: 'webhook_messages_key', columnNames: ['key'], isUnique: true }, { name: 'webhook_messages_due', columnNames: ['state', 'nextAt'] }],
      }),
    );
    await runner.createTable(new Table({ name: 'webhook_marks', columns: [column.string('name', 20, { isPrimary: true }), column.time('until')] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('webhook_marks');
    await runner.dropTable('webhook_messages');
  }
}
