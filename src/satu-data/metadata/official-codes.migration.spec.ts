import { withDatabase, type TestDatabase } from '../../../test/support/database.js';
import { MetadataSheets1732400075000 } from './metadata-sheets.migration.js';
import { MetadataEntity, MetadataUseEntity } from './metadata.entity.js';
import { Metadata1732400054000 } from './metadata.migration.js';
import { OfficialCodes1732400101165 } from './official-codes.migration.js';

describe('answers to R.5.3 that were kept before the official codes', () => {
  let test: TestDatabase;
  beforeEach(async () => {
    test = await withDatabase({ entities: [MetadataEntity, MetadataUseEntity], migrations: [Metadata1732400054000, MetadataSheets1732400075000] });
    const row = { kind: 'activity', officeId: 'o', userId: 'u', userName: 'U', at: new Date('2026-01-01T00:00:00.000Z') } as const;
    await test.database.tx((db) => db.insert(MetadataEntity, [
      { ...row, id: '1', recordId: 'a', version: 1, number: 1, name: 'Lama', content: { judul: 'Lama', metodePemilihan: '2', metodeNonprobabilitas: '3' } as never },
      { ...row, id: '2', recordId: 'a', version: 2, number: 1, name: 'Lama', content: { judul: 'Lama', metodeNonprobabilitas: '5' } as never },
      { ...row, id: '3', recordId: 'b', version: 1, number: 2, name: 'Lain', content: { judul: 'Lain', metodeProbabilitas: '3', catatan: '"metodeNonprobabilitas"' } as never },
      { ...row, id: '4', recordId: 'c', version: 1, number: 3, name: 'Sendiri', content: { judul: 'Sendiri', metodeNonprobabilitas: 'kuota' } as never },
    ]));
  });
  afterEach(() => test.close());

  const run = (way: 'up' | 'down') => test.database.tx(async (db) => {
    if (!db.queryRunner) throw new Error('no transaction');
    await new OfficialCodes1732400101165()[way](db.queryRunner);
  });
  const contents = async () => (await test.database.read.find(MetadataEntity, { order: { id: 'ASC' } })).map(({ content }) => content);

  it('are 6 to 10 in every version, and nothing else of them is touched; once more changes nothing; down brings them back', async () => {
    const before = await contents();
    await run('up');
    const after = [{ judul: 'Lama', metodePemilihan: '2', metodeNonprobabilitas: '8' }, { judul: 'Lama', metodeNonprobabilitas: '10' }, before[2], before[3]];
    expect(await contents()).toEqual(after);
    await run('up');
    expect(await contents()).toEqual(after);
    await run('down');
    expect(await contents()).toEqual(before);
  });
});
