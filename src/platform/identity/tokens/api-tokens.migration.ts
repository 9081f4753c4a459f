import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column as c } from '../../kernel/index.js';

const nullable = { isNullable: true };

export class ApiTokens1732400009000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(new Table({
      name: 'api_tokens',
      columns: [c.primary(), c.id('hash'), c.string('name', 100), c.json('scopes'), c.string('createdByName'), c.time('createdAt'), c.time('expiresAt'), c.time('lastUsedAt', nullable), c.time('revokedAt', nullable)],
    }));
    await runner.createIndex('api_tokens', new TableIndex({ name: 'api_tokens_hash', columnNames: ['hash'], isUnique: true }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('api_tokens');
  }
}
