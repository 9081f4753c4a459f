import { Table, TableColumn, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column as c, nullable } from '../shared/columns.js';
import { inSheets } from './earlier-content.js';
import { MetadataEntity } from './metadata.entity.js';

interface Row {
  readonly id: string;
  readonly recordId: string;
  readonly kind: 'activity' | 'variable' | 'indicator';
  readonly content: string;
}
const INDEX = 'satu_data_metadata_number';

/** Records get a number and their name; what was kept before the sheets had forms is written as the sheets have it. */
export class MetadataSheets1732400075000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumns('satu_data_metadata', [new TableColumn(c.integer('number', { default: 0 })), new TableColumn(c.text('name', nullable))]);
    const numbers = new Map<string, number>();
    const given = new Map<string, number>();
    const rows = await runner.manager.createQueryBuilder().select(['m.id AS "id"', 'm."recordId" AS "recordId"', 'm.kind AS "kind"', 'm.content AS "content"']).from('satu_data_metadata', 'm').orderBy('m.at').addOrderBy('m.version').getRawMany<Row>();
    for (const { id, recordId, kind, content } of rows) {
      const number = numbers.get(recordId) ?? (given.get(kind) ?? 0) + 1;
      if (!numbers.has(recordId)) given.set(kind, number);
      numbers.set(recordId, number);
      const kept = inSheets(kind, JSON.parse(content) as Record<string, unknown>);
      const name = kept[kind === 'activity' ? 'judul' : 'nama'];
      await runner.manager.createQueryBuilder().update(MetadataEntity).set({ number, name: typeof name === 'string' ? name : null, content: kept as Record<string, never> }).where('id = :id', { id }).execute();
    }
    await runner.createIndex('satu_data_metadata', new TableIndex({ name: INDEX, columnNames: ['kind', 'number', 'version'], isUnique: true }));
    await runner.createTable(new Table({ name: 'satu_data_metadata_uses', columns: [c.primary('datasetId'), c.primary('columnName'), c.id('recordId'), c.integer('version'), c.text('userName'), c.time('at')] }));
    await runner.createIndex('satu_data_metadata_uses', new TableIndex({ name: 'satu_data_metadata_uses_record', columnNames: ['recordId'] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('satu_data_metadata_uses');
    await runner.dropIndex('satu_data_metadata', INDEX);
    await runner.dropColumns('satu_data_metadata', ['number', 'name']);
  }
}
