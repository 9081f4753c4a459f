import { SatuData1732300008000 } from '../shared/initial.migration.js';
import { withDatabase, type TestDatabase } from '../../../test/support/database.js';
import { FindingTimes1732400101200 } from './finding-times.migration.js';
import { FindingEntity } from './finding.entity.js';
import { OwnRule1732400101160 } from './own-rule.migration.js';

const SAID = [
  ['C7', '“x” is not one of the choices.'],
  [null, '50000 cells of the column “Jumlah” are wrong in the same way; the first 200 are named one by one.'],
  [null, 'The row for Jambi is missing.'],
] as const;

describe('findings that were kept before they said how many cells they tell of', () => {
  let test: TestDatabase;
  beforeEach(async () => {
    test = await withDatabase({ entities: [FindingEntity], migrations: [SatuData1732300008000, OwnRule1732400101160] });
    await test.database.tx(async (db) => {
      for (const [position, [cell, message]] of SAID.entries()) {
        await db.query(`INSERT INTO satu_data_findings ("id", "deliveryId", "position", "rule", "severity", "cell", "messageId", "messageEn") VALUES ('${position}', 'd', ${position}, 'code', 'ERROR', ${cell ? `'${cell}'` : 'NULL'}, '–', '${message}')`);
      }
    });
  });
  afterEach(() => test.close());

  it('count as one, and the rest of a column as the sentence says', async () => {
    const run = (way: 'up' | 'down') => test.database.tx(async (db) => {
      if (!db.queryRunner) throw new Error('no transaction');
      await new FindingTimes1732400101200()[way](db.queryRunner);
    });
    const times = async () => (await test.database.read.find(FindingEntity, { order: { position: 'ASC' } })).map((one) => one.times);
    await run('up');
    expect(await times()).toEqual([1, 49_800, 1]);
    await run('down');
    await run('up');
    expect(await times()).toEqual([1, 49_800, 1]);
  });
});
