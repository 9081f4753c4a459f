import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column } from '../kernel/index.js';

export class Releases1732300005000 implements MigrationInterface {
  readonly name = 'Releases1732300005000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'releases',
        columns: [
          column.primary(),
          column.integer('version'),
          column.string('state', 20),
          column.string('origin', 20),
          column.string('sha256', 64),
          column.text('note'),
          column.id('publishedBy', { isNullable: true }),
          column.string('publishedByName', 255, { isNullable: true }),
          column.time('publishedAt'),
          column.id('engineDeploymentId', { isNullable: true }),
          column.text('failure', { isNullable: true }),
        ],
        indices: [{ name: 'releases_version', columnNames: ['version'], isUnique: true }],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'release_resources',
        columns: [
          column.primary('releaseId'),
          column.string('path', 200, { isPrimary: true }),
          column.string('kind', 20),
          column.string('key', 100),
          column.text('content'),
          column.string('sha256', 64),
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'release_definitions',
        columns: [column.string('processDefinitionId', 200, { isPrimary: true }), column.string('key', 100), column.id('releaseId')],
        indices: [{ name: 'release_definitions_release', columnNames: ['releaseId'] }],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'drafts',
        columns: [
          column.string('path', 200, { isPrimary: true }),
          column.string('kind', 20),
          column.string('key', 100),
          column.text('content'),
          column.integer('version'),
          column.id('updatedBy', { isNullable: true }),
          column.string('updatedByName', 255, { isNullable: true }),
          column.time('updatedAt'),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['drafts', 'release_definitions', 'release_resources', 'releases']) await runner.dropTable(table);
  }
}
