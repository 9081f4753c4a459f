import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';

const text = (name: string, length: string, isNullable = false) => ({ name, type: 'varchar', length, isNullable });
const moment = (name: string) => text(name, '24', true);

export class InformasiPublik1764300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'informasi_publik_requests',
        columns: [
          { name: 'caseId', type: 'varchar', length: '64', isPrimary: true },
          text('number', '64', true),
          text('applicant', '150'),
          text('address', '300'),
          text('email', '254', true),
          { name: 'subject', type: 'text' },
          text('receivedAt', '24'),
          text('dueAt', '24'),
          moment('extendedAt'),
          moment('answeredAt'),
          { name: 'daysTaken', type: 'integer', isNullable: true },
          text('outcome', '20', true),
          text('grounds', '20'),
          moment('deliveredAt'),
          moment('objectUntil'),
          moment('objectedAt'),
          moment('objectionDueAt'),
          moment('objectionAnsweredAt'),
          { name: 'upheld', type: 'boolean' },
        ],
        indices: [{ columnNames: ['receivedAt'] }],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('informasi_publik_requests');
  }
}
