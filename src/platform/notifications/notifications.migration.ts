import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column } from '../kernel/index.js';

const nullable = { isNullable: true };

export class Notifications1732300004000 implements MigrationInterface {
  readonly name = 'Notifications1732300004000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.createTable(new Table(table));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of TABLES.toReversed()) await runner.dropTable(name);
  }
}

const TABLES = [
  {
    name: 'mails',
    columns: [
      column.primary(),
      column.string('key'),
      column.string('messageId'),
      column.id('caseId', nullable),
      column.json('recipients'),
      column.string('subject'),
      column.text('text'),
      column.json('attachments'),
      column.string('state', 10),
      column.integer('attempts'),
      column.time('nextAt'),
      column.text('lastError', nullable),
      column.time('createdAt'),
      column.time('sentAt', nullable),
    ],
    indices: [
      { name: 'mails_key', columnNames: ['key'], isUnique: true },
      { name: 'mails_due', columnNames: ['state', 'nextAt'] },
    ],
  },
  {
    name: 'registers',
    columns: [column.string('name', 64, { isPrimary: true }), column.integer('year', { isPrimary: true }), column.integer('last')],
  },
  {
    name: 'register_numbers',
    columns: [column.string('key', 255, { isPrimary: true }), column.string('register', 64), column.integer('year'), column.integer('sequence'), column.string('text'), column.time('givenAt')],
    indices: [{ name: 'register_numbers_once', columnNames: ['register', 'year', 'sequence'], isUnique: true }],
  },
  {
    name: 'letters',
    columns: [
      column.primary(),
      column.string('key'),
      column.id('caseId'),
      column.string('template', 100),
      column.string('subject'),
      column.string('number', 255, nullable),
      column.time('date'),
      column.id('officeId', nullable),
      column.string('about', 255, nullable),
      column.id('fileId', nullable),
      column.id('signedFileId', nullable),
      column.time('sentAt', nullable),
    ],
    indices: [
      { name: 'letters_key', columnNames: ['key'], isUnique: true },
      { name: 'letters_case', columnNames: ['caseId'] },
    ],
  },
];
