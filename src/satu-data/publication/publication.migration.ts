import { Table, TableColumn, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column as c, nullable } from '../shared/columns.js';

export class Publication1732300008100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(new Table({
      name: 'satu_data_publications',
      columns: [
        c.primary(), { name: 'slug', type: 'varchar', length: '120' }, c.id('datasetId'), c.id('periodId'), c.text('periodTitle'),
        c.id('officeCode'), c.text('officeName'), c.text('title'), c.text('definition'), c.text('unit'), c.json('metadata'),
        c.json('columns'), c.json('rows'), c.json('totals'), c.text('measure', nullable), c.text('licence'), c.time('publishedAt'),
        c.time('modifiedAt'), c.id('fileId'), c.integer('fileSize'), c.id('sha256'),
      ],
    }));
    await runner.createIndex('satu_data_publications', new TableIndex({ name: 'satu_data_publications_slug', columnNames: ['slug'], isUnique: true }));
    await runner.createIndex('satu_data_publications', new TableIndex({ name: 'satu_data_publications_modified', columnNames: ['modifiedAt'] }));
    await runner.createTable(new Table({
      name: 'satu_data_archives',
      columns: [c.primary('periodId'), c.id('fileId'), c.id('sha256'), c.json('record'), c.time('archivedAt')],
    }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('satu_data_archives');
    await runner.dropTable('satu_data_publications');
  }
}

export class HiddenCells1732400058000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('satu_data_publications', new TableColumn(c.json('hidden', nullable)));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('satu_data_publications', 'hidden');
  }
}
