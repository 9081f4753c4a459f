import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column as c } from '../kernel/index.js';

const nullable = { isNullable: true };

const tables: Table[] = [
  new Table({ name: 'offices', columns: [c.primary(), c.id('code'), c.string('name'), c.id('kind'), c.string('email', 255, nullable), c.boolean('active')] }),
  new Table({
    name: 'users',
    columns: [
      c.primary(), c.id('username'), c.string('name'), c.string('title', 255, nullable), c.id('nip', nullable), c.string('email', 255, nullable),
      c.text('passwordHash'), c.boolean('mustChange'), c.boolean('active'), c.string('language', 2), c.id('officeId', nullable), c.time('createdAt'),
    ],
  }),
  new Table({ name: 'user_roles', columns: [c.primary('userId'), c.primary('role')] }),
  new Table({ name: 'roles', columns: [c.primary('key'), c.integer('position'), c.string('nameId'), c.string('nameEn')] }),
  new Table({ name: 'sessions', columns: [c.primary(), c.id('userId'), c.time('createdAt'), c.time('lastSeenAt'), c.time('expiresAt')] }),
  new Table({ name: 'settings', columns: [c.primary('key'), c.json('value')] }),
  new Table({ name: 'holidays', columns: [{ name: 'date', type: 'varchar', length: '10', isPrimary: true }, c.string('name'), c.id('kind')] }),
];

const indices: [table: string, name: string, column: string, isUnique: boolean][] = [
  ['offices', 'offices_code', 'code', true],
  ['users', 'users_username', 'username', true],
  ['sessions', 'sessions_user', 'userId', false],
];

export class Identity1732300001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.createTable(table);
    for (const [table, name, column, isUnique] of indices) await runner.createIndex(table, new TableIndex({ name, columnNames: [column], isUnique }));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables.toReversed()) await runner.dropTable(table);
  }
}
