import { Table, TableIndex, type MigrationInterface, type QueryRunner, type TableColumnOptions } from 'typeorm';
import { column as c, nullable } from '../shared/columns.js';

const code = (name: string, more: Partial<TableColumnOptions> = {}): TableColumnOptions => ({ name, type: 'varchar', length: '100', ...more });
const day = (name: string): TableColumnOptions => ({ name, type: 'varchar', length: '10', isNullable: true });

const TABLES: Readonly<Record<string, TableColumnOptions[]>> = {
  satu_data_code_lists: [c.primary('scheme'), c.text('titleId'), c.text('titleEn'), c.json('levels'), c.integer('version')],
  satu_data_codes: [
    c.primary('scheme'), code('code', { isPrimary: true }), c.integer('position'), c.text('titleId'), c.text('titleEn'), code('parent', nullable), c.id('level', nullable),
    day('validFrom'), day('validTo'), code('replacedBy', nullable), code('pair', nullable),
  ],
  satu_data_code_versions: [
    c.primary(), c.id('scheme'), c.integer('number'), c.text('note'), c.text('fileName', nullable), c.id('fileId', nullable), c.integer('added'), c.integer('changed'), c.integer('ended'),
    c.id('userId'), c.text('userName'), c.time('at'),
  ],
  satu_data_code_changes: [c.primary('versionId'), code('code', { isPrimary: true }), c.integer('position'), c.id('kind'), c.json('before', nullable), c.json('after')],
};

/** Lists of codes that the office keeps, with what became of them version by version. */
export class CodeLists1732400101000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [name, columns] of Object.entries(TABLES)) await runner.createTable(new Table({ name, columns }));
    await runner.createIndex('satu_data_code_versions', new TableIndex({ name: 'satu_data_code_versions_number', columnNames: ['scheme', 'number'], isUnique: true }));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of Object.keys(TABLES).toReversed()) await runner.dropTable(name);
  }
}
