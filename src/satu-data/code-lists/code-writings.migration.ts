import { Table, type MigrationInterface, type QueryRunner, type TableColumnOptions } from 'typeorm';
import { column as c, nullable } from '../shared/columns.js';

const code = (name: string, more: Partial<TableColumnOptions> = {}): TableColumnOptions => ({ name, type: 'varchar', length: '100', ...more });
const day = (name: string): TableColumnOptions => ({ name, type: 'varchar', length: '10', isNullable: true });

/** Versions of lists are written a part at a time. Codes as they are now need no table of their own: they follow from the changes of the versions. */
export class CodeWritings1732400101080 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(new Table({ name: 'satu_data_code_writings', columns: [c.primary('versionId'), c.id('scheme'), c.integer('total'), c.integer('written'), c.time('at')] }));
    await runner.dropTable('satu_data_codes');
  }

  /** Empty: an earlier version of the application shows lists as they came until they are uploaded again. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.createTable(new Table({ name: 'satu_data_codes', columns: [
      c.primary('scheme'), code('code', { isPrimary: true }), c.integer('position'), c.text('titleId'), c.text('titleEn'), code('parent', nullable), c.id('level', nullable),
      day('validFrom'), day('validTo'), code('replacedBy', nullable), code('pair', nullable),
    ] }));
    await runner.dropTable('satu_data_code_writings');
  }
}
