import { caseRow, caseWorld, type CaseWorld } from '../../../test/support/case-world.js';
import { CaseEntity } from './entities/index.js';
import { DatabaseStepLedger } from './step-ledger.service.js';
import { StepsAndProgress1732400006000 } from './steps-and-progress.migration.js';

describe('DatabaseStepLedger', () => {
  let world: CaseWorld;
  let ledger: DatabaseStepLedger;
  beforeEach(async () => {
    world = await caseWorld();
    ledger = new DatabaseStepLedger(world.database, world.clock);
  });
  afterEach(() => world.close());
  const step = (name: string, position = 0, taskId = 't') => ({ taskId, name, position });

  it('remembers the steps of a task in their order, nothing included', async () => {
    await ledger.remember(step('z'), async () => ({ count: 1 }));
    await ledger.remember(step('a', 1), async () => null);
    await ledger.remember(step('z', 0, 'other'), async () => 2);
    expect(await ledger.recorded('t')).toEqual([{ name: 'z', position: 0, result: { count: 1 } }, { name: 'a', position: 1, result: null }]);
    expect(await ledger.recorded('nobody')).toEqual([]);
  });

  it('remembers no step that failed', async () => {
    await expect(ledger.remember(step('a'), () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await ledger.recorded('t')).toEqual([]);
  });

  it('gives a name, and a place, once', async () => {
    await ledger.remember(step('a'), async () => 1);
    await expect(ledger.remember(step('a', 1), async () => 2)).rejects.toThrow(/unique/i);
    await expect(ledger.remember(step('b', 0), async () => 3)).rejects.toThrow(/unique/i);
  });

  it('gives steps from before they had places the order of their times', async () => {
    const runner = world.database.writer.createQueryRunner();
    const migration = new StepsAndProgress1732400006000();
    await migration.down(runner);
    for (const [name, at] of [['c', 1], ['b', 2], ['a', 2]]) {
      await runner.query(`INSERT INTO "step_ledger" ("taskId", "name", "result", "doneAt") VALUES ('t', '${name}', NULL, '${new Date(Number(at)).toISOString()}')`);
    }
    await migration.up(runner);
    await runner.release();
    expect((await ledger.recorded('t')).map(({ name, position }) => `${position} ${name}`)).toEqual(['0 c', '1 a', '2 b']);
  });

  it('keeps a transactional step and what it wrote together', async () => {
    const write = (id: string, fails: boolean) => ledger.rememberTx(step('a'), async (db) => {
      await db.insert(CaseEntity, caseRow(id, world.clock.now()));
      if (fails) throw new Error('no');
      return id;
    });
    await expect(write('c1', true)).rejects.toThrow('no');
    expect(await write('c2', false)).toBe('c2');
    expect((await world.database.read.find(CaseEntity)).map((row) => row.id)).toEqual(['c2']);
  });

  it('lets one of those that do the same step at once win, with all it wrote', async () => {
    const write = (id: string) => ledger.rememberTx(step('a'), async (db) => {
      await db.insert(CaseEntity, caseRow(id, world.clock.now()));
      return id;
    });
    const results = await Promise.allSettled(['c1', 'c2', 'c3'].map(write));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const rows = await world.database.read.find(CaseEntity);
    expect(rows.map(({ id }) => id)).toEqual((await ledger.recorded('t')).map(({ result }) => result));
  });
});
