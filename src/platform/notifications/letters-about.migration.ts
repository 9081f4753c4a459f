import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

const OF_A_CASE = new TableIndex({ name: 'letters_case', columnNames: ['caseId'] });
const ABOUT = new TableIndex({ name: 'letters_about', columnNames: ['caseId', 'about'] });

/** A case may have letters about thousands of things; those about one are asked for each time. */
export class LettersAbout1732400101121 implements MigrationInterface {
  readonly name = 'LettersAbout1732400101121';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createIndex('letters', ABOUT);
    await runner.dropIndex('letters', OF_A_CASE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.createIndex('letters', OF_A_CASE);
    await runner.dropIndex('letters', ABOUT);
  }
}
