import { caseRow, caseWorld, type CaseWorld } from '../../../test/support/case-world.js';
import { CaseEntity } from './entities/index.js';
import { DatabaseStepLedger } from './step-ledger.service.js';

describe('DatabaseStepLedger', () => {
  let world: CaseWorld;
  let ledger: DatabaseStepLedger;
  beforeEach(async () => {
    world = await caseWorld();
    ledger = new DatabaseStepLedger(world.database, world.clock);
  });
  afterEach(() => world.close());

  it('does a step once and remembers its result, nothing included', async () => {
    let count = 0;
    const work = async () => ({ count: ++count });
    expect(await ledger.remember('t', 'a', work)).toEqual({ count: 1 });
    expect(await ledger.remember('t', 'a', work)).toEqual({ count: 1 });
    expect(await ledger.remember('other', 'a', work)).toEqual({ count: 2 });
    await ledger.remember('t', 'void', async () => undefined);
    expect(await ledger.recall('t', 'void')).toEqual({ result: null });
  });

  it('does a step again that failed', async () => {
    await expect(ledger.remember('t', 'a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await ledger.remember('t', 'a', async () => 'yes')).toBe('yes');
  });

  it('keeps a transactional step and what it wrote together', async () => {
    const write = (id: string, fails: boolean) => ledger.rememberTx('t', 'a', async (db) => {
      await db.insert(CaseEntity, caseRow(id, world.clock.now()));
      if (fails) throw new Error('no');
      return id;
    });
    await expect(write('c1', true)).rejects.toThrow('no');
    expect(await write('c2', false)).toBe('c2');
    expect(await write('c3', false)).toBe('c2');
    expect((await world.database.read.find(CaseEntity)).map((row) => row.id)).toEqual(['c2']);
  });

  it('lets one of two that do the same step at once win, with all it wrote', async () => {
    const write = (id: string) => ledger.rememberTx('t', 'a', async (db) => {
      await db.insert(CaseEntity, caseRow(id, world.clock.now()));
      return id;
    });
    const results = await Promise.allSettled(['c1', 'c2', 'c3'].map(write));
    const rows = await world.database.read.find(CaseEntity);
    expect(rows).toHaveLength(1);
    const answers = results.flatMap((result) => (result.status === 'fulfilled' ? result.value : []));
    expect(new Set(answers)).toEqual(new Set([rows[0]?.id]));
  });
});
