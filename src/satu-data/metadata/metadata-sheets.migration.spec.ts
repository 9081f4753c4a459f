import { withDatabase, type TestDatabase } from '../../../test/support/database.js';
import { MetadataSheets1732400075000 } from './metadata-sheets.migration.js';
import { MetadataEntity, MetadataUseEntity } from './metadata.entity.js';
import { Metadata1732400054000 } from './metadata.migration.js';

describe('metadata that was kept before the sheets had forms', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await withDatabase({ entities: [MetadataEntity, MetadataUseEntity], migrations: [Metadata1732400054000] });
    await test.database.tx(async (db) => {
      const put = (id: string, recordId: string, version: number, kind: string, content: object) =>
        db.createQueryBuilder().insert().into('satu_data_metadata', ['id', 'recordId', 'version', 'kind', 'officeId', 'content', 'userId', 'userName', 'at'])
          .updateEntity(false).values({ id, recordId, version, kind, officeId: 'o', content, userId: 'u', userName: 'U', at: new Date(`2026-01-0${version}T00:00:00.000Z`) }).execute();
      await put('1', 'a', 1, 'variable', { nama: 'Luas', aturan: { min: '0' } });
      await put('2', 'a', 2, 'variable', { nama: 'Luas wilayah', aturan: { min: '0', pola: null } });
      await put('3', 'b', 1, 'variable', { nama: null });
      await put('4', 'c', 1, 'activity', { judul: 'Survei', caraPengumpulan: 'survei' });
    });
    await test.database.tx(async (db) => {
      if (!db.queryRunner) throw new Error('no transaction');
      await new MetadataSheets1732400075000().up(db.queryRunner);
    });
  });
  afterAll(() => test.close());

  it('gets its names, a number for each record within its kind, and the shape of the sheets', async () => {
    const rows = await test.database.read.find(MetadataEntity, { order: { id: 'ASC' } });
    expect(rows.map(({ id, name, content }) => [id, name, content])).toEqual([['1', 'Luas', { nama: 'Luas', min: '0' }], ['2', 'Luas wilayah', { nama: 'Luas wilayah', min: '0' }], ['3', null, {}], ['4', 'Survei', { judul: 'Survei', caraPengumpulan: '2' }]]);
    const [first, second, other, activity] = rows.map(({ number }) => number);
    expect([second, activity, new Set([first, other])]).toEqual([first, 1, new Set([1, 2])]);
  });

  it('cannot have one number twice', async () => {
    const [one] = await test.database.read.find(MetadataEntity, { where: { id: '1' } });
    await expect(test.database.tx((db) => db.insert(MetadataEntity, { ...(one as MetadataEntity), id: '9', recordId: 'z', content: {} }))).rejects.toThrow(/unique|duplicate/i);
  });
});
