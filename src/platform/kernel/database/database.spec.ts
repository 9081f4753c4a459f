import { Column, Entity, PrimaryColumn, Table, type MigrationInterface, type QueryRunner } from 'typeorm';
import { withDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { column, idColumn, jsonColumn, timeColumn } from './columns.js';

@Entity('notes')
class Note {
  @PrimaryColumn(idColumn()) id!: string;
  @Column(jsonColumn({ nullable: true })) data!: { n: number[] } | null;
  @Column(timeColumn()) at!: Date;
}

class Notes1732300000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(new Table({ name: 'notes', columns: [column.primary(), column.json('data', { isNullable: true }), column.time('at')] }));
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('notes');
  }
}

describe('Database', () => {
  let test: TestDatabase;
  const at = new Date('2026-03-01T10:00:00.000Z');
  beforeEach(async () => {
    test = await withDatabase({ entities: [Note], migrations: [Notes1732300000001] });
  });
  afterEach(() => test.close());
  const ids = async () => (await test.database.read.find(Note, { order: { id: 'ASC' } })).map((note) => note.id);

  it('keeps times and JSON', async () => {
    await test.database.tx((db) => db.insert(Note, { id: 'a', data: { n: [1] }, at }));
    expect(await test.database.read.findOneByOrFail(Note, { id: 'a' })).toEqual({ id: 'a', data: { n: [1] }, at });
  });

  it('rolls back one writer and keeps the others that ran beside it', async () => {
    const write = (id: string) => test.database.tx(async (db) => {
      await db.insert(Note, { id, data: null, at });
      await new Promise((resolve) => setTimeout(resolve, 2));
      if (id === 'n3') throw new Error('no');
    });
    const done = await Promise.allSettled(['n1', 'n2', 'n3', 'n4'].map(write));
    expect(done.map((one) => one.status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
    expect(await ids()).toEqual(['n1', 'n2', 'n4']);
  });

  it('joins a transaction within a transaction', async () => {
    const outer = test.database.tx(async (db) => {
      await db.insert(Note, { id: 'outer', data: null, at });
      await test.database.tx((inner) => inner.insert(Note, { id: 'inner', data: null, at }));
      throw new Error('both go');
    });
    await expect(outer).rejects.toThrow('both go');
    expect(await ids()).toEqual([]);
  });

  it('runs what waits for the commit after it, outside of it, and never after a roll-back', async () => {
    const seen: string[] = [];
    await test.database.tx(async (db) => {
      await db.insert(Note, { id: 'x', data: null, at });
      test.database.afterCommit(async () => void seen.push(`${test.database.inTransaction} ${(await ids()).join()}`));
      expect(seen).toEqual([]);
    });
    await expect(test.database.tx(async () => {
      test.database.afterCommit(() => void seen.push('never'));
      throw new Error('rolled back');
    })).rejects.toThrow('rolled back');
    expect(seen).toEqual(['false x']);
  });

  it('does not show a reader what is not committed', async () => {
    let readInside: string[] = [];
    await test.database.tx(async (db) => {
      await db.insert(Note, { id: 'y', data: null, at });
      readInside = await ids();
    });
    expect(readInside).toEqual(['y']);
  });

  it('has no drift between entities and migrations', async () => {
    expect((await test.database.writer.driver.createSchemaBuilder().log()).upQueries).toEqual([]);
  });
});
