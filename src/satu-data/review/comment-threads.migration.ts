import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column as c, nullable } from '../shared/columns.js';

const COMMENTS = 'satu_data_table_comments';
const REPLIES = 'satu_data_comment_replies';

/** A producer answers comments on its table. */
export class CommentThreads1732400101101 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const name of ['sharedAt', 'answeredAt']) await runner.addColumn(COMMENTS, new TableColumn(c.time(name, nullable)));
    await runner.addColumn(REPLIES, new TableColumn(c.id('side', nullable)));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn(REPLIES, 'side');
    for (const name of ['sharedAt', 'answeredAt']) await runner.dropColumn(COMMENTS, name);
  }
}
