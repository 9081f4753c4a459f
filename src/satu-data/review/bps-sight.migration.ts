import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column as c } from '../shared/columns.js';

const REPLIES = 'satu_data_comment_replies';
const BPS = `(SELECT MIN("id") FROM "offices" WHERE "kind" = 'bps')`;
/** What went to BPS before letters said so. */
const TO_BPS = `("sentAt" IS NOT NULL AND "template" IN ('surat-permintaan-bps', 'surat-hasil-analisis')) OR "template" = 'surat-rekomendasi'
  OR ("template" = 'laporan-analisis' AND "about" IN (SELECT "datasetId" FROM "satu_data_dataset_states" WHERE "after" = 'sent_to_bps'))`;

/** Comments get threads; BPS keeps the letters that it got, now that it sees no others. */
export class BpsSight1732400101040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(new Table({ name: REPLIES, columns: [c.primary(), c.id('commentId'), c.id('datasetId'), c.text('text'), c.text('userName'), c.time('at')] }));
    await runner.createIndex(REPLIES, new TableIndex({ name: 'satu_data_comment_replies_dataset', columnNames: ['datasetId', 'at'] }));
    // The platform's tables are not there where the application is tried alone.
    if (!(await runner.hasTable('letters'))) return;
    await runner.query(`UPDATE "letters" SET "officeId" = ${BPS} WHERE "officeId" IS NULL AND (${TO_BPS})`);
    for (const file of ['fileId', 'signedFileId']) await runner.query(`UPDATE "files" SET "officeId" = ${BPS} WHERE "officeId" IS NULL AND "id" IN (SELECT "${file}" FROM "letters" WHERE "officeId" = ${BPS})`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(REPLIES);
  }
}
