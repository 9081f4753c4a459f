import { Table, TableIndex, type MigrationInterface, type QueryRunner, type TableColumnOptions } from 'typeorm';
import { column as c, nullable } from './columns.js';

const tables: Record<string, TableColumnOptions[]> = {
  satu_data_periods: [
    c.primary(), c.text('title'), c.integer('year'), c.text('scope', nullable), c.time('deadline'), c.time('releaseDate'), c.id('state'), c.time('openedAt'),
  ],
  satu_data_extensions: [
    c.primary(), c.id('requestId'), c.time('before'), c.time('until'), c.text('reason'), c.id('userId'), c.time('at'),
  ],
  satu_data_datasets: [
    c.primary(), c.id('periodId'), c.integer('position'), c.id('officeId'), c.id('officeCode'), c.id('code'), c.id('ddpCode'),
    { name: 'slug', type: 'varchar', length: '120' }, c.text('title'), c.text('referenceSource', nullable), c.text('indicatorCode', nullable),
    c.text('indicatorName', nullable), c.id('kind'), c.id('subject'), c.text('standardCode', nullable), c.id('riskClass'), c.text('definition'),
    c.text('unit'), c.text('classification', nullable), c.text('schedule', nullable), c.text('method', nullable), c.text('dataPeriod', nullable),
    c.text('contact', nullable), c.text('metadataCode', nullable), { name: 'decimalMark', type: 'varchar', length: '1' }, c.json('variables'),
    c.json('rules'), c.json('indicators'), c.id('state'), c.text('stateReason', nullable), c.id('deliveryId', nullable), c.text('licence', nullable),
    c.time('releaseDate', nullable), c.time('updatedAt'),
  ],
  satu_data_dataset_states: [
    c.primary(), c.id('datasetId'), c.id('before', nullable), c.id('after'), c.text('reason', nullable), c.id('userId', nullable), c.time('at'),
  ],
  satu_data_requests: [
    c.primary(), c.id('periodId'), c.id('officeId'), c.id('officeCode'), c.time('deadline'), c.time('remindAt'), c.integer('round'), c.id('state'),
    c.id('letterId', nullable), c.text('letterNumber', nullable), c.id('processInstanceId', nullable), c.time('sentAt', nullable), c.time('endedAt', nullable),
  ],
  satu_data_deliveries: [
    c.primary(), c.id('datasetId'), c.id('requestId'), c.id('officeId'), c.integer('round'), c.id('kind'), c.text('reason', nullable), c.id('fileId', nullable),
    c.text('fileName', nullable), c.id('hash', nullable), c.id('status'), c.id('submissionId'), c.id('submittedBy'), c.text('submittedByName'),
    c.time('submittedAt'), c.id('validatedBy', nullable), c.text('validatedByName', nullable), c.time('validatedAt', nullable), c.boolean('inTime', nullable),
    c.text('note', nullable), c.text('receiptNumber', nullable),
  ],
  satu_data_delivery_tables: [c.primary('deliveryId'), c.integer('rowCount'), c.json('rows'), c.json('layout')],
  satu_data_findings: [
    c.primary(), c.id('deliveryId'), c.integer('position'), c.id('rule'), c.id('severity'), c.integer('row', nullable), c.text('column', nullable),
    c.id('cell', nullable), c.text('messageId'), c.text('messageEn'), c.text('acceptedReason', nullable), c.id('acceptedBy', nullable), c.time('acceptedAt', nullable),
  ],
};

const indices: [table: string, name: string, columns: string[], unique: boolean][] = [
  ['satu_data_datasets', 'satu_data_datasets_slug', ['periodId', 'slug'], true],
  ['satu_data_datasets', 'satu_data_datasets_office', ['periodId', 'officeId'], false],
  ['satu_data_dataset_states', 'satu_data_dataset_states_dataset', ['datasetId', 'at'], false],
  ['satu_data_requests', 'satu_data_requests_office', ['periodId', 'officeId'], true],
  ['satu_data_deliveries', 'satu_data_deliveries_dataset', ['datasetId', 'submittedAt'], false],
  ['satu_data_findings', 'satu_data_findings_delivery', ['deliveryId', 'position'], false],
];

export class SatuData1732300008000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [name, columns] of Object.entries(tables)) await runner.createTable(new Table({ name, columns }));
    for (const [table, name, columnNames, isUnique] of indices) await runner.createIndex(table, new TableIndex({ name, columnNames, isUnique }));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of Object.keys(tables).toReversed()) await runner.dropTable(name);
  }
}
