import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column as c } from '../kernel/index.js';

/** Which roles have a permission, where an administrator has decided it. */
export class Permissions1732400001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(new Table({ name: 'permissions', columns: [c.primary('key'), c.json('roles')] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('permissions');
  }
}
