import { withDatabase, type TestDatabase } from '../../../test/support/database.js';
import type { Asker } from '../../sdk/index.js';
import { SystemClock } from '../kernel/index.js';
import { AuditEntity } from './audit.entity.js';
import { Audit1732300003000 } from './audit.migration.js';
import { AuditService } from './audit.service.js';

describe('the audit trail', () => {
  let test: TestDatabase;
  let audit: AuditService;
  beforeEach(async () => {
    test = await withDatabase({ entities: [AuditEntity], migrations: [Audit1732300003000] });
    audit = new AuditService(test.database, new SystemClock(), { current: () => null } as Asker);
  });
  afterEach(async () => {
    await audit.seal();
    await test.close();
  });

  it('chains what was written beside each other, without a gap', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, index) => audit.write({ action: 'test', detail: { index } })));
    await audit.seal();
    const sequences = (await test.database.read.find(AuditEntity, { order: { sequence: 'ASC' } })).map((entry) => entry.sequence);
    expect(sequences).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    expect(await audit.verify()).toMatchObject({ length: 20, brokenAt: null, unsealed: 0 });
  });

  it('goes with the transaction that it belongs to', async () => {
    await expect(test.database.tx(async () => {
      await audit.write({ action: 'lost' });
      throw new Error('rolled back');
    })).rejects.toThrow('rolled back');
    expect(await test.database.read.count(AuditEntity)).toBe(0);
  });

  it('notices a changed and a removed line', async () => {
    for (const index of [1, 2, 3]) await audit.write({ action: 'test', detail: { index } });
    await audit.seal();
    await test.database.tx((db) => db.update(AuditEntity, { sequence: 2 }, { detail: { index: 99 } as object }));
    expect(await audit.verify()).toMatchObject({ length: 1, brokenAt: 2 });
    await test.database.tx((db) => db.delete(AuditEntity, { sequence: 1 }));
    expect(await audit.verify()).toMatchObject({ length: 0, brokenAt: 1 });
  });

  it('notices that every line was removed but the last', async () => {
    for (const index of [1, 2, 3]) await audit.write({ action: 'test', detail: { index } });
    await audit.seal();
    await test.database.tx((db) => db.delete(AuditEntity, [{ sequence: 1 }, { sequence: 2 }]));
    expect((await audit.verify()).brokenAt).toBe(1);
  });

  it('shows by its head that the newest line was cut off', async () => {
    for (const index of [1, 2]) await audit.write({ action: 'test', detail: { index } });
    await audit.seal();
    const { head } = await audit.verify();
    await test.database.tx((db) => db.delete(AuditEntity, { sequence: 2 }));
    const after = await audit.verify();
    expect(after.brokenAt).toBeNull();
    expect(after.head).not.toBe(head);
  });

  it('catches up at the start with what a crash left unsealed', async () => {
    await audit.write({ action: 'before' });
    await audit.seal();
    await test.database.tx((db) => db.update(AuditEntity, { action: 'before' }, { sequence: null, previous: null, hash: null }));
    await new AuditService(test.database, new SystemClock(), { current: () => null } as Asker).onApplicationBootstrap();
    expect(await audit.verify()).toMatchObject({ length: 1, brokenAt: null, unsealed: 0 });
  });

  it('keeps one chain where two nodes seal at the same time', async () => {
    const second = new AuditService(test.database, new SystemClock(), { current: () => null } as Asker);
    await Promise.all(Array.from({ length: 10 }, (_, index) => (index % 2 ? audit : second).write({ action: 'test', detail: { index } })));
    await Promise.all([audit.seal(), second.seal()]);
    expect(await audit.verify()).toMatchObject({ length: 10, brokenAt: null, unsealed: 0 });
  });

  it('walks more than one batch', async () => {
    await test.database.tx(async () => {
      for (let index = 0; index < 501; index++) await audit.write({ action: 'test', detail: { index } });
    });
    await audit.seal();
    expect(await audit.verify()).toMatchObject({ length: 501, brokenAt: null });
  });
});
