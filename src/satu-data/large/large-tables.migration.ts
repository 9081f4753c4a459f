import { Table, TableColumn, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column as c, nullable } from '../shared/columns.js';

const [LARGE, DELIVERED, PUBLISHED] = ['satu_data_large_tables', 'satu_data_delivery_tables', 'satu_data_publications'] as const;

/** Tables that are kept as a file: a delivery's table and a publication then hold the first rows, and how many there are. */
export class LargeTables1732400101010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(new Table({ name: LARGE, columns: [
      c.primary(), c.id('datasetId'), c.id('fileId'), c.id('state'), c.id('stage'), c.integer('progress'), c.json('reason', nullable), c.time('aliveAt'), c.id('keptFileId', nullable),
      c.json('shape', nullable), c.json('facts', nullable), c.json('head', nullable), c.json('summary', nullable), c.json('findings', nullable),
    ] }));
    await runner.createIndex(LARGE, new TableIndex({ name: `${LARGE}_file`, columnNames: ['datasetId', 'fileId'], isUnique: true }));
    await runner.addColumn(DELIVERED, new TableColumn(c.id('largeId', nullable)));
    await runner.addColumn(PUBLISHED, new TableColumn(c.integer('rowCount', nullable)));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn(PUBLISHED, 'rowCount');
    await runner.dropColumn(DELIVERED, 'largeId');
    await runner.dropTable(LARGE);
  }
}
