import { Table, TableColumn, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column as c, nullable } from '../shared/columns.js';

const STEPS = 'satu_data_list_mark_steps';
const STATES = 'satu_data_dataset_states';

/** Who answered and accepted a correction, and who brought a data set into a state, is kept with it. */
export class RowHistory1732400101270 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(new Table({ name: STEPS, columns: [c.primary(), c.id('markId'), c.id('state'), c.text('answer', nullable), c.text('userName'), c.time('at')] }));
    await runner.createIndex(STEPS, new TableIndex({ name: 'satu_data_list_mark_steps_mark', columnNames: ['markId'] }));
    await runner.addColumn(STATES, new TableColumn(c.text('userName', nullable)));
    // The platform's tables are not there where the application is tried alone.
    if (await runner.hasTable('users')) await runner.query(`UPDATE ${STATES} SET "userName" = (SELECT "name" FROM "users" WHERE "id" = ${STATES}."userId") WHERE "userId" IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn(STATES, 'userName');
    await runner.dropTable(STEPS);
  }
}
