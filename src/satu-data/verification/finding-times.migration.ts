import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column as c } from '../shared/columns.js';
import { FindingEntity } from './finding.entity.js';

/** How such a finding began and ended when its numbers stood in the sentence alone. */
const SENTENCE = /^(\d+) cells of the column .* the first (\d+) are named one by one\.$/su;

/** How many cells a finding tells of: more than a thousand of a rule and column were reported, accepted and told to BPS as a thousand and one. */
export class FindingTimes1732400101200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('satu_data_findings', new TableColumn(c.integer('times', { default: 1 })));
    const rows = (await runner.query(`SELECT "id", "messageEn" FROM satu_data_findings WHERE "cell" IS NULL AND "messageEn" LIKE '% named one by one.'`)) as Pick<FindingEntity, 'id' | 'messageEn'>[];
    for (const { id, messageEn } of rows) {
      const [, count, named] = SENTENCE.exec(messageEn) ?? [];
      if (count && named) await runner.manager.createQueryBuilder().update(FindingEntity).set({ times: Number(count) - Number(named) }).where('id = :id', { id }).execute();
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('satu_data_findings', 'times');
  }
}
