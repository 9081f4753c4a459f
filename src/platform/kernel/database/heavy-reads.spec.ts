import { withDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { databaseServer } from '../../../../test/support/fresh-postgres.js';
import { HeavyReads } from './heavy-reads.js';

/** Counts up to `:most`, which takes as long as one likes. */
const COUNT = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < CAST(:most AS int)) SELECT COUNT(*) AS "n" FROM n';

describe('questions about very many rows', () => {
  let test: TestDatabase;
  const open: HeavyReads[] = [];
  const reads = (deadline?: number): HeavyReads => {
    open.push(new HeavyReads(test.database, deadline));
    return open.at(-1) as HeavyReads;
  };
  beforeAll(async () => {
    test = await withDatabase({ entities: [], migrations: [] });
    await test.database.tx(async (db) => {
      await db.query('CREATE TABLE words (word varchar(20), nth integer)');
      await db.query("INSERT INTO words VALUES ('satu', 1), ('dua', 2), ('tiga', NULL)");
    });
  });
  afterAll(async () => {
    await Promise.all(open.map((one) => one.onModuleDestroy()));
    await test.close();
  });

  it('are answered with their values in place, also one that is used twice', async () => {
    expect(await reads().ask('SELECT word, nth FROM words WHERE nth >= :least AND nth < :least + 1', { least: 2 })).toEqual([{ word: 'dua', nth: 2 }]);
  });

  it('see what has been committed meanwhile', async () => {
    const all = () => reads().ask<{ n: string | number }>('SELECT COUNT(*) AS "n" FROM words', {});
    const before = Number((await all())[0]?.n);
    await test.database.tx((db) => db.query("INSERT INTO words VALUES ('empat', 4)"));
    expect(Number((await all())[0]?.n)).toBe(before + 1);
  });

  it('say what the database did not like', async () => {
    await expect(reads().ask('SELECT nothing FROM words', {})).rejects.toThrow(/nothing/);
  });

  it('hold up nobody else; on SQLite by a thread that can write nothing', async () => {
    if (databaseServer()) return;
    const own = reads();
    let turns = 0;
    const timer = setInterval(() => turns++, 5);
    await own.ask(COUNT, { most: 3_000_000 });
    clearInterval(timer);
    expect(turns).toBeGreaterThan(5);
    await expect(own.ask("INSERT INTO words VALUES ('lima', 5) RETURNING word", {})).rejects.toThrow(/readonly/);
  });

  it('are given up on SQLite after their time, in words; the next one is answered', async () => {
    if (databaseServer()) return;
    const hurried = reads(50);
    await expect(hurried.ask(COUNT, { most: 8_000_000 })).rejects.toMatchObject({ status: 503, code: 'question-too-large' });
    await expect(reads().ask('SELECT 1 AS "one"', {})).resolves.toEqual([{ one: 1 }]);
  });
});
